import { expect, test } from 'vitest';
import { z } from 'zod';
import { collections, placeOf } from '../content/schema/collections.ts';
import { field } from '../content/schema/field.ts';
import { decapConfig, formOf, groupsOf, headWidget, panelWidget, type AdminConfig } from './config.ts';
import { sampleAlur } from './src/testing/alur.ts';
import { describe as describeField, shapeOf } from '../content/schema/describe.ts';
import { decapFields, type DecapField } from './fields.ts';

const relations = { opd: [{ value: 'dinas-pendidikan', label: 'Dinas Pendidikan' }] };
const alur = sampleAlur();
const admin: AdminConfig = {
  repo: 'diskominfo/portal',
  relations,
  years: { berita: [2024, 2026, 2025], konten: [2025] },
  alur,
  app: 2000,
};
const now = new Date('2026-11-02T01:00:00Z');
const config = decapConfig(admin, 'http://127.0.0.1:4321', now);

/** Every field of an object schema at any depth, beside what Decap was told about it. */
function pairs(
  shape: Readonly<Record<string, z.ZodType>>,
  fields: readonly DecapField[],
  path = '',
): { path: string; schema: z.ZodType; field: DecapField | undefined }[] {
  return Object.entries(shape).flatMap(([name, schema], i) => {
    const found = fields[i];
    const { def } = describeField(name, schema);
    const inner = def.shape ?? (def.element === undefined ? undefined : shapeOf(def.element));
    return [
      { path: path + name, schema, field: found },
      ...(inner === undefined
        ? []
        : pairs(inner, (found?.['fields'] as DecapField[] | undefined) ?? [], `${path}${name}.`)),
    ];
  });
}

for (const collection of collections) {
  const shape = shapeOf(collection.schema);
  const form = formOf(collection, relations, alur[collection.name]);
  const named = (name: string) => form.find((one) => one.name === name);
  /** The form's fields in the schema's order. */
  const fields = Object.keys(shape).flatMap((name) => named(name) ?? []);

  test(`${collection.name}: the form holds every field of the schema once, at every depth, and the text`, () => {
    expect(form.map(({ name }) => name).toSorted()).toEqual([...Object.keys(shape), 'body'].toSorted());
    expect(named('body')?.label).toBe('Isi');
    const all = pairs(shape, fields);
    expect(all.map(({ field }) => field?.name)).toEqual(all.map(({ path }) => path.split('.').at(-1)));
  });

  test(`${collection.name}: labels, hints and what is required are the schema's`, () => {
    for (const { path, schema, field: decap } of pairs(shape, fields)) {
      const { meta } = describeField(path, schema);
      const required = !z.object({ it: schema }).safeParse({}).success;
      expect({ path, label: decap?.label, hint: decap?.hint, required: decap?.required }).toEqual({
        path,
        label: meta.label,
        hint: meta.hint,
        required,
      });
    }
  });

  test(`${collection.name}: what must be there to save is asked for at the first step`, () => {
    const [first] = groupsOf(collection, relations, alur[collection.name]);
    const required = form.filter((one) => one.required).map(({ name }) => name);
    expect(first?.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(required));
  });

  test(`${collection.name}: a text pattern accepts and refuses what the schema does, at its bounds`, () => {
    for (const { path, schema, field: decap } of pairs(shape, fields)) {
      const pattern = decap?.['pattern'] as [string, string] | undefined;
      if (pattern === undefined) continue;
      const lengths = [1, 2, 3, 4, 5, 6, 79, 80, 81, 119, 120, 121, 299, 300, 301, 9999, 10_000, 10_001];
      for (const text of lengths.flatMap((n) => ['x'.repeat(n), ` ${'x'.repeat(n)}\n`])) {
        const agreed = schema.safeParse(text).success === new RegExp(pattern[0]).test(text);
        expect(agreed, `${path}: ${text.length} letters`).toBe(true);
      }
    }
  });
}

