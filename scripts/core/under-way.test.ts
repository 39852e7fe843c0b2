import { describe, expect, test } from 'vitest';
import {
  changedCollections,
  isUnderOlder,
  underWayLines,
  type Governing,
  type UnderWay,
} from './under-way.ts';

const item = (more: Partial<UnderWay> = {}): UnderWay => ({
  pull: 7,
  judul: 'Video imunisasi',
  koleksi: 'konten',
  sop: 'pembuatan-konten-informasi',
  sopVersion: 'a'.repeat(40),
  langkah: 5,
  ...more,
});
const governing = (sop: string, version: string): ReadonlyMap<string, Governing> =>
  new Map([['konten', { sop, version }]]);
const now = governing('pembuatan-konten-informasi', 'a'.repeat(40));

describe('an item under way is under an older SOP', () => {
  test.each<[string, UnderWay, ReadonlyMap<string, Governing>, boolean]>([
    ['not where it is the one that governs', item(), now, false],
    ['where that has another version', item(), governing('pembuatan-konten-informasi', 'b'.repeat(40)), true],
    [
      'where another governs its collection',
      item(),
      governing('penyebarluasan-informasi', 'a'.repeat(40)),
      true,
    ],
    ['where none does any more', item(), new Map(), true],
  ])('%s', (_, one, by, expected) => {
    expect(isUnderOlder(one, by)).toBe(expected);
  });
});

test('what a change replaces: a new version, another SOP, one taken away, one added', () => {
  const other = governing('pembuatan-konten-informasi', 'b'.repeat(40));
  expect(
    [now, other, governing('lain', 'a'.repeat(40)), new Map<string, Governing>()].map((after) =>
      changedCollections(now, after),
    ),
  ).toEqual([[], ['konten'], ['konten'], ['konten']]);
  expect(changedCollections(new Map(), now)).toEqual(['konten']);
});

test('each is told with where it stands; a title cannot call anybody', () => {
  expect(underWayLines([item(), item({ pull: 9, judul: '@kadis #1', langkah: null })])).toEqual([
    '\\#7 Video imunisasi (konten), langkah 5: SOP pembuatan-konten-informasi versi `aaaaaaaaaa`',
    '\\#9 @\u200bkadis \\#\u200b1 (konten), tidak ada yang ditunggu: SOP pembuatan-konten-informasi versi `aaaaaaaaaa`',
  ]);
  expect(underWayLines([item(), item(), item()], 2).at(-1)).toBe('dan 1 butir lagi');
});
