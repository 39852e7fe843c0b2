import { expect, test } from 'vitest';
import { refusalOf, sniffImage } from './files.ts';

const jpeg = [0xff, 0xd8, 0xff, 0xe0];
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const webp = [...new TextEncoder().encode('RIFF1234WEBP')];
const file = (name: string, bytes: readonly number[]) => new File([new Uint8Array(bytes)], name);

test.each([
  [jpeg, 'jpeg'],
  [png, 'png'],
  [webp, 'webp'],
  [[...new TextEncoder().encode('<svg xmlns=')], undefined],
  [[...new TextEncoder().encode('RIFF1234WAVE')], undefined],
  [[], undefined],
])('first bytes tell the kind of picture (%#)', (bytes, kind) => {
  expect(sniffImage(new Uint8Array(bytes))).toBe(kind);
});

test.each([
  ['foto.JPG', jpeg, true, undefined],
  ['notula.pdf', [1], false, undefined],
  ['kosong.jpg', [], true, '“kosong.jpg” kosong. Pilih berkas lain.'],
  [
    'notula.pdf',
    [1],
    true,
    '“notula.pdf” tidak dapat dipakai sebagai gambar. Pilih gambar JPEG, PNG, atau WebP.',
  ],
  [
    'gambar.svg',
    [1],
    false,
    'Jenis berkas “gambar.svg” tidak diterima. Yang diterima: jpg, jpeg, png, webp, pdf, mp3, m4a, mp4, csv, xlsx, docx, txt.',
  ],
  [
    'palsu.jpg',
    [60, 115, 118, 103],
    true,
    '“palsu.jpg” bukan gambar, walaupun namanya berakhiran .jpg. Pilih gambar JPEG, PNG, atau WebP.',
  ],
  [
    'foto.png',
    jpeg,
    true,
    'Isi “foto.png” adalah JPEG, bukan PNG. Ganti akhiran namanya menjadi .jpg, lalu pilih lagi.',
  ],
])('%s is accepted or refused with its reason (%#)', async (name, bytes, imagesOnly, refusal) => {
  expect(await refusalOf(file(name, bytes), imagesOnly)).toBe(refusal);
});

test('a file above the limit is refused with both sizes', async () => {
  const large = new File([new Uint8Array(30_000_000)], 'rekaman.mp4');
  expect(await refusalOf(large, false)).toBe(
    '“rekaman.mp4” terlalu besar: 30 MB, sedangkan batasnya 20 MB. Kecilkan berkas itu, lalu pilih lagi.',
  );
});
