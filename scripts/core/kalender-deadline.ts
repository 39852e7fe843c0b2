import type { Result } from './issue.ts';
import type { DayOff, Kalender } from './kalender-table.ts';
import type { Shift } from './kalender-hours.ts';
import {
  amountOf,
  dayIndex,
  isoOf,
  momentAfter,
  momentOf,
  spanAt,
  worked,
  type Amount,
  type Moment,
  type Waktu,
} from './kalender-time.ts';

/** A day between start and deadline on which nobody works. */
export interface SkippedDay extends DayOff {
  readonly tanggal: string;
  /** Day of the week: 0 is Sunday. */
  readonly hari: number;
}

/** When a standard time is over, and what was passed over on the way. */
export interface Deadline {
  /** `2026-11-24T10:15:00+07:00`. */
  readonly tenggat: string;
  readonly skipped: readonly SkippedDay[];
}

/**
 * When working time that starts now is over: `deadline(kalender, '2026-11-06T16:00:00+07:00', { menit: 60 })`. Minutes
 * run in working hours alone; `hariKerja` excludes the first day and ends with the last one's hours. A year without a
 * list is an issue.
 */
export function deadline(kalender: Kalender, start: string, waktu: Waktu): Result<Deadline> {
  const from = momentOf(kalender, start);
  if (!from.ok) return from;
  const amount = amountOf(waktu);
  const to = momentAfter(kalender, from.value, amount);
  if (!to.ok) return to;
  const span = spanAt(kalender, to.value);
  if (!span.ok) return span;
  const skipped = skippedBetween(kalender, from.value, to.value, amount.satuan);
  return { ok: true, value: { tenggat: isoOf(span.value, to.value), skipped } };
}

/** Whole working minutes between two times. */
export function workedMinutes(kalender: Kalender, from: string, to: string): Result<number> {
  const seconds = workedBetween(kalender, from, to, 'detik');
  return seconds.ok ? { ok: true, value: Math.floor(seconds.value / 60) } : seconds;
}

/** Working days from the day after the first time to the day of the second, which counts once it has begun. */
export function workedDays(kalender: Kalender, from: string, to: string): Result<number> {
  return workedBetween(kalender, from, to, 'hari');
}

function workedBetween(
  kalender: Kalender,
  from: string,
  to: string,
  satuan: Amount['satuan'],
): Result<number> {
  const start = momentOf(kalender, from);
  if (!start.ok) return start;
  const end = momentOf(kalender, to);
  return end.ok ? worked(kalender, start.value, end.value, satuan) : end;
}

/** Days off between two moments of one span; of working days, the first one is not looked at. */
export function skippedBetween(
  kalender: Kalender,
  from: Moment,
  to: Moment,
  satuan: Amount['satuan'],
): SkippedDay[] {
  const span = spanAt(kalender, from);
  if (!span.ok) return [];
  const skipped: SkippedDay[] = [];
  const last = Math.min(dayIndex(span.value, to), span.value.days.length - 1);
  for (let index = dayIndex(span.value, from) + (satuan === 'hari' ? 1 : 0); index <= last; index += 1) {
    const { libur, tanggal, hari } = span.value.days[index]!;
    if (libur !== null) skipped.push({ ...libur, tanggal, hari });
  }
  return skipped;
}

/** Breaks that lie between two moments, each once, in the order in which they come. */
export function breaksBetween(kalender: Kalender, from: Moment, to: Moment): Shift[] {
  const span = spanAt(kalender, from);
  if (!span.ok) return [];
  const { start, days } = span.value;
  const found = new Map<string, Shift>();
  const last = Math.min(dayIndex(span.value, to), days.length - 1);
  for (let index = dayIndex(span.value, from); index <= last; index += 1) {
    const minute = (start + index) * 24 * 60;
    const { kerja } = days[index]!;
    for (const [place, { mulai }] of kerja.entries()) {
      const before = kerja[place - 1];
      if (before === undefined) continue;
      const pause = { mulai: before.selesai, selesai: mulai };
      // A break in which the clock started, or at which it ended, was not passed over.
      if ((minute + pause.mulai) * 60 > from && (minute + pause.mulai) * 60 < to)
        found.set(`${pause.mulai} ${pause.selesai}`, pause);
    }
  }
  return [...found.values()];
}
