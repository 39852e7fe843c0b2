import { expect, it } from 'vitest';
import { alihanSchema } from './alihan.ts';

const faults = (alihan: unknown) => {
  const read = alihanSchema.safeParse(alihan);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

it('old addresses lead to addresses of the portal, each in one step', () => {
  expect(faults({ '/profil/': '/tentang/', '/read/12.html': '/berita/2026/11/kerja-bakti/' })).toEqual([]);
  expect(faults({ '/a/': '/b/', '/b/': '/c/', '/d/': '/d/' })).toEqual([
    '/a/: mengalihkan ke /b/, yang dialihkan lagi; tulis tujuan akhirnya',
    '/d/: mengalihkan alamat ke dirinya sendiri; hapus barisnya',
  ]);
});

it.each([
  'https://jahat.example/',
  '//jahat.example/',
  'javascript:alert(1)',
  '/a b/',
  '/a\nb/',
  '/"><script>',
])('nothing leads to %j', (ke) => {
  expect(faults({ '/lama/': ke })).toEqual([
    '/lama/: harus alamat di portal ini yang diawali garis miring, misalnya /profil/',
  ]);
});
