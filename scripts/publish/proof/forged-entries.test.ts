import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LedgerEntry } from '../../core/ledger.ts';
import { folder, openArchive, type Archive, type Files } from '../testing/archive.ts';
import { verify } from '../verify.ts';
import { prove } from './prove.ts';

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

const item = (slug: string): Files => ({
  [`${folder(slug)}/index.md`]: `---\njudul: ${slug}\n---\n\nIsi.\n`,
});

/** Makes one forged entry in an archive; answers what must be said of it, without the name of its file. */
type Forgery = (archive: Archive) => readonly string[];

/** Records a second entry for a merge that the app made, changed. */
const changed =
  (
    slug: string,
    change: (entry: ItemEntry) => Partial<ItemEntry>,
    said: (entry: ItemEntry) => readonly string[],
  ) =>
  (archive: Archive) => {
    const entry = archive.merge(folder(slug), item(slug));
    archive.record({ ...entry, pull: 900 + (entry.pull ?? 0), ...change(entry) });
    return said(entry);
  };

const line = (entry: ItemEntry, akun: number) =>
  `Paraf: 4 setujui tim-pengolah-informasi ${akun} ${entry.langkah[0]!.at} 31`;

/** The commit’s own lines still say the truth about everything but the entry’s new number. */
const otherPull = ({ commit, pull }: ItemEntry) =>
  `Commit ${commit} berkata “Pull-Request: ${pull ?? ''}”, padahal menurut catatan “Pull-Request: ${900 + (pull ?? 0)}”.`;

