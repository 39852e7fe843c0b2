import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { collections, type Collection } from '../../../content/schema/collections.ts';
import type { Issue } from '../../core/issue.ts';
import { canaryOf } from '../testing/canary.ts';
import { buildIndex, IndexFault, type Publication } from './build-index.ts';
import { openIndex } from './database.ts';
import type { ItemEntry, WithdrawalEntry } from './publication.ts';
import { fingerprint } from './state.ts';
import { treeId, type TreeFile } from './tree.ts';

const path = 'content/berita/2026/11/pasar-pagi';
const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
  Buffer.from('IHDR'),
  Buffer.from('00000140000000f008', 'hex'),
]);

function item(front = '', body = 'Pasar dibuka.'): TreeFile[] {
  const index = `---
judul: Pasar pagi dibuka
opd: dinas-perdagangan
tanggal: 2026-11-02
liputan:
  dokumentasi:
    - berkas: mentah.jpg
  data: nomor telepon pedagang
${front}---

${body}
`;
  return [
    ['index.md', Buffer.from(index)],
    ['Kios Baru.png', png],
    ['mentah.jpg', Buffer.from('x')],
  ].map(([name, bytes]) => ({ path: name as string, executable: false, bytes: bytes as Buffer }));
}

function entryOf(files: readonly TreeFile[], more: Partial<ItemEntry> = {}): ItemEntry {
  return {
    jenis: 'item',
    versi: 1,
    pull: 1,
    commit: 'c',
    at: '2026-11-02T03:00:00+00:00',
    path,
    koleksi: 'berita',
    sidik: treeId(files),
    sop: 's',
    sopVersion: 'v',
    langkah: [],
    putaranKoreksi: 0,
    ...more,
  };
}

function source(
  entries: readonly (ItemEntry | WithdrawalEntry)[],
  trees: Readonly<Record<string, readonly TreeFile[]>>,
): Publication & {
  read: string[];
} {
  const read: string[] = [];
  return {
    ledger: entries.map((entry, n) => ({ number: n + 1, entry })),
    live: entries.filter((entry) => entry.jenis === 'item'),
    state: { asOf: '2026-11-20', sistem: 'c', tunggakan: [] },
    base: '/',
    measure: () => 30,
    read,
    readTree: (folder) => {
      read.push(folder);
      return trees[folder] ?? [];
    },
  };
}

/** Why an update was refused; none if it was not. */
function issuesOf(update: () => unknown): readonly Issue[] {
  try {
    update();
    return [];
  } catch (error) {
    if (error instanceof IndexFault) return error.issues;
    throw error;
  }
}

const row = (database: ReturnType<typeof openIndex>) =>
  database.prepare('SELECT * FROM item').get() as Record<string, string> | undefined;