test('what an editor leaves empty satisfies the schema, however Decap writes it', () => {
  const least = { judul: 'Kerja bakti', opd: 'dinas-pendidikan', tanggal: '2026-11-02' };
  for (const empty of ['', null, undefined]) {
    const optional = { tempat: empty, ringkasan: empty, kategori: empty };
    const liputan = { data: empty, dokumentasi: [] };
    const result = collections[0]?.schema.safeParse({
      ...least,
      ...optional,
      liputan,
      foto: [],
      narasumber: [],
    });
    expect(result?.error?.issues ?? []).toEqual([]);
  }
});

test('the current year stands under the plain name, earlier years are hidden and closed', () => {
  expect(config.collections.map(({ name, folder, create }) => ({ name, folder, create }))).toEqual([
    { name: 'berita', folder: 'content/berita/2026', create: true },
    { name: 'berita-2025', folder: 'content/berita/2025', create: false },
    { name: 'berita-2024', folder: 'content/berita/2024', create: false },
    { name: 'konten', folder: 'content/konten/2026', create: true },
    { name: 'konten-2025', folder: 'content/konten/2025', create: false },
    { name: 'kampanye', folder: 'content/kampanye/2026', create: true },
    { name: 'informasi-publik', folder: 'content/informasi-publik', create: true },
    { name: 'informasi-dikecualikan', folder: 'content/informasi-dikecualikan', create: true },
    { name: 'serta-merta', folder: 'content/serta-merta/2026', create: true },
  ]);
  expect(config.collections.filter((c) => 'hide' in c && c.hide).map(({ name }) => name)).toEqual([
    'berita-2025',
    'berita-2024',
    'konten-2025',
  ]);
});

test.each([
  ['berita', { 1: 'judul opd tanggal tempat liputan contoh', 2: 'body ringkasan kategori foto narasumber' }],
  [
    'konten',
    {
      1: 'judul opd tanggal permohonan suratPemohon contoh',
      3: 'suratTugas anggota',
      4: 'data body ringkasan jenis karya',
    },
  ],
  [
    'kampanye',
    {
      1: 'judul opd tanggal arahan disposisi contoh',
      2: 'khalayak',
      3: 'materi',
      4: 'anggota suratTugas',
      5: 'lembarKerja jenis body ringkasan karya',
    },
  ],
  [
    'informasi-publik',
    {
      1: 'judul opd tanggal draf contoh',
      3: 'ringkasan pejabat penanggungJawab pembuatan bentuk retensi klasifikasi kewajiban berlakuSampai dokumen body',
    },
  ],
])('%s: each step asks for its own fields, the text beside what is asked for with it', (name, steps) => {
  const collection = collections.find((one) => one.name === name)!;
  const groups = groupsOf(collection, relations, alur[name]);
  expect(
    Object.fromEntries(groups.map(({ no, fields }) => [no, fields.map((f) => f.name).join(' ')])),
  ).toEqual(steps);
});

test('above the form stands our panel, above each step its head; they hold no value', () => {
  const konten = config.collections.find(({ name }) => name === 'konten')!;
  const own = konten.fields.filter(({ widget }) => widget === panelWidget || widget === headWidget);
  expect(own.map(({ name, langkah }) => [name, langkah])).toEqual([
    ['paraf', undefined],
    ['paraf_langkah_1', 1],
    ['paraf_langkah_3', 3],
    ['paraf_langkah_4', 4],
  ]);
  expect(konten.fields[0]).toBe(own[0]);
  expect(own.every((one) => !one.required && one['default'] === undefined)).toBe(true);
});

test('a collection that no SOP governs shows its whole form, without heads', () => {
  const { collections: bare } = decapConfig({ ...admin, alur: {} }, 'http://127.0.0.1:4321', now);
  const [berita] = bare;
  expect(berita?.fields.filter(({ widget }) => widget === headWidget)).toEqual([]);
  expect(berita?.fields.map(({ name }) => name)).toEqual([
    'paraf',
    ...Object.keys(shapeOf(collections[0]!.schema)),
    'body',
  ]);
});

