import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { inIndonesian, toastInIndonesian } from './dialogs.ts';

const bundle = readFileSync(createRequire(import.meta.url).resolve('decap-cms'), 'utf8');

test.each([
  [
    'foto.jpg already exists. Do you want to replace it?',
    'already exists. Do you want to replace it?',
    '“foto.jpg” sudah ada dalam tulisan ini. Ganti dengan yang baru?',
  ],
  ['Failed to persist media: Error: x', 'Failed to persist media: ', 'Berkas tidak tersimpan: x'],
  [
    'Failed to delete media: Berkas itu tetap.',
    'Failed to delete media: ',
    'Berkas tidak terhapus: Berkas itu tetap.',
  ],
  [
    'Decap CMS is adding labels to 2 of your Editorial Workflow entries.\nMore',
    'Decap CMS is adding labels to ',
    'Beberapa naskah sedang disesuaikan dengan papan naskah. Jangan tutup halaman ini sampai selesai.',
  ],
])('%s', (english, hardWired, indonesian) => {
  expect(inIndonesian(english)).toBe(indonesian);
  // A release of Decap that words it differently must be noticed.
  expect(bundle).toContain(hardWired);
});

test('a text of ours stays as it is', () => {
  expect(inIndonesian('“foto.jpg” kosong. Pilih berkas lain.')).toBe('“foto.jpg” kosong. Pilih berkas lain.');
});

test('a deletion that failed is not reported as one that succeeded', () => {
  expect(toastInIndonesian('Naskah dihapus', false)).toBe('Naskah dihapus');
  expect(toastInIndonesian('Naskah dihapus', true)).toMatch(/^Naskah tidak dihapus\./);
});
