import { expect, it } from 'vitest';
import { base64Of, freeName, slugOf } from './upload.ts';

it.each([
  ['Surat Permohonan (1)', 'surat-permohonan-1'],
  ['Édisi khusus – “Parit”', 'edisi-khusus-parit'],
  ['---', ''],
  ['a'.repeat(100), 'a'.repeat(80)],
])('“%s” as part of an address is “%s”', (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});

it.each([
  ['IMG_1.JPG', 'jpg', [], 'img-1.jpg'],
  ['IMG_1.JPG', 'jpg', ['img-1.jpg', 'img-1-2.jpg'], 'img-1-3.jpg'],
  ['.pdf', 'pdf', [], 'berkas.pdf'],
])('%s is saved under a name that is free: %s %j', (name, extension, taken, free) => {
  expect(freeName(name, extension, taken)).toBe(free);
});

it('a large file is read in pieces', async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
  expect(await base64Of(new Blob([bytes]))).toBe(Buffer.from(bytes).toString('base64'));
});
