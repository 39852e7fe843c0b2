import { longTime } from '../dates.ts';

const minute = 60_000;
const day = 86_400_000;
const zone = 7 * 3_600_000;

/** A time as one says it: “baru saja”, “12 menit lalu”, “hari ini 09.15”, “kemarin 16.02”, then the day in full. */
export function shortTime(iso: string, now: string): string {
  const at = Date.parse(iso);
  const passed = Date.parse(now) - at;
  if (passed >= 0 && passed < minute) return 'baru saja';
  if (passed >= 0 && passed < 60 * minute) return `${Math.floor(passed / minute)} menit lalu`;
  const days = Math.floor((Date.parse(now) + zone) / day) - Math.floor((at + zone) / day);
  const local = new Date(at + zone);
  const clock = `${String(local.getUTCHours()).padStart(2, '0')}.${String(local.getUTCMinutes()).padStart(2, '0')}`;
  if (days === 0) return `hari ini ${clock}`;
  if (days === 1) return `kemarin ${clock}`;
  return longTime(iso);
}
