import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayInWib, daysBetween, plusMonths } from './tanggal.ts';

it.each([
  ['2026-05-02', 6, '2026-11-02'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2026-01-31', 0, '2026-01-31'],
])('%s and %d months is %s', (day, months, expected) => {
  expect(plusMonths(day, months)).toBe(expected);
});

it('six months are never fewer than 180 days nor more than 184', () => {
  const days = fc
    .integer({ min: 0, max: 20_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, (day) => {
      const length = daysBetween(day, plusMonths(day, 6));
      expect(length).toBeGreaterThanOrEqual(180);
      expect(length).toBeLessThanOrEqual(184);
    }),
  );
});

it('the day of a moment is that of the office, not of Greenwich', () => {
  expect(dayInWib('2026-11-02T16:59:59.000Z')).toBe('2026-11-02');
  expect(dayInWib('2026-11-02T17:00:00.000Z')).toBe('2026-11-03');
});
