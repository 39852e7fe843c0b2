import { expect, test } from 'vitest';
import { z } from 'zod';
import { collections, placeOf } from '../content/schema/collections.ts';
import { field } from '../content/schema/field.ts';
import { decapConfig, formOf, type AdminConfig } from './config.ts';
import { decapFields, describe as describeField, shapeOf, type DecapField } from './fields.ts';

const relations = { opd: [{ value: 'dinas-pendidikan', label: 'Dinas Pendidikan' }] };
const admin: AdminConfig = { repo: 'diskominfo/portal', relations, years: { berita: [2024, 2026, 2025] } };
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
  const form = formOf(collection, relations);

  test(`${collection.name}: the form holds every field of the schema once, in order, and the text`, () => {
    expect(form.filter(({ name }) => name !== 'body').map(({ name }) => name)).toEqual(Object.keys(shape));
    expect(form.filter(({ name }) => name === 'body').map(({ label }) => label)).toEqual(['Isi']);
    const all = pairs(
      shape,
      form.filter(({ name }) => name !== 'body'),
    );
    expect(all.map(({ field }) => field?.name)).toEqual(all.map(({ path }) => path.split('.').at(-1)));
  });

  test(`${collection.name}: labels, hints and what is required are the schema's`, () => {
    const withoutBody = form.filter(({ name }) => name !== 'body');
    for (const { path, schema, field: decap } of pairs(shape, withoutBody)) {
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

  test(`${collection.name}: fields come in the order of the steps that fill them in`, () => {
    const steps = form
      .map(({ name }) => shape[name] && describeField(name, shape[name]).meta.tindakan)
      .filter((step) => step !== undefined);
    expect(steps.filter((step, i) => step !== steps[i - 1])).toEqual([...new Set(steps)]);
  });

  test(`${collection.name}: a text pattern accepts and refuses what the schema does, at its bounds`, () => {
    for (const { path, schema, field: decap } of pairs(
      shape,
      form.filter((f) => f.name !== 'body'),
    )) {
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
    { name: 'kampanye', folder: 'content/kampanye/2026', create: true },
    { name: 'informasi-publik', folder: 'content/informasi-publik', create: true },
  ]);
  expect(config.collections.filter((c) => 'hide' in c && c.hide).map(({ name }) => name)).toEqual([
    'berita-2025',
    'berita-2024',
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
