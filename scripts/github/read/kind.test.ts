import { describe, expect, it } from 'vitest';
import { kindOfPull } from './kind.ts';

const folder = 'content/berita/2026/11/kerja-bakti';

const told = (...paths: string[]) => {
  const kind = kindOfPull(paths);
  if (kind.kind === 'ditolak') return kind.faults.map(({ message }) => message).join('\n');
  return kind.kind === 'item' ? `item ${kind.folder}` : 'sistem';
};

describe('the kind of a pull request', () => {
  it.each([
    ['one folder is an item', [`${folder}/index.md`, `${folder}/foto.jpg`], `item ${folder}`],
    ['settings are the system', ['content/alur.yml', 'site/src/pages/index.astro'], 'sistem'],
    ['so is a new collection’s schema', ['content/schema/konten.ts'], 'sistem'],
    [
      'both are refused',
      [`${folder}/index.md`, '.github/workflows/gate.yml'],
      `Mengubah butir ${folder} sekaligus berkas sistem: .github/workflows/gate.yml. Keduanya punya jalan persetujuan sendiri; pisahkan menjadi dua pull request.`,
    ],
    [
      'two items are refused, a rename from one to the other too',
      [`${folder}/index.md`, 'content/berita/2026/11/lain/index.md'],
      `Mengubah 2 butir sekaligus: ${folder}, content/berita/2026/11/lain. Satu pull request untuk satu butir; pisahkan menjadi beberapa.`,
    ],
    [
      'files outside every item folder are refused',
      ['content/berita/catatan.md', `${folder}/index.md`],
      'Ada berkas di tempat yang tidak dikenal: content/berita/catatan.md. Setiap butir punya satu folder sendiri, misalnya content/berita/2026/11/kerja-bakti/. Pindahkan atau hapus berkas itu.',
    ],
    [
      'a slug in capitals is no item folder',
      ['content/berita/2026/11/Kerja/index.md'],
      'Ada berkas di tempat yang tidak dikenal: content/berita/2026/11/Kerja/index.md. Setiap butir punya satu folder sendiri, misalnya content/berita/2026/11/kerja-bakti/. Pindahkan atau hapus berkas itu.',
    ],
    [
      'everything that is wrong is told at once',
      [
        `${folder}/index.md`,
        'content/konten/2026/ajakan/index.md',
        'content/berita/2026/11/lain/foto.jpg',
        'content/pelaksana.yml',
      ],
      [
        'Ada berkas di tempat yang tidak dikenal: content/konten/2026/ajakan/index.md. Setiap butir punya satu folder sendiri, misalnya content/berita/2026/11/kerja-bakti/. Pindahkan atau hapus berkas itu.',
        `Mengubah 2 butir sekaligus: ${folder}, content/berita/2026/11/lain. Satu pull request untuk satu butir; pisahkan menjadi beberapa.`,
        `Mengubah butir ${folder}, content/berita/2026/11/lain sekaligus berkas sistem: content/pelaksana.yml. Keduanya punya jalan persetujuan sendiri; pisahkan menjadi dua pull request.`,
      ].join('\n'),
    ],
    ['nothing is nothing', [], 'Tidak ada yang berubah. Simpan perubahannya di cabang ini lebih dahulu.'],
  ])('%s', (_, paths, expected) => {
    expect(told(...paths)).toBe(expected);
  });
});
