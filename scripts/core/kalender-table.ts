import type { KalenderDocument } from '../../content/schema/kalender.ts';
import { dayNumber, minutesOf, weekOf, type Shift } from './kalender-hours.ts';

/** Why nobody works on a day. */
export interface DayOff {
  readonly sebab: 'akhir-pekan' | 'libur' | 'cuti-bersama';
  /** Name of the holiday; null for a day of the week that is always free. */
  readonly nama: string | null;
}

/** One day of the calendar. */
export interface Day {
  /** `2026-11-02`. */
  readonly tanggal: string;
  /** Day of the week: 0 is Sunday. */
  readonly hari: number;
  /** Working time, in order and without its breaks; empty on a day off. */
  readonly kerja: readonly Shift[];
  readonly libur: DayOff | null;
  /** Where the hours are those of Ramadan: how its dates are known. */
  readonly ramadan: 'eksplisit' | 'disimpulkan' | null;
}

/** Years that follow each other without a gap, as a table: working time is a difference of two sums. */
export interface Span {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Days since 1970-01-01 of the first day. */
  readonly start: number;
  readonly days: readonly Day[];
  /** Working minutes before each day, and after the last one. */
  readonly minutesBefore: Int32Array;
  /** Working days before each day, and after the last one. */
  readonly daysBefore: Int32Array;
}

/** Working time of an office, ready to be asked often. */
export interface Kalender {
  /** File that says so, for messages. */
  readonly file: string;
  readonly spans: readonly Span[];
}

/** Builds the table of a calendar whose faults have been looked for: at the reading of the file, or at the build of Meja. */
export function tableOf(file: string, document: KalenderDocument): Kalender {
  const years = Object.keys(document.tahun).map(Number);
  return { file, spans: withoutGaps(years).map((run) => spanOf(document, run)) };
}

/** Years in order, those that follow each other together: 2026, 2027, 2029 → [2026, 2027], [2029]. */
function withoutGaps(years: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const year of years.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs;
}

function spanOf(document: KalenderDocument, years: readonly number[]): Span {
  const firstYear = years[0]!;
  const lastYear = years.at(-1)!;
  const start = dayNumber(`${firstYear}-01-01`);
  const length = dayNumber(`${lastYear + 1}-01-01`) - start;
  const ordinary = weekOf(document.jamKerja);
  const fasting = weekOf(document.jamKerjaRamadan);
  const off = daysOff(document);
  // Ramadan moves through the year: it may begin in one and end in the next.
  const ramadan = Object.values(document.tahun).map((tahun) => tahun.ramadan);

  const days: Day[] = [];
  const minutesBefore = new Int32Array(length + 1);
  const daysBefore = new Int32Array(length + 1);
  for (let index = 0; index < length; index += 1) {
    const tanggal = new Date((start + index) * 86_400_000).toISOString().slice(0, 10);
    // 1970-01-01 was a Thursday.
    const hari = (start + index + 4) % 7;
    const month = ramadan.find(({ mulai, selesai }) => mulai <= tanggal && tanggal <= selesai);
    const shifts = (month === undefined ? ordinary : fasting)[hari]!;
    const libur: DayOff | null =
      off.get(tanggal) ?? (shifts.length === 0 ? { sebab: 'akhir-pekan', nama: null } : null);
    const kerja = libur === null ? shifts : [];
    days.push({ tanggal, hari, kerja, libur, ramadan: month?.sumber ?? null });
    minutesBefore[index + 1] = minutesBefore[index]! + minutesOf(kerja);
    daysBefore[index + 1] = daysBefore[index]! + (libur === null ? 1 : 0);
  }
  return { firstYear, lastYear, start, days, minutesBefore, daysBefore };
}

function daysOff(document: KalenderDocument): Map<string, DayOff> {
  const off = new Map<string, DayOff>();
  for (const { libur, cutiBersama } of Object.values(document.tahun)) {
    for (const { tanggal, nama } of libur) off.set(tanggal, { sebab: 'libur', nama });
    for (const { tanggal, nama } of cutiBersama) off.set(tanggal, { sebab: 'cuti-bersama', nama });
  }
  return off;
}
