/** The evidence that assessors ask for, gathered from what is published. */
import type { Sel, Tabel } from './tabel.ts';

/** What an indicator is shown by, and how it stands. */
export interface Bukti {
  readonly indikator: string;
  /** Office that it is about; null for the whole government. */
  readonly opd: string | null;
  /** Address within the portal; null while there is nothing. */
  readonly url: string | null;
  /** Day of the evidence. */
  readonly tanggal: string | null;
  readonly keadaan: 'ada' | 'kedaluwarsa' | 'belum ada';
}

/** The evidence as a table: indicator, office, address, date, state. */
export function tabelBukti(bukti: readonly Bukti[], absolute: (path: string) => string): Tabel {
  const baris = bukti.map(({ indikator, opd, url, tanggal, keadaan }): Sel[] => [
    indikator,
    opd ?? 'Seluruh pemerintah daerah',
    url === null ? null : absolute(url),
    tanggal,
    keadaan,
  ]);
  return { kolom: ['Indikator', 'Perangkat daerah', 'Alamat', 'Tanggal', 'Keadaan'], baris };
}
