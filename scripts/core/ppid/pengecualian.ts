import { daysBetween } from './tanggal.ts';

/** How an exclusion stands on a day: it holds, it ends within ninety days, or it is over and the information is open. */
export type KeadaanPengecualian = 'berlaku' | 'segera-berakhir' | 'berakhir';

/** Days before its end within which an exclusion is said to end soon. */
export const segeraBerakhir = 90;

/**
 * Judges an exclusion (PerKI 1/2021: what was excluded becomes open when its time is over).
 *
 * @param berakhir its last day
 * @param asOf the day that the portal speaks of
 */
export function keadaanPengecualian(berakhir: string, asOf: string): KeadaanPengecualian {
  const left = daysBetween(asOf, berakhir);
  if (left < 0) return 'berakhir';
  return left <= segeraBerakhir ? 'segera-berakhir' : 'berlaku';
}
