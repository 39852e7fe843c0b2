import { expect, it } from 'vitest';
import { longDate, longTime, monthName } from './dates.ts';

it.each([
  [longDate('2026-11-02'), 'Senin, 2 November 2026'],
  [longDate('2024-02-29'), 'Kamis, 29 Februari 2024'],
  // In WIB it is the next day already.
  [longDate('2026-12-31T17:00:00Z'), 'Jumat, 1 Januari 2027'],
  [longTime('2026-11-02T02:15:00.000Z'), 'Senin, 2 November 2026 pukul 09.15\u00a0WIB'],
  [longTime('2026-11-02T00:05:00+07:00'), 'Senin, 2 November 2026 pukul 00.05\u00a0WIB'],
  [monthName('2026/05'), 'Mei 2026'],
])('%s', (found, expected) => {
  expect(found).toBe(expected);
});