describe('index of approved items', () => {
  it('keeps everything that a page needs, and no working paper', () => {
    const files = item(
      'foto:\n  - { berkas: Kios Baru.png, keterangan: Kios baru, kredit: Kominfo, alt: Deret kios }\n',
    );
    const database = openIndex(':memory:');
    buildIndex(database, source([entryOf(files)], { [path]: files }));
    const stored = row(database);
    expect(stored).toMatchObject({
      path,
      url: '/berita/2026/11/pasar-pagi/',
      bulan: '2026/11',
      tahun: '2026',
      opd: 'dinas-perdagangan',
      kategori: null,
      judul: 'Pasar pagi dibuka',
      ringkasan: 'Pasar dibuka.',
      terbit: '2026-11-02T03:00:00+00:00',
      html: '<p>Pasar dibuka.</p>\n',
    });
    expect(JSON.parse(stored?.['files'] ?? '')).toEqual([
      {
        name: 'Kios Baru.png',
        publicName: expect.stringMatching(/^kios-baru\.[0-9a-f]{8}\.png$/),
        type: 'image/png',
        size: png.length,
        sha256: createHash('sha256').update(png).digest('hex'),
        width: 320,
        height: 240,
      },
    ]);
    expect(JSON.stringify(stored)).not.toMatch(/liputan|mentah|telepon/);
  });

  it('publishes a picture of the text, but never one of the working papers', () => {
    const files = item('', '![Kios](<Kios Baru.png>)\n\n![Mentah](mentah.jpg)');
    const database = openIndex(':memory:');
    buildIndex(database, source([entryOf(files)], { [path]: files }));
    expect(row(database)?.['html']).toMatch(
      /^<p><img src="(\/berita\/2026\/11\/pasar-pagi\/kios-baru\.[0-9a-f]{8}-320\.webp)" srcset="\1 320w" sizes="[^"]+" alt="Kios" width="320" height="240" loading="lazy" decoding="async"><\/p>\n<p>\[Gambar: Mentah\]<\/p>\n$/,
    );
  });

  it('looks only at what changed, and removes what is published no longer', () => {
    const files = item();
    const other = 'content/berita/2026/11/pasar-sore';
    const database = openIndex(':memory:');
    const trees = { [path]: files, [other]: files };
    const two = [entryOf(files), entryOf(files, { path: other })];
    expect(buildIndex(database, source(two, trees))).toEqual({
      made: [path, other],
      kept: 0,
      removed: [],
    });

    const same = source(two, trees);
    expect(buildIndex(database, same)).toEqual({ made: [], kept: 2, removed: [] });
    expect(same.read).toEqual([]);

    const changed = item('', 'Pasar ditutup.');
    const next = source([entryOf(changed, { at: '2026-11-03T03:00:00+00:00' })], { [path]: changed });
    expect(buildIndex(database, next)).toEqual({ made: [path], kept: 0, removed: [other] });
    expect(row(database)?.['html']).toBe('<p>Pasar ditutup.</p>\n');
  });

  it('leaves out bytes that are not the ones that were signed', () => {
    const database = openIndex(':memory:');
    const [signed, found] = [item(), item('', 'Pasar terbakar.')];
    const issues = issuesOf(() => buildIndex(database, source([entryOf(signed)], { [path]: found })));
    expect(row(database)).toBeUndefined();
    expect(issues).toEqual([
      {
        code: 'sidik-berbeda',
        file: `${path}/index.md`,
        message:
          `Isi folder ini (sidik ${treeId(found)}) bukan yang disetujui (sidik ${treeId(signed)}), jadi tidak ` +
          'diterbitkan. Salin lagi foldernya dari pohon yang tercatat.',
      },
    ]);
  });

  it('stays as it was, whole, when anything is refused', () => {
    const database = openIndex(':memory:');
    const files = item();
    buildIndex(database, source([entryOf(files)], { [path]: files }));
    const before = [row(database), fingerprint(database)];
    const good = item('', 'Lain.');
    const two = [
      entryOf(good, { path: 'content/berita/2026/11/lain' }),
      entryOf(item('', 'Yang disetujui.')),
    ];
    const update = () =>
      buildIndex(database, source(two, { [path]: files, 'content/berita/2026/11/lain': good }));
    expect(update).toThrow(
      /^Ada butir yang tidak dapat diterbitkan, jadi portal lama tetap tayang:\n {2}content\/berita\/2026\/11\/pasar-pagi\/index\.md: Isi folder ini/,
    );
    expect([row(database), fingerprint(database)]).toEqual(before);
  });

  it('names a picture that is missing, with field and line', () => {
    const files = item(
      'foto:\n  - { berkas: hilang.png, keterangan: Kios baru, kredit: Kominfo, alt: Deret kios }\n',
    );
    const issues = issuesOf(() =>
      buildIndex(openIndex(':memory:'), source([entryOf(files)], { [path]: files })),
    );
    expect(issues).toEqual([
      {
        code: 'berkas-tidak-ada',
        file: `${path}/index.md`,
        line: 10,
        field: 'foto.0.berkas',
        message:
          'Berkas “hilang.png” disebut tetapi tidak ada di folder ini. Unggah berkasnya, atau hapus penyebutannya.',
      },
    ]);
  });

  it('keeps the address of a withdrawn item and nothing of its content', () => {
    const database = openIndex(':memory:');
    const entry = {
      jenis: 'pencabutan',
      versi: 1,
      pull: 2,
      commit: 'c',
      at: '2026-11-05T03:00:00+00:00',
      path,
      koleksi: 'berita',
      sidik: 'x',
      alasan: 'Salah orang.',
    } as const;
    const from = source([entry], {});
    buildIndex(database, from);
    expect(from.read).toEqual([]);
    expect(row(database)).toMatchObject({
      url: '/berita/2026/11/pasar-pagi/',
      judul: '',
      html: '',
      files: '[]',
    });
  });

  it('changes nothing when reading fails in the middle', () => {
    const database = openIndex(':memory:');
    const files = item();
    buildIndex(database, source([entryOf(files)], { [path]: files }));
    const broken = {
      ...source([entryOf(item('', 'Lain.'))], {}),
      readTree: () => {
        throw new Error('disk');
      },
    };
    expect(() => buildIndex(database, broken)).toThrow('disk');
    expect(row(database)?.['html']).toBe('<p>Pasar dibuka.</p>\n');
  });
});