test('a new item lands in a folder of its own that the schema knows as an item', () => {
  const [current] = config.collections;
  const path = current?.path.replace('{{month}}', '11').replace('{{slug}}', 'kerja-bakti-massal');
  expect(placeOf(`${current?.folder}/${path}.${current?.extension}`)).toMatchObject({
    kind: 'item',
    folder: 'content/berita/2026/11/kerja-bakti-massal',
    rest: 'index.md',
  });
});

test.each([
  ['konten', 'content/konten/2026/11/kerja-bakti'],
  ['kampanye', 'content/kampanye/2026/11/kerja-bakti'],
  ['informasi-publik', 'content/informasi-publik/dinas-pendidikan/kerja-bakti'],
])('so does one of %s', (name, folder) => {
  const found = config.collections.find((one) => one.name === name);
  const path = found?.path
    .replace('{{month}}', '11')
    .replace('{{opd}}', 'dinas-pendidikan')
    .replace('{{slug}}', 'kerja-bakti');
  expect(path).not.toContain('.');
  expect(placeOf(`${found?.folder}/${path}.md`)).toMatchObject({ kind: 'item', folder, rest: 'index.md' });
});

test('nothing publishes, deletes or leaves the origin', () => {
  for (const collection of config.collections)
    expect(collection).toMatchObject({ publish: false, delete: false, media_folder: '', public_folder: '' });
  expect(config.backend).toMatchObject({
    name: 'github',
    api_root: 'http://127.0.0.1:4321/api/v3',
    base_url: 'http://127.0.0.1:4321',
    auth_endpoint: 'login/oauth/authorize',
  });
});

test('production names its own API and sign-in server', () => {
  const production = {
    ...admin,
    apiRoot: 'https://api.github.com',
    signInOrigin: 'https://masuk.example.go.id',
  };
  const { backend } = decapConfig(production, 'https://tulis.example.go.id', now);
  expect([backend.api_root, backend.base_url]).toEqual([
    'https://api.github.com',
    'https://masuk.example.go.id',
  ]);
});

test('types that berita does not use yet have their widgets', () => {
  const schema = z.strictObject({
    jumlah: field(z.int().min(1).max(9), { label: 'Jumlah' }),
    terbuka: field(z.boolean().default(true), { label: 'Terbuka' }),
    tanda: field(
      z
        .array(z.strictObject({ kata: field(z.string().min(1), { label: 'Kata' }) }))
        .min(1)
        .max(3),
      {
        label: 'Tanda',
      },
    ),
  });
  expect(decapFields(shapeOf(schema), {})).toEqual([
    { name: 'jumlah', label: 'Jumlah', widget: 'number', required: true, value_type: 'int', min: 1, max: 9 },
    { name: 'terbuka', label: 'Terbuka', widget: 'boolean', required: false, default: true },
    {
      name: 'tanda',
      label: 'Tanda',
      widget: 'list',
      required: true,
      label_singular: 'Tanda',
      summary: '{{fields.kata}}',
      min: 1,
      max: 3,
      fields: [
        {
          name: 'kata',
          label: 'Kata',
          widget: 'string',
          required: true,
          pattern: ['^\\s*\\S([\\s\\S]{0,}\\S)?\\s*$', 'paling sedikit 1 huruf'],
        },
      ],
    },
  ]);
});

test('a field that no form could show is refused when the page is built', () => {
  expect(() => decapFields({ a: z.string() }, {})).toThrow('schema field without a label: a');
  expect(() => decapFields({ a: field(z.date(), { label: 'A' }) }, {})).toThrow(
    'no widget for field a of type date',
  );
  expect(() => formOf(collections[0] as (typeof collections)[number], {})).toThrow(
    'no choices for relation opd of field opd',
  );
});
