import type { Result } from './issue.ts';
import type { Kalender } from './kalender-table.ts';
import { breaksBetween, skippedBetween, type SkippedDay } from './kalender-deadline.ts';
import {
  amountOf,
  dayIndex,
  isoOf,
  momentAfter,
  momentOf,
  spanAt,
  type Amount,
  type Moment,
  type Waktu,
} from './kalender-time.ts';
import { waktu as timeText } from './text.ts';

/** Why a deadline is when it is, in a sentence for the office: what was counted, and what was passed over. */
export function explain(kalender: Kalender, start: string, waktu: Waktu): Result<string> {
  const from = momentOf(kalender, start);
  if (!from.ok) return from;
  const to = momentAfter(kalender, from.value, amountOf(waktu));
  return to.ok ? { ok: true, value: explanation(kalender, from.value, to.value, waktu) } : to;
}

/** The same for a deadline that is already known: both moments lie in one span of the calendar. */
export function explanation(kalender: Kalender, from: Moment, to: Moment, waktu: Waktu): string {
  const isDays = 'hariKerja' in waktu;
  const { satuan } = amountOf(waktu);
  const skipped = [
    ...skippedBetween(kalender, from, to, satuan).map(dayText),
    ...(isDays ? [] : breaksBetween(kalender, from, to).map(breakText)),
  ];
  const counted = isDays
    ? `${waktu.hariKerja} hari kerja sesudah ${text(kalender, from)} (hari itu tidak dihitung)`
    : `${waktu.menit} menit kerja sejak ${text(kalender, from)}${laterStart(kalender, from)}`;
  const parts = [
    `Tenggat ${text(kalender, to)}: ${counted}`,
    ...(skipped.length === 0 ? [] : [`melewati ${skipped.join(', ')}`]),
    ...ramadanText(kalender, from, to, satuan),
  ];
  return `${parts.join('; ')}.`;
}

/** A moment as the office reads it. */
export function text(kalender: Kalender, moment: Moment): string {
  const span = spanAt(kalender, moment);
  return span.ok ? timeText(isoOf(span.value, moment)) : '';
}

/** Where the clock starts outside working hours: when it really begins to run. */
function laterStart(kalender: Kalender, from: Moment): string {
  const first = momentAfter(kalender, from, { satuan: 'detik', banyak: 1 });
  if (!first.ok || first.value - 1 === from) return '';
  return `, yang di luar jam kerja sehingga dihitung mulai ${text(kalender, first.value - 1)}`;
}

const dayNames = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const reasons = { 'akhir-pekan': '', libur: 'libur ', 'cuti-bersama': 'cuti bersama ' };

/** "Sabtu 7/11", "Jumat 25/12 (libur Kelahiran Yesus Kristus)". */
function dayText({ tanggal, hari, sebab, nama }: SkippedDay): string {
  const date = `${dayNames[hari] ?? ''} ${Number(tanggal.slice(8))}/${Number(tanggal.slice(5, 7))}`;
  return nama === null ? date : `${date} (${reasons[sebab]}${nama})`;
}

/** "istirahat 12.00–13.00". */
function breakText({ mulai, selesai }: { mulai: number; selesai: number }): string {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
  return `istirahat ${clock(mulai)}–${clock(selesai)}`;
}

/** That hours of Ramadan were counted with, and whether its dates are only inferred. */
function ramadanText(kalender: Kalender, from: Moment, to: Moment, satuan: Amount['satuan']): string[] {
  const span = spanAt(kalender, from);
  if (!span.ok) return [];
  // Of working days only the hours of the last one matter.
  const first = dayIndex(span.value, satuan === 'hari' ? to : from);
  const days = span.value.days.slice(first, dayIndex(span.value, to) + 1);
  const fasting = days.find(({ ramadan, libur }) => ramadan !== null && libur === null);
  if (fasting === undefined) return [];
  const source = fasting.ramadan === 'disimpulkan' ? ' (tanggalnya disimpulkan)' : '';
  return [`jam kerja Ramadan berlaku${source}`];
}