const forgeries: readonly [string, Forgery][] = [
  [
    'names a commit that is not part of main',
    (archive) => {
      const commit = archive.commit('cms/lain', item('samping'));
      archive.commit('main', item('samping'), 'Dorong langsung');
      archive.approve(folder('samping'), { commit });
      return [
        `Commit ${commit} yang disebutnya bukan bagian dari riwayat main: catatan ini palsu, atau riwayat main ditulis ulang.`,
        `Commit ${commit} tidak menyebut satu paraf pun: isi yang disetujui ini digabung bukan oleh Paraf. Isinya sama dengan yang disetujui, jadi tetap tayang.`,
      ];
    },
  ],
  [
    'names a commit that is not there',
    changed(
      'hilang',
      () => ({ commit: 'e'.repeat(40) }),
      () => [
        `Objek ${'e'.repeat(40)} (commit penggabungan) tidak ada di repositori ini. Ambil lagi seluruh repositori (git fetch), atau pulihkan dari cadangan.`,
      ],
    ),
  ],
  [
    'names no commit at all',
    changed(
      'kepala',
      () => ({ commit: 'HEAD' }),
      () => ['Commit atau sidik yang disebut bukan 40 angka heksadesimal.'],
    ),
  ],
  [
    'names another tree than its merge brought, and was approved for that',
    changed(
      'pohon',
      ({ langkah }) => ({
        sidik: 'd'.repeat(40),
        langkah: langkah.map((step) => ({ ...step, sidik: 'd'.repeat(40) })),
      }),
      ({ commit, sidik }) => [
        `Commit ${commit} memuat ${folder('pohon')} dengan sidik ${sidik}, bukan ${'d'.repeat(40)} yang disetujui.`,
        `Commit ${commit} berkata “Sidik: ${sidik}”, padahal menurut catatan “Sidik: ${'d'.repeat(40)}”.`,
      ],
    ),
  ],
  [
    'names another signer than its merge',
    changed(
      'paraf',
      ({ langkah }) => ({ langkah: langkah.map((step) => (step.no === 4 ? { ...step, akun: 1006 } : step)) }),
      (entry) => [
        `Commit ${entry.commit} berkata “${line(entry, 1005)}”, padahal menurut catatan “${line(entry, 1006)}”.`,
      ],
    ),
  ],
  [
    'names another pull request than its merge',
    changed(
      'nomor',
      () => ({}),
      (entry) => [otherPull(entry)],
    ),
  ],
  [
    'is of a pull request that has one already',
    changed(
      'ganda',
      ({ pull }) => ({ pull }),
      ({ pull }) => [`Pull request #${pull ?? ''} sudah dicatat oleh ledger/2026/11/0000NN.json.`],
    ),
  ],
  [
    'names an SOP that never governed its collection',
    (archive) => {
      archive.merge(folder('sop'), item('sop'), { sopVersion: 'c'.repeat(40) });
      return [
        `SOP penyebarluasan-informasi versi ${'c'.repeat(40)} tidak pernah mengatur koleksi berita sampai butir ini digabung.`,
      ];
    },
  ],
  [
    'names a place where no item lies',
    (archive) => {
      const path = 'content/berita/tanpa-bulan';
      archive.merge(path, { [`${path}/index.md`]: 'Isi.' });
      return ['content/berita/tanpa-bulan bukan folder butir koleksi berita.'];
    },
  ],
  [
    'has signatures from before the role was held',
    (archive) => {
      const { langkah } = archive.merge(folder('dahulu'), item('dahulu'));
      const at = '2025-12-31T09:00:00+07:00';
      const early = langkah.map((step) => ({ ...step, at, sidik: null, review: null }));
      archive.merge(folder('dahulu'), item('samping'), { langkah: early.slice(0, 1) });
      return [
        'Langkah 1: akun 1003 tidak memegang peran tim-peliputan pada Rab 31/12/2025 09.00 WIB menurut daftar pelaksana yang tercatat.',
        'Langkah 3 (periksa) tidak diparaf siapa pun, padahal SOP mewajibkannya sebelum terbit.',
        'Langkah 4 (setujui) tidak diparaf siapa pun, padahal SOP mewajibkannya sebelum terbit.',
      ];
    },
  ],
  [
    'of a system was approved by somebody without the role, and is not what its commit holds',
    (archive) => {
      const message = 'Sistem\n\nDisetujui: pengelola-sistem 1001\nPull-Request: 43';
      const commit = archive.commit('main', { 'site/halaman.txt': 'v2' }, message);
      const sidik = 'a'.repeat(40);
      const at = '2026-11-20T08:00:00+07:00';
      archive.record({ jenis: 'sistem', versi: 1, pull: 44, commit, at, sidik, disetujuiOleh: [1003] });
      return [
        `Sidik sistem ${sidik} bukan sidik commit ${commit} tanpa folder butirnya.`,
        'Akun 1003 menyetujui perubahan sistem, tetapi sampai Jum 20/11/2026 08.00 WIB tidak pernah memegang peran pengelola-sistem.',
        `Commit ${commit} menyebut persetujuan akun 1001, yang tidak ada dalam catatan.`,
        `Commit ${commit} berkata “Pull-Request: 43”, padahal catatan menyebut #44.`,
      ];
    },
  ],
];

let archive: Archive;
/** By the number of the entry, what was said of it. */
const told = new Map<string, string[]>();
const expected = new Map<string, { readonly number: string; readonly messages: readonly string[] }>();

beforeAll(async () => {
  archive = openArchive();
  for (const [name, forge] of forgeries) {
    const messages = forge(archive);
    const { ledger } = await verify(archive.git);
    expected.set(name, { number: ledger.at(-1)!.path, messages });
  }
  for (const { file, message } of await prove(archive.git, await verify(archive.git), { isDeep: true }))
    told.set(file, [...(told.get(file) ?? []), message]);
});
afterAll(() => archive.stop());

/** The same sentence whatever the number of an entry. */
const plain = (text: string) => text.replace(/\/0000\d\d\.json/g, '/0000NN.json');

it.each(forgeries.map(([name]) => name))('an entry is named that %s', (name) => {
  const { number, messages } = expected.get(name)!;
  expect((told.get(`paraf:${number}`) ?? []).map(plain).toSorted()).toEqual(messages.map(plain).toSorted());
});

it('all of them are named in one go, and nothing else is', () => {
  const files = [...told.keys()].filter((file) => file !== 'main');
  expect(files.toSorted()).toEqual([...expected.values()].map(({ number }) => `paraf:${number}`).toSorted());
});
