/** Days as the law counts them: `2026-11-02`, without a clock or a zone. */

/** A day so many months later; the last day of the month where it has no such day (31 August + 6 → 28 February). */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const iso = last.toISOString().slice(0, 8);
  return `${iso}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`;
}

/** Whole days from one day to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The day in Asia/Pontianak (UTC+7 the whole year) of a time in ISO 8601 with zone. */
export function dayInWib(at: string): string {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** A day so many days later. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
