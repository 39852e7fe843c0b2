import nama from '../_data/nama.json' with { type: 'json' };

const { bulan: months } = nama;
const days = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

/** A moment as the calendar of WIB shows it. */
const inWib = (date) => new Date(date.getTime() + 7 * 3_600_000);
const two = (value) => String(value).padStart(2, '0');
const plain = (wib) => `${wib.getUTCDate()} ${months[wib.getUTCMonth()]} ${wib.getUTCFullYear()}`;
const long = (wib) => `${days[wib.getUTCDay()]}, ${plain(wib)}`;

/** `2 November 2026` */
export const plainDate = (date) => plain(inWib(date));

/** `Senin, 2 November 2026` */
export const longDate = (date) => long(inWib(date));

/** `2026-11-02T02:15:00Z` */
export const iso = (date) => `${date.toISOString().slice(0, 19)}Z`;

/** `Senin, 2 November 2026 pukul 09.15 WIB`, as an element */
export function waktu(date) {
  const wib = inWib(date);
  return `<time datetime="${iso(date)}">${long(wib)} pukul ${two(wib.getUTCHours())}.${two(wib.getUTCMinutes())} WIB</time>`;
}

/** `November 2026`, from `2026-11`. */
export function monthName(bulan) {
  const [year, month] = bulan.split('-');
  return `${months[Number(month) - 1]} ${year}`;
}
