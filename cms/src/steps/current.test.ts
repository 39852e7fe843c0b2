import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleAlur } from '../testing/alur.ts';
import { firstUnfinished, groupsFor, presentIn } from './current.ts';
import { papersOf, pelaksanaText } from './words.ts';

const alur = sampleAlur();
const surat = { nomor: '1', tanggal: '2026-11-02', berkas: 'surat.pdf' };

test.each([
  ['konten', 'the request', 1, [1, 3, 4], [1]],
  ['konten', 'accepted and assigned by the same office in one act', 2, [1, 3, 4], [3]],
  ['konten', 'the work', 4, [1, 3, 4], [4]],
  ['konten', 'a review has no fields: what it reviews', 5, [1, 3, 4], [4]],
  ['konten', 'a correction: what is corrected', 7, [1, 3, 4], [4]],
  ['konten', 'nothing is waited for any more', null, [1, 3, 4], [4]],
  ['kampanye', 'two steps of one person at once', 2, [1, 2, 3, 4, 5], [2, 3]],
  ['berita', 'two roles that only overlap stay apart', 1, [1, 2], [1]],
  ['informasi-publik', 'a review before the first answer', 2, [1, 3], [1]],
  ['informasi-publik', 'a step that is not there', 99, [1, 3], [3]],
])('%s, %s: step %s of groups %j shows %j', (collection, _why, langkah, groups, shown) => {
  expect(groupsFor(alur[collection]!, groups, langkah)).toEqual(shown);
});

test.each([
  ['nothing yet', {}, 1],
  ['a letter without its scan', { suratPemohon: { ...surat, berkas: '' } }, 1],
  ['the letter', { suratPemohon: surat }, 3],
  [
    'team and letter of assignment',
    { suratPemohon: surat, suratTugas: surat, anggota: [{ nama: 'Tim', tugas: 'Naskah' }] },
    4,
  ],
])('without a position, %s leads to the first step with papers missing', (_what, data, langkah) => {
  expect(firstUnfinished(alur['konten']!, data)).toBe(langkah);
});

test('a form with all its papers waits for nobody', () => {
  const data = { liputan: { dokumentasi: [{ berkas: 'a.jpg' }], data: 'x' }, ringkasan: 'x', kategori: 'x' };
  const whole = { ...data, foto: [{ berkas: 'a.jpg' }], body: 'Isi.' };
  expect(firstUnfinished(alur['berita']!, whole)).toBe(null);
  expect([...presentIn(alur['berita']!, { ...whole, body: ' ' })]).toEqual(['dokumentasi', 'data-informasi']);
});

test('a step is told by its people and by the papers that it is the first to ask for', () => {
  const konten = alur['konten']!;
  expect(pelaksanaText(konten, konten.langkah[2]!)).toBe('Bidang IKP');
  expect(papersOf(konten, 3).map(({ nama }) => nama)).toEqual(['Surat Perintah Tugas', 'Anggota tim']);
  expect(papersOf(konten, 5)).toEqual([]);
});

test('the shipped flow is what these examples run on', () => {
  expect(Object.keys(alur).join()).toBe(
    [...readFileSync('content/alur.yml', 'utf8').matchAll(/^([a-z-]+):$/gm)].map(([, name]) => name).join(),
  );
});
