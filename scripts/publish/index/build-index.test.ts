import { describe, expect, it } from 'vitest';
import { buildIndex, type Source } from './build-index.ts';
import { openIndex } from './database.ts';
import type { ItemEntry, Published } from './publication.ts';
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
  published: readonly Published[],
  trees: Readonly<Record<string, readonly TreeFile[]>>,
): Source & {
  read: string[];
} {
  const read: string[] = [];
  return {
    publication: { asOf: '2026-11-20', commit: 'c', published },
    base: '/',
    read,
    readTree: (folder) => {
      read.push(folder);
      return trees[folder] ?? [];
    },
  };
}

const live = (entries: readonly ItemEntry[]) =>
  entries.map((entry): Published => ({ path: entry.path, entry, pertama: entry.at }));

const row = (database: ReturnType<typeof openIndex>) =>
  database.prepare('SELECT * FROM item').get() as Record<string, string> | undefined;

describe('index of approved items', () => {
  it('keeps everything that a page needs, and no working paper', () => {
    const files = item(
      'foto:\n  - { berkas: Kios Baru.png, keterangan: Kios baru, kredit: Kominfo, alt: Deret kios }\n',
    );
    const database = openIndex(':memory:');
    const { issues } = buildIndex(database, source(live([entryOf(files)]), { [path]: files }));
    expect(issues).toEqual([]);
    const stored = row(database);
    expect(stored).toMatchObject({
      path,
      url: '/berita/2026/11/pasar-pagi/',
      bulan: '2026/11',
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
        width: 320,
        height: 240,
      },
    ]);
    expect(JSON.stringify(stored)).not.toMatch(/liputan|mentah|telepon/);
  });

  it('publishes a picture of the text, but never one of the working papers', () => {
    const files = item('', '![Kios](<Kios Baru.png>)\n\n![Mentah](mentah.jpg)');
    const database = openIndex(':memory:');
    buildIndex(database, source(live([entryOf(files)]), { [path]: files }));
    expect(row(database)?.['html']).toMatch(
      /^<p><img src="\/berita\/2026\/11\/pasar-pagi\/kios-baru\.[0-9a-f]{8}\.png" alt="Kios" width="320" height="240" loading="lazy" decoding="async"><\/p>\n<p>\[Gambar: Mentah\]<\/p>\n$/,
    );
  });

  it('looks only at what changed, and removes what is published no longer', () => {
    const files = item();
    const other = 'content/berita/2026/11/pasar-sore';
    const database = openIndex(':memory:');
    const trees = { [path]: files, [other]: files };
    const two = [entryOf(files), entryOf(files, { path: other })];
    expect(buildIndex(database, source(live(two), trees))).toEqual({
      made: [path, other],
      kept: 0,
      removed: [],
      issues: [],
    });

    const same = source(live(two), trees);
    expect(buildIndex(database, same)).toEqual({ made: [], kept: 2, removed: [], issues: [] });
    expect(same.read).toEqual([]);

    const changed = item('', 'Pasar ditutup.');
    const next = source(live([entryOf(changed, { at: '2026-11-03T03:00:00+00:00' })]), { [path]: changed });
    expect(buildIndex(database, next)).toEqual({ made: [path], kept: 0, removed: [other], issues: [] });
    expect(row(database)?.['html']).toBe('<p>Pasar ditutup.</p>\n');
  });

  it('leaves out bytes that are not the ones that were signed', () => {
    const database = openIndex(':memory:');
    const [signed, found] = [item(), item('', 'Pasar terbakar.')];
    const { made, issues } = buildIndex(database, source(live([entryOf(signed)]), { [path]: found }));
    expect(made).toEqual([]);
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

  it('drops the old row of an item whose new bytes are refused', () => {
    const database = openIndex(':memory:');
    const files = item();
    buildIndex(database, source(live([entryOf(files)]), { [path]: files }));
    const later = entryOf(item('', 'Lain.'));
    expect(buildIndex(database, source(live([later]), { [path]: files })).removed).toEqual([path]);
    expect(row(database)).toBeUndefined();
  });

  it('names a picture that is missing, with field and line', () => {
    const files = item(
      'foto:\n  - { berkas: hilang.png, keterangan: Kios baru, kredit: Kominfo, alt: Deret kios }\n',
    );
    const { issues } = buildIndex(openIndex(':memory:'), source(live([entryOf(files)]), { [path]: files }));
    expect(issues).toEqual([
      {
        code: 'berkas-tidak-ada',
        file: `${path}/index.md`,
        line: 10,
        field: 'foto.0.berkas',
        message: 'Gambar “hilang.png” tidak ada di folder ini. Unggah lagi, atau hapus dari daftar foto.',
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
    const from = source([{ path, entry, pertama: entry.at }], {});
    expect(buildIndex(database, from).issues).toEqual([]);
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
    buildIndex(database, source(live([entryOf(files)]), { [path]: files }));
    const broken = {
      ...source(live([entryOf(item('', 'Lain.'))]), {}),
      readTree: () => {
        throw new Error('disk');
      },
    };
    expect(() => buildIndex(database, broken)).toThrow('disk');
    expect(row(database)?.['html']).toBe('<p>Pasar dibuka.</p>\n');
  });
});
