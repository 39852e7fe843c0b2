import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alasanFrom, alasanText, startOf } from './alasan.ts';

it('a reason reads like a letter', () => {
  const text = alasanText({
    umum: 'Perbaiki dua hal.',
    paragraf: [
      { nomor: 2, awal: 'Sebanyak 210 warga membersihkan parit.', alasan: 'Data liputan menyebut 120.' },
      { nomor: 5, awal: 'Kata “lurah”:', alasan: 'Sebut jabatannya.' },
    ],
  });
  expect(text).toBe(
    'Perbaiki dua hal.\n\nParagraf 2, “Sebanyak 210 warga membersihkan parit.”:\nData liputan menyebut 120.\n\nParagraf 5, “Kata "lurah":”:\nSebut jabatannya.',
  );
});

it('words that name no paragraph are general', () => {
  expect(alasanFrom('Angka keliru.\n\nParagraf dua juga.')).toEqual({
    umum: 'Angka keliru.\n\nParagraf dua juga.',
    paragraf: [],
  });
});

it('what is written is read back', () => {
  const words = fc.stringMatching(/^[a-z0-9 .,“”]{1,40}$/).filter((text) => text.trim() !== '');
  const paragraf = fc.record({ nomor: fc.integer({ min: 1, max: 999 }), awal: words, alasan: words });
  fc.assert(
    fc.property(words, fc.array(paragraf, { maxLength: 4 }), (umum, list) => {
      expect(alasanFrom(alasanText({ umum, paragraf: list }))).toEqual({
        umum: umum.trim(),
        paragraf: list.map((one) => ({ ...one, awal: startOf(one.awal), alasan: one.alasan.trim() })),
      });
    }),
  );
});
