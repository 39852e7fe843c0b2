import { expect, it } from 'vitest';
import { shortTime } from './dates.ts';

const now = '2026-11-02T10:00:00+07:00';

it.each([
  ['2026-11-02T09:59:30+07:00', 'baru saja'],
  ['2026-11-02T09:48:00+07:00', '12 menit lalu'],
  ['2026-11-02T07:30:00+07:00', 'hari ini 07.30'],
  ['2026-11-01T16:02:00+07:00', 'kemarin 16.02'],
  ['2026-10-30T16:02:00+07:00', 'Jumat, 30 Oktober 2026 pukul 16.02\u00a0WIB'],
  ['2026-11-02T11:00:00+07:00', 'hari ini 11.00'],
])('%s is “%s”', (iso, words) => {
  expect(shortTime(iso, now)).toBe(words);
});
