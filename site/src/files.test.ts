import { expect, it } from 'vitest';
import { fileFacts } from './files.ts';

it.each([
  ['/a/data.csv', 512, 'CSV, 512 byte'],
  ['/a/data.1a2b3c4d.csv', 1023, 'CSV, 1023 byte'],
  ['/a/denah.png', 1024, 'PNG, 1 KB'],
  ['/a/laporan.pdf', 1024 * 1024 - 1, 'PDF, 1024 KB'],
  ['/a/laporan.pdf', 1024 * 1024, 'PDF, 1,0 MB'],
  ['/a/siaran.mp3', 20 * 1024 * 1024, 'MP3, 20,0 MB'],
])('of %s, %i bytes long, a reader learns: %s', (src, size, expected) => {
  expect(fileFacts({ src, size }).replaceAll('\u00a0', ' ')).toBe(expected);
});
