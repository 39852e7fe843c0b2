import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collections } from '../content/schema/collections.ts';
import { berkas, gambar } from '../content/schema/parts.ts';
import { fileTypes } from '../scripts/check/file-types.ts';
import { checkItem } from '../scripts/check/item.ts';
import { shapeOf } from '../content/schema/describe.ts';
import { fileEndings, MAX_FILE_BYTES, MAX_IMAGE_BYTES, pictureEndings } from './src/files.ts';

/** What a form lets through, the schema and the checks accept; `config.test.ts` and `guide.test.ts` hold the rest. */

test('a form takes the endings that the schema and the checks take, no others', () => {
  const known = [...fileTypes.keys()];
  expect(fileEndings.toSorted()).toEqual(known.toSorted());
  for (const ending of [...known, 'svg', 'html', 'exe', 'docm', 'heic'])
    expect([ending, berkas.safeParse(`a.${ending}`).success]).toEqual([ending, fileTypes.has(ending)]);
  for (const ending of known)
    expect([ending, gambar.safeParse(`a.${ending}`).success]).toEqual([
      ending,
      pictureEndings.includes(ending),
    ]);
});

test('what a form lets through is never too large for the checks, whatever its kind', () => {
  for (const [ending, { limit }] of fileTypes) {
    const most = pictureEndings.includes(ending) ? MAX_IMAGE_BYTES : MAX_FILE_BYTES;
    expect([ending, most <= limit]).toEqual([ending, true]);
  }
});

test('the guide tells the same limits', () => {
  const guide = readFileSync('content/halaman/panduan/editor.md', 'utf8');
  expect(guide).toContain(`Gambar paling besar ${MAX_IMAGE_BYTES / 1_000_000} MB`);
  expect(guide).toContain(`berkas lain paling besar ${MAX_FILE_BYTES / 1_000_000} MB`);
});

test.each(collections)(
  '$name: the checks know the fields that the schema has',
  ({ name, folders, schema }) => {
    const parts = folders.map((folder) => ({ year: '2026', month: '11', opd: 'dinas-kesehatan' })[folder]);
    const folder = ['content', name, ...parts, 'kerja-bakti'].join('/');
    const bytes = new TextEncoder().encode('---\nbukanIsian: x\n---\n');
    const issues = checkItem(folder, [{ name: 'index.md', size: bytes.length, bytes }], { opdIds: [] });
    expect(issues.map(({ message }) => message)).toContain(
      `Isian “bukanIsian” tidak dikenal di sini. Betulkan ejaannya atau hapus; yang dikenal: ${Object.keys(shapeOf(schema)).join(', ')}.`,
    );
  },
);
