import type { Kalender } from '../../../scripts/core/kalender-table.ts';
import { momentOf, worked, type Moment, type Waktu } from '../../../scripts/core/kalender-time.ts';

/** How a step stands against its deadline, in working time. */
export interface TimeLeft {
  /** “sisa 25 menit kerja”, “terlambat 1 hari kerja”. */
  readonly words: string;
  readonly tone: 'tenang' | 'segera' | 'terlambat';
}

/** Less than this part of the standard time left: soon. */
const soon = 0.25;

/**
 * The working time that is left until a deadline, as the office says it; null where there is no deadline, or no
 * calendar for it.
 *
 * @param tenggat ISO 8601 with zone
 * @param waktu standard time of the step: days are told for a step of days, minutes and hours for one of minutes
 */
export function timeLeft(
  kalender: Kalender,
  tenggat: string | null | undefined,
  now: string,
  waktu: Waktu | null,
): TimeLeft | null {
  if (tenggat === null || tenggat === undefined || waktu === null) return null;
  const due = momentOf(kalender, tenggat);
  const at = momentOf(kalender, now);
  if (!due.ok || !at.ok) return null;
  const isLate = at.value > due.value;
  const [from, to] = isLate ? [due.value, at.value] : [at.value, due.value];
  const words = amountWords(kalender, from, to, 'hariKerja' in waktu);
  if (words === null) return null;
  if (isLate) return { words: `terlambat ${words}`, tone: 'terlambat' };
  return { words: `sisa ${words}`, tone: isSoon(kalender, from, to, waktu) ? 'segera' : 'tenang' };
}

/** Longest span that is told in hours; longer ones are told in days. */
const minutesInHours = 16 * 60;

function amountWords(kalender: Kalender, from: Moment, to: Moment, inDays: boolean): string | null {
  const seconds = worked(kalender, from, to, 'detik');
  const days = worked(kalender, from, to, 'hari');
  if (!seconds.ok || !days.ok) return null;
  const minutes = Math.ceil(seconds.value / 60);
  if ((inDays || minutes > minutesInHours) && days.value > 0) return `${days.value} hari kerja`;
  if (minutes < 1) return 'kurang dari 1 menit kerja';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} jam` : '', rest > 0 ? `${rest} menit` : '', 'kerja']
    .filter(Boolean)
    .join(' ');
}

function isSoon(kalender: Kalender, from: Moment, to: Moment, waktu: Waktu): boolean {
  const left = worked(kalender, from, to, 'hariKerja' in waktu ? 'hari' : 'detik');
  if (!left.ok) return false;
  return 'hariKerja' in waktu ? left.value === 0 : left.value <= waktu.menit * 60 * soon;
}
