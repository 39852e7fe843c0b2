import { expect, test } from 'vitest';
import { holdersOf, instant, rosterOf } from './peran.ts';
import { recordedRows, type StoodRows } from './recorded-rows.ts';
import { row } from './testing/history.ts';

const first = '2026-11-02T00:00:00Z';
const second = '2026-11-09T00:00:00Z';
const plh = (mulai: string, selesai?: string) =>
  row(10, 'kepala-dinas', { jenis: 'plh', mulai, ...(selesai === undefined ? {} : { selesai }) });
const old = row(9, 'kepala-dinas');

/** Whether account 10 heads the office on some days, where the list of the second day came after the first. */
function heads(before: StoodRows['rows'], now: StoodRows['rows'], days: readonly string[]): string[] {
  const roster = rosterOf(
    recordedRows(now, [
      { from: first, rows: before },
      { from: second, rows: now },
    ]),
  );
  return days.filter((day) =>
    holdersOf(roster, ['kepala-dinas'], instant(`2026-11-${day}T05:00:00Z`), null).includes(10),
  );
}

const days = ['03', '05', '08', '10', '12'];

test.each<[string, StoodRows['rows'], StoodRows['rows'], string[]]>([
  [
    'a row that stood all the time counts by its dates',
    [plh('2026-11-05')],
    [plh('2026-11-05')],
    days.slice(1),
  ],
  ['a backdated row counts from when it came', [old], [old, plh('2026-11-01')], ['10', '12']],
  [
    'a term made longer after it ended leaves the gap between',
    [plh('2026-11-01', '2026-11-05')],
    [plh('2026-11-01', '2026-11-30')],
    ['03', '05', '10', '12'],
  ],
  ['a term ended early is ended', [plh('2026-11-01')], [plh('2026-11-01', '2026-11-04')], ['03']],
  ['a row that was removed holds nowhere', [plh('2026-11-01')], [old], []],
])('%s', (_, before, now, expected) => {
  expect(heads(before, now, days)).toEqual(expected);
});

test('a row for one office does not vouch for a later one for all', () => {
  const before = [row(10, 'kepala-dinas', { opd: 'dinas-kesehatan' })];
  expect(heads(before, [row(10, 'kepala-dinas')], days)).toEqual(['10', '12']);
});
