/** Dates as the public reads them, in WIB (UTC+7, no summer time). Written out here so that no host changes them. */
import { months } from '../../scripts/core/text.ts';

const days = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

/** A day (`2026-11-02`) or a moment (ISO 8601 with zone) as the calendar of WIB shows it. */
function inWib(value: string) {
  const moment = new Date(value.length === 10 ? `${value}T00:00:00Z` : value).getTime();
  const shifted = new Date(value.length === 10 ? moment : moment + 7 * 3_600_000);
  return {
    day: days[shifted.getUTCDay()] ?? '',
    date: shifted.getUTCDate(),
    month: months[shifted.getUTCMonth()] ?? '',
    year: shifted.getUTCFullYear(),
    clock: `${String(shifted.getUTCHours()).padStart(2, '0')}.${String(shifted.getUTCMinutes()).padStart(2, '0')}`,
  };
}

type Moment = ReturnType<typeof inWib>;

const plain = ({ date, month, year }: Moment) => `${date} ${month} ${year}`;
const long = (moment: Moment) => `${moment.day}, ${plain(moment)}`;

/** `2 November 2026` */
export function plainDate(value: string): string {
  return plain(inWib(value));
}

/** `Senin, 2 November 2026` */
export function longDate(value: string): string {
  return long(inWib(value));
}

/** `Senin, 2 November 2026 pukul 09.15 WIB` */
export function longTime(value: string): string {
  const moment = inWib(value);
  return `${long(moment)} pukul ${moment.clock}\u00a0WIB`;
}

/** `November 2026`, from `2026/11`. */
export function monthName(bulan: string): string {
  const [year, month] = bulan.split('/');
  return `${months[Number(month) - 1] ?? ''} ${year ?? ''}`;
}
