import type { Langkah } from '../../content/schema/sop.ts';
import type { Issue, Result } from './issue.ts';
import type { Day, Kalender, Span } from './kalender-table.ts';
import { kalenderMessages as say } from './kalender-messages.ts';
import { second } from './peran.ts';

/** The standard time of a step: `{menit}` or `{hariKerja}`. */
export type Waktu = NonNullable<Langkah['waktu']>;

/** Seconds on the wall clock of Asia/Pontianak since 1970: UTC+7 the whole year. */
export type Moment = number;

/** Working time: seconds inside working hours, or working days. */
export interface Amount {
  readonly satuan: 'detik' | 'hari';
  readonly banyak: number;
}

const daySeconds = 86_400;
const zone = 7 * 3600;

/** The standard time of a step as working time. */
export function amountOf(waktu: Waktu): Amount {
  return 'menit' in waktu
    ? { satuan: 'detik', banyak: waktu.menit * 60 }
    : { satuan: 'hari', banyak: waktu.hariKerja };
}

/** An ISO 8601 time with zone as a moment, in whole seconds: GitHub's clock knows no finer one (R1). */
export function momentOf(kalender: Kalender, iso: string): Result<Moment> {
  const at = second(iso);
  if (!Number.isNaN(at)) return { ok: true, value: at + zone };
  return fault(kalender, 'kalender-waktu-tak-terbaca', say['kalender-waktu-tak-terbaca'](iso));
}

/** A moment as ISO 8601: `2026-11-24T10:15:00+07:00`. */
export function isoOf(span: Span, moment: Moment): string {
  const index = dayIndex(span, moment);
  const rest = moment - (span.start + index) * daySeconds;
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${span.days[index]!.tanggal}T${time.map((part) => String(part).padStart(2, '0')).join(':')}+07:00`;
}

/** Place of a moment's day in a span. */
export function dayIndex(span: Span, moment: Moment): number {
  return Math.floor(moment / daySeconds) - span.start;
}

/** The span that holds a moment, or the issue that its year is missing. */
export function spanAt(kalender: Kalender, moment: Moment): Result<Span> {
  const span = kalender.spans.find((item) => {
    const index = dayIndex(item, moment);
    return index >= 0 && index < item.days.length;
  });
  return span === undefined ? missingYear(kalender, yearOf(moment)) : { ok: true, value: span };
}

function yearOf(moment: Moment): number {
  return new Date(moment * 1000).getUTCFullYear();
}

function missingYear(kalender: Kalender, tahun: number): Result<never> {
  return fault(
    kalender,
    'kalender-tahun-tidak-ada',
    say['kalender-tahun-tidak-ada'](tahun),
    `tahun.${tahun}`,
  );
}

function fault(kalender: Kalender, code: string, message: string, field?: string): Result<never> {
  const issue: Issue = { code, file: kalender.file, message, ...(field === undefined ? {} : { field }) };
  return { ok: false, issues: [issue] };
}

/** Working seconds of a day before a second of it. */
function secondsBefore(day: Day, ofDay: number): number {
  let sum = 0;
  for (const { mulai, selesai } of day.kerja) sum += Math.max(0, Math.min(ofDay, selesai * 60) - mulai * 60);
  return sum;
}

/** Working time from the beginning of a span to a moment; of days, those that have begun. */
function sumTo(span: Span, moment: Moment, satuan: Amount['satuan']): number {
  const index = dayIndex(span, moment);
  if (satuan === 'hari') return span.daysBefore[index + 1]!;
  const ofDay = moment - (span.start + index) * daySeconds;
  return span.minutesBefore[index]! * 60 + secondsBefore(span.days[index]!, ofDay);
}

/**
 * Working time between two moments; none where the second is not the later one. Of days, the first is not counted and
 * the last is.
 */
export function worked(
  kalender: Kalender,
  from: Moment,
  to: Moment,
  satuan: Amount['satuan'],
): Result<number> {
  if (to <= from) return { ok: true, value: 0 };
  const span = spanAt(kalender, from);
  if (!span.ok) return span;
  if (dayIndex(span.value, to) >= span.value.days.length)
    return missingYear(kalender, span.value.lastYear + 1);
  return { ok: true, value: sumTo(span.value, to, satuan) - sumTo(span.value, from, satuan) };
}

/** The earliest moment by which so much working time has passed: inside working hours, or at the end of them. */
export function momentAfter(kalender: Kalender, from: Moment, amount: Amount): Result<Moment> {
  const span = spanAt(kalender, from);
  if (!span.ok) return span;
  const { start, days, minutesBefore, daysBefore } = span.value;
  const target = sumTo(span.value, from, amount.satuan) + amount.banyak;
  const isDays = amount.satuan === 'hari';
  const table = isDays ? daysBefore : minutesBefore;
  const unit = isDays ? 1 : 60;
  if (target > table[days.length]! * unit) return missingYear(kalender, span.value.lastYear + 1);
  const index = firstReaching(table, Math.ceil(target / unit)) - 1;
  const { kerja } = days[index]!;
  const midnight = (start + index) * daySeconds;
  if (isDays) return { ok: true, value: midnight + kerja.at(-1)!.selesai * 60 };

  let rest = target - minutesBefore[index]! * 60;
  const shift = kerja.find(({ mulai, selesai }) => {
    const length = (selesai - mulai) * 60;
    if (rest <= length) return true;
    rest -= length;
    return false;
  })!;
  return { ok: true, value: midnight + shift.mulai * 60 + rest };
}

/** Index of the first entry of an ascending table that is at least a value. */
function firstReaching(table: Int32Array, value: number): number {
  let low = 0;
  let high = table.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table[middle]! >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
