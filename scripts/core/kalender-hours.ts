import type { Pekan } from '../../content/schema/kalender.ts';

/** Minutes of a day, from its midnight: work from `mulai` until before `selesai`. */
export interface Shift {
  readonly mulai: number;
  readonly selesai: number;
}

/** Days since 1970-01-01 of a date. */
export function dayNumber(tanggal: string): number {
  return Math.floor(Date.parse(`${tanggal}T00:00:00Z`) / 86_400_000);
}

/** Minutes after midnight of `07:30`. */
function minuteOfDay(jam: string): number {
  return Number(jam.slice(0, 2)) * 60 + Number(jam.slice(3));
}

/** Working minutes of a day. */
export function minutesOf(shifts: readonly Shift[]): number {
  return shifts.reduce((sum, { mulai, selesai }) => sum + selesai - mulai, 0);
}

/** Hours of a day of the week without its breaks, which may touch or overlap. */
export function shiftsOf(hours: Pekan[keyof Pekan]): Shift[] {
  if (hours === null) return [];
  const shifts: Shift[] = [];
  let mulai = minuteOfDay(hours.mulai);
  const until = (selesai: number) => {
    if (selesai > mulai) shifts.push({ mulai, selesai });
  };
  for (const pause of hours.istirahat.toSorted((a, b) => (a.mulai < b.mulai ? -1 : 1))) {
    until(minuteOfDay(pause.mulai));
    mulai = Math.max(mulai, minuteOfDay(pause.selesai));
  }
  until(minuteOfDay(hours.selesai));
  return shifts;
}

const weekdays = ['minggu', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu'] as const;

/** Seven lists of working hours, Sunday first. */
export function weekOf(pekan: Pekan): Shift[][] {
  return weekdays.map((day) => shiftsOf(pekan[day]));
}
