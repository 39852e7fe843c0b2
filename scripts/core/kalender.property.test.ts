import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pekan } from '../../content/schema/kalender.ts';
import { deadline, workedDays, workedMinutes } from './kalender-deadline.ts';
import { explain } from './kalender-explain.ts';
import type { Waktu } from './kalender-time.ts';
import { kalenderDocument, kalenderOf, quietYear } from './testing/kalender.ts';

const document = kalenderDocument();
document.tahun['2027'] = quietYear(2027);
const kalender = kalenderOf(document);
const runs = { numRuns: Number(process.env['PARAF_RUNS'] ?? 2_000) };

const second = 1000;
const minute = 60 * second;
const iso = (time: number) => new Date(time).toISOString();

/** Any second of 2026 and of the first half of 2027, often close to the edges of hours. */
const start = fc
  .oneof(
    fc.integer({ min: 0, max: 540 * 86_400 }),
    fc
      .tuple(
        fc.integer({ min: 0, max: 539 }),
        fc.constantFrom(0, 450, 480, 690, 720, 780, 900, 930, 960, 990),
      )
      .map(([day, minutes]) => day * 86_400 + minutes * 60),
  )
  .map((seconds) => Date.parse('2026-01-01T00:00:00+07:00') + seconds * second);
const menit = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 20_000 }));
const hariKerja = fc.integer({ min: 1, max: 60 });
const waktu: fc.Arbitrary<Waktu> = fc.oneof(
  menit.map((value) => ({ menit: value })),
  hariKerja.map((value) => ({ hariKerja: value })),
);

function due(from: number, time: Waktu): number {
  const result = deadline(kalender, iso(from), time);
  if (!result.ok) throw new Error(result.issues[0]!.message);
  expect(result.value.tenggat).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
  return Date.parse(result.value.tenggat);
}

/** The calendar's text read again, minute by minute and with nothing of the program's own: whether work is done. */
function isWorked(time: number): boolean {
  const wib = new Date(time + 7 * 60 * minute).toISOString();
  const [date, clock] = [wib.slice(0, 10), wib.slice(11, 16)];
  const year = document.tahun[date.slice(0, 4)]!;
  if ([...year.libur, ...year.cutiBersama].some(({ tanggal }) => tanggal === date)) return false;
  const week = year.ramadan.mulai <= date && date <= year.ramadan.selesai ? 'jamKerjaRamadan' : 'jamKerja';
  const names: (keyof Pekan)[] = ['minggu', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu'];
  const hours = document[week][names[new Date(`${date}T00:00:00Z`).getUTCDay()]!];
  if (hours === null || clock < hours.mulai || clock >= hours.selesai) return false;
  return !hours.istirahat.some(({ mulai, selesai }) => mulai <= clock && clock < selesai);
}

test('a deadline in minutes is where counting them one by one ends', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 900 }), (from, minutes) => {
      // Whole minutes: every minute is then worked or not.
      let time = Math.floor(from / minute) * minute;
      const begin = time;
      for (let left = minutes; left > 0; time += minute) if (isWorked(time)) left -= 1;
      expect(iso(due(begin, { menit: minutes }))).toBe(iso(time));
    }),
    { numRuns: Math.min(300, runs.numRuns) },
  );
});

test('a deadline in days is where counting them one by one ends', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 15 }), (from, days) => {
      const day = 24 * 60 * minute;
      let midnight = Math.floor((from + 7 * 60 * minute) / day) * day - 7 * 60 * minute;
      const minutesOf = (begin: number) => Array.from({ length: 24 * 60 }, (_, at) => begin + at * minute);
      for (let left = days; left > 0;) {
        midnight += day;
        if (minutesOf(midnight).some(isWorked)) left -= 1;
      }
      const last = minutesOf(midnight).findLast(isWorked)!;
      expect(iso(due(from, { hariKerja: days }))).toBe(iso(last + minute));
    }),
    { numRuns: Math.min(100, runs.numRuns) },
  );
});

test('between start and deadline lies exactly the standard time, and the deadline is inside working hours', () => {
  fc.assert(
    fc.property(start, waktu, (from, time) => {
      const end = due(from, time);
      expect(end).toBeGreaterThan(from);
      // Its last second is worked; the minute after it need not be.
      expect(isWorked(end - second)).toBe(true);
      const [between, short] = [iso(end), iso(end - second)];
      if ('menit' in time) {
        expect(workedMinutes(kalender, iso(from), between)).toEqual({ ok: true, value: time.menit });
        expect(workedMinutes(kalender, iso(from), short)).toEqual({ ok: true, value: time.menit - 1 });
      } else {
        expect(workedDays(kalender, iso(from), between)).toEqual({ ok: true, value: time.hariKerja });
        expect(isWorked(end)).toBe(false);
      }
    }),
    runs,
  );
});

test('later starts and longer times never end earlier', () => {
  fc.assert(
    fc.property(start, start, menit, menit, hariKerja, hariKerja, (a, b, m, n, x, y) => {
      const [early, late] = [Math.min(a, b), Math.max(a, b)];
      expect(due(early, { menit: m })).toBeLessThanOrEqual(due(late, { menit: m }));
      expect(due(early, { hariKerja: x })).toBeLessThanOrEqual(due(late, { hariKerja: x }));
      if (m < n) expect(due(a, { menit: m })).toBeLessThan(due(a, { menit: n }));
      if (x < y) expect(due(a, { hariKerja: x })).toBeLessThan(due(a, { hariKerja: y }));
    }),
    runs,
  );
});

test('working time adds up, and a deadline can be reached in two parts', () => {
  fc.assert(
    fc.property(start, menit, menit, hariKerja, hariKerja, (from, m, n, x, y) => {
      expect(due(due(from, { menit: m }), { menit: n })).toBe(due(from, { menit: m + n }));
      expect(due(due(from, { hariKerja: x }), { hariKerja: y })).toBe(due(from, { hariKerja: x + y }));
    }),
    runs,
  );
});

test('every deadline can be explained, with each day off on its way', () => {
  fc.assert(
    fc.property(start, waktu, (from, time) => {
      const result = deadline(kalender, iso(from), time);
      const why = explain(kalender, iso(from), time);
      if (!result.ok || !why.ok) throw new Error('no deadline');
      for (const { tanggal, nama } of result.value.skipped) {
        expect(why.value).toContain(`${Number(tanggal.slice(8))}/${Number(tanggal.slice(5, 7))}`);
        if (nama !== null) expect(why.value).toContain(nama);
      }
    }),
    runs,
  );
});
