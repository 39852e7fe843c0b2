import { describe, expect, it } from 'vitest';
import { airingOf, airingPath, airingText } from './airing.ts';

const whole = { kanal: 'Radio', waktu: 'Senin pagi', frekuensi: '2 kali', ketepatan: 'Tepat' };

describe('an airing report', () => {
  it('is read back as it was written, on one line each', () => {
    expect(airingText(whole)).toBe(
      '/tayang\nKanal: Radio\nWaktu: Senin pagi\nFrekuensi: 2 kali\nKetepatan: Tepat',
    );
    expect(airingOf(airingText(whole))).toEqual({ ok: true, airing: whole });
    const broken = { ...whole, kanal: ' Radio\nFrekuensi: 9 kali' };
    expect(airingOf(airingText(broken))).toEqual({
      ok: true,
      airing: { ...whole, kanal: 'Radio Frekuensi: 9 kali' },
    });
  });

  it.each([
    [
      'lines in another order, in any case, among remarks',
      '/TAYANG \r\nketepatan: Tepat\r\nSekian.\r\nFREKUENSI : 2 kali\r\nWaktu: Senin pagi\r\nKanal: Radio',
      whole,
    ],
    [
      'a colon in a value',
      '/tayang\nKanal: Radio\nWaktu: 08:00\nFrekuensi: 2 kali\nKetepatan: Tepat',
      { ...whole, waktu: '08:00' },
    ],
  ])('takes %s', (_, body, airing) => {
    expect(airingOf(body)).toEqual({ ok: true, airing });
  });

  it.each(['Sudah tayang.', 'Lapor:\n/tayang\nKanal: Radio', '/tayangkan\nKanal: Radio', ''])(
    'is no report: %j',
    (body) => {
      expect(airingOf(body)).toBeNull();
    },
  );

  it('tells everything that is wrong at once', () => {
    expect(airingOf(`/tayang\nKanal: ${'a'.repeat(301)}\nWaktu:\nFrekuensi: 1\nFrekuensi: 2`)).toEqual({
      ok: false,
      faults: [
        'Baris Kanal lebih panjang dari 300 huruf.',
        'Baris Waktu belum ada atau kosong.',
        'Baris Frekuensi tertulis 2 kali. Satu laporan untuk satu kanal.',
        'Baris Ketepatan belum ada atau kosong.',
      ],
    });
  });

  it('is kept under the month of WIB in which it was sent', () => {
    expect(airingPath({ at: '2026-10-31T17:30:00Z', pull: 7, komentar: '1234' })).toBe(
      'tayang/2026/11/7-1234.json',
    );
  });
});