/** An item of any collection whose every field is filled, in a folder with these files. */
function filled(collection: Collection, names: readonly string[], body: string, changes: object = {}) {
  const { data } = canaryOf(collection);
  const folders = { year: '2026', month: '11', opd: 'dinas-sosial' };
  const folder = ['content', collection.name, ...collection.folders.map((one) => folders[one]), 'butir'];
  const index = `---\n${stringify({ ...data, opd: 'dinas-sosial', ...changes })}---\n\n${body}\n`;
  const files = [
    ['index.md', Buffer.from(index)],
    ...names.map((name) => [name, Buffer.from(`isi ${name}`)]),
  ];
  return {
    folder: folder.join('/'),
    files: files.map(([name, bytes]) => ({
      path: name as string,
      executable: false,
      bytes: bytes as Buffer,
    })),
  };
}

function indexed(collection: Collection, { folder, files }: ReturnType<typeof filled>) {
  const database = openIndex(':memory:');
  const entry = entryOf(files, { path: folder, koleksi: collection.name });
  const issues = issuesOf(() => buildIndex(database, source([entry], { [folder]: files })));
  return { issues, stored: row(database) };
}

const names = (stored: Record<string, string> | undefined) =>
  (JSON.parse(stored?.['files'] ?? '[]') as { name: string }[]).map(({ name }) => name);

describe.each(collections.map((collection) => [collection.name, collection] as const))(
  'an item of %s',
  (_name, collection) => {
    const { data, secret, open, papers, works } = canaryOf(collection);
    // The text tries to show every working paper as its picture.
    const item = filled(
      collection,
      [...papers, ...works, 'lepas.png'],
      papers.map((name) => `![x](${name})`).join('\n\n'),
    );

    it('shows every field and file but the working papers, and no file that nothing names', () => {
      const { issues, stored } = indexed(collection, item);
      expect(issues).toEqual([]);
      const everything = JSON.stringify(stored);
      expect(papers.length).toBeGreaterThan(0);
      expect(works.length).toBeGreaterThan(0);
      expect(secret.filter((word) => everything.includes(word))).toEqual([]);
      expect(open.filter((word) => !everything.includes(word))).toEqual([data['opd']]);
      expect(names(stored)).toEqual(works);
    });

    it('is found by its month, year, office and kategori', () => {
      const { stored } = indexed(collection, item);
      expect(stored).toMatchObject({
        url: `${collection.url}${item.folder.split('/').slice(2).join('/')}/`,
        bulan: collection.folders.includes('month') ? '2026/11' : null,
        tahun: '2026',
        opd: 'dinas-sosial',
        kategori: JSON.parse(stored?.['data'] ?? '{}')[collection.kategori] as string,
      });
      expect(stored?.['kategori']).toMatch(/^[a-z-]+$/);
    });

    it('names every missing file at once, working papers aside, with line and field', () => {
      const { issues, stored } = indexed(collection, filled(collection, [], 'Isi.'));
      expect(stored).toBeUndefined();
      expect(issues.map(({ code, field }) => `${code} ${field?.replace(/^.*\./, '')}`)).toEqual(
        works.map(() => 'berkas-tidak-ada berkas'),
      );
      expect(issues.every(({ line }) => line !== undefined && line > 1)).toBe(true);
    });

    it('names every wrong field at once', () => {
      const { issues } = indexed(collection, filled(collection, [], 'Isi.', { judul: 'x', contoh: 'ya' }));
      expect(issues.map(({ code, field }) => `${field}: ${code}`)).toEqual([
        'judul: isian-terlalu-pendek',
        'contoh: isian-salah-jenis',
      ]);
    });
  },
);

it('a file that a public field and a working paper both name is public', () => {
  const collection = collections.find(({ name }) => name === 'informasi-publik')!;
  const { works } = canaryOf(collection);
  const item = filled(collection, works, '', { draf: { berkas: [{ berkas: works[0] }] } });
  const { issues, stored } = indexed(collection, item);
  expect(issues).toEqual([]);
  expect(names(stored)).toEqual(works);
});
