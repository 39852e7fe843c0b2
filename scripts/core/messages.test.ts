import { describe, expect, it } from 'vitest';
import { positionSummary, positionTitle, type Told } from './messages.ts';
import { reduce } from './reduce.ts';
import { positionOf } from './report.ts';
import { contextOf, ev, minute, newsRows, people, sopFromContent } from './testing/history.ts';
import { kalenderWith } from './testing/kalender.ts';

const sop = sopFromContent('penyebarluasan-informasi');
const { penyusun } = people;
const told: Told = {
  sop,
  events: [],
  logins: new Map(),
  findings: [],
  unknownAuthors: [],
  mergeResult: null,
};

/** Opened at 08.00 on Monday 2 November 2026, submitted two and a half hours later, looked at after some minutes. */
function positionAt(minutes: number) {
  const events = [ev.opened(0, penyusun, 'a'), ev.submitted(150, penyusun, 'a')];
  const now = { ok: true, value: kalenderWith() } as const;
  return positionOf(reduce(contextOf(sop, newsRows), events), minute(minutes), { now });
}

describe('sentences about time', () => {
  it.each([
    [160, 'Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat Sen 02/11/2026 11.00 WIB'],
    [181, 'Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat Sen 02/11/2026 11.00 WIB (terlambat)'],
  ])('after %i minutes the title says: %s', (minutes, title) => {
    expect(positionTitle(positionAt(minutes), told)).toBe(title);
  });

  it('the summary marks what was late, and explains the deadline that is waited for', () => {
    const lines = positionSummary(positionAt(160), told).split('\n');
    expect(lines.filter((line) => line.startsWith('| ')).map((line) => line.split(' | ').at(-1))).toEqual([
      'Keadaan |',
      '--- |',
      'selesai Sen 02/11/2026 08.00 WIB, Penyusun Bahan Informasi (akun 2) |',
      'selesai Sen 02/11/2026 10.30 WIB, terlambat, Penyusun Bahan Informasi (akun 2) |',
      '**ditunggu**, tenggat Sen 02/11/2026 11.00 WIB |',
      'belum |',
    ]);
    expect(lines.slice(lines.indexOf('### Waktu') + 2)).toEqual([
      '- Tenggat Sen 02/11/2026 11.00 WIB: 30 menit kerja sejak Sen 02/11/2026 10.30 WIB.',
    ]);
  });
});
