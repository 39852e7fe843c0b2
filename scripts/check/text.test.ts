import { describe, expect, it } from 'vitest';
import { checkText } from './text.ts';

describe('checkText', () => {
  it.each<[string, string[]]>([
    ['PONTIANAK – Kerja bakti digelar, Minggu (1/11/2026).', []],
    [
      'Senin (12/11/2026)',
      ['“Senin (12/11/2026)” tidak cocok: tanggal itu jatuh pada hari Kamis. Betulkan hari atau tanggalnya.'],
    ],
    [
      'pada senin, 12 november 2026',
      [
        '“senin, 12 november 2026” tidak cocok: tanggal itu jatuh pada hari Kamis. Betulkan hari atau tanggalnya.',
      ],
    ],
    ["Jum'at (6/11/2026), Jum’at (6/11/2026), Jumat 6 November 2026", []],
    ['Ahad (1/11/2026)', []],
    ['Selasa (31/11/2026)', ['“Selasa (31/11/2026)” bukan tanggal yang ada. Betulkan tanggalnya.']],
    ['Kamis (29/2/2024)', []],
    [
      'Senin\n(12/11/2026)',
      ['“Senin (12/11/2026)” tidak cocok: tanggal itu jatuh pada hari Kamis. Betulkan hari atau tanggalnya.'],
    ],
    ['Seninnya (12/11/2026)', []],
    ['Senin, 12 November', []],
  ])('reads the day in %j', (text, expected) => {
    expect(checkText(text).map(({ message }) => message)).toEqual(expected);
  });

  const nik =
    'Ada 16 angka berurutan yang tampak seperti NIK atau nomor KK. Hapus: data pribadi tidak boleh terbit, dan riwayat naskah tidak dapat dilupakan.';
  it.each<[string, string[]]>([
    ['NIK 6171010101900001.', [nik]],
    ['6171 0101 0190 0001', [nik]],
    ['6171-0101-0190-0001', [nik]],
    ['Rp1.500.000.000.000.000,00', []],
    ['12345678901234567', []],
    ['617101010190000', []],
    ['0,1234567890123456', []],
  ])('looks for personal numbers in %j', (text, expected) => {
    expect(checkText(text).map(({ message }) => message)).toEqual(expected);
  });

  it('counts the lines before a finding', () => {
    expect(checkText('satu\ndua\n6171010101900001').map(({ lines }) => lines)).toEqual([2]);
  });
});
