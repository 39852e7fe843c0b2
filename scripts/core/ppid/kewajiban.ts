/** Which of the obligatory kinds of information an office has, and when each falls due. */
import { kewajiban, type Kewajiban } from '../../../content/schema/kewajiban.ts';
import type { Entri } from './entri.ts';
import { dayInWib, daysBetween, plusMonths } from './tanggal.ts';

/** Months after which information that is published regularly must be published anew (UU 14/2008 Pasal 9). */
export const bulanBerkala = 6;

/** `mutakhir`: there and current; `kedaluwarsa`: there, and its time is over; `belum-ada`: nothing is there. */
export type KeadaanKewajiban = 'mutakhir' | 'kedaluwarsa' | 'belum-ada';

/** What an entry is judged by. */
export type Dinilai = Pick<
  Entri,
  'url' | 'judul' | 'opd' | 'kewajiban' | 'klasifikasi' | 'diperbarui' | 'berlakuSampai'
>;

/**
 * Last day on which an entry is current: the day that it names itself, and for what is published regularly six months
 * after its latest publication, whichever is earlier; null for what never grows old. Before the first publication
 * (while developing) nothing runs.
 */
export function mutakhirSampai(entry: Dinilai): string | null {
  const days = [
    entry.berlakuSampai,
    entry.klasifikasi === 'berkala' && entry.diperbarui !== null
      ? plusMonths(dayInWib(entry.diperbarui), bulanBerkala)
      : null,
  ].filter((day) => day !== null);
  return days.toSorted()[0] ?? null;
}

/** Whether an entry's time is over on a day. */
export function isBasi(entry: Dinilai, asOf: string): boolean {
  const sampai = mutakhirSampai(entry);
  return sampai !== null && sampai < asOf;
}

/** One field of the matrix. */
export interface Cakupan {
  readonly kewajiban: Kewajiban;
  readonly opd: string;
  readonly keadaan: KeadaanKewajiban;
  /** The entry that shows it: a current one, else the one that was current last. */
  readonly entry: Dinilai | null;
}

/** The matrix: for each office, each obligation, in the order of both. */
export function cakupan(entries: readonly Dinilai[], offices: readonly string[], asOf: string): Cakupan[] {
  const byPlace = Map.groupBy(entries, (entry) => `${entry.opd} ${entry.kewajiban ?? ''}`);
  return offices.flatMap((opd) =>
    kewajiban.map((item): Cakupan => {
      const found = (byPlace.get(`${opd} ${item.id}`) ?? []).toSorted(
        (a, b) => sortKey(b).localeCompare(sortKey(a)) || a.url.localeCompare(b.url),
      );
      const [entry = null] = found;
      if (entry === null) return { kewajiban: item, opd, keadaan: 'belum-ada', entry };
      return { kewajiban: item, opd, keadaan: isBasi(entry, asOf) ? 'kedaluwarsa' : 'mutakhir', entry };
    }),
  );
}

/** What stays current longest comes first; what never grows old before all. */
const sortKey = (entry: Dinilai): string => mutakhirSampai(entry) ?? '9999-12-31';

/** One day in the calendar of obligations. */
export interface Jatuh {
  readonly tanggal: string;
  readonly jenis: 'berkala' | 'berlaku' | 'laporan' | 'pengecualian';
  readonly judul: string;
  /** Where to look; null for what has no page. */
  readonly url: string | null;
  readonly opd: string | null;
  readonly keadaan: 'lewat' | 'segera' | 'nanti';
}

/** An exclusion as the calendar takes it. */
export interface Berakhir {
  readonly url: string;
  readonly judul: string;
  readonly opd: string;
  readonly berakhir: string;
}

/**
 * What falls due, the earliest first: regular information after six months, information that names its last day, the
 * yearly report of the PPID (at the latest three months after the budget year, PerKI 1/2021 Pasal 56), and the ends of
 * exclusions. `segera` is within thirty days.
 */
export function kalenderKewajiban(
  entries: readonly Dinilai[],
  exclusions: readonly Berakhir[],
  asOf: string,
): Jatuh[] {
  const when = (tanggal: string): Jatuh['keadaan'] => {
    const left = daysBetween(asOf, tanggal);
    return left < 0 ? 'lewat' : left <= 30 ? 'segera' : 'nanti';
  };
  const own = entries.flatMap((entry): Jatuh[] => {
    const tanggal = mutakhirSampai(entry);
    if (tanggal === null) return [];
    const { url, judul, opd } = entry;
    const jenis = tanggal === entry.berlakuSampai ? 'berlaku' : 'berkala';
    return [{ tanggal, jenis, judul, url, opd, keadaan: when(tanggal) }];
  });
  const report = laporanTahunan(asOf);
  const yearly: Jatuh = {
    tanggal: report.tanggal,
    jenis: 'laporan',
    judul: `Laporan layanan informasi publik tahun ${report.tahun}`,
    url: null,
    opd: null,
    keadaan: when(report.tanggal),
  };
  const over = exclusions.map(({ berakhir, url, judul, opd }): Jatuh => {
    return { tanggal: berakhir, jenis: 'pengecualian', judul, url, opd, keadaan: when(berakhir) };
  });
  return [...own, yearly, ...over].toSorted(
    (a, b) => a.tanggal.localeCompare(b.tanggal) || a.judul.localeCompare(b.judul, 'id'),
  );
}

/** The next 31 March on or after a day, and the budget year whose report is due then. */
export function laporanTahunan(asOf: string): { readonly tanggal: string; readonly tahun: number } {
  const year = Number(asOf.slice(0, 4));
  const due = asOf <= `${year}-03-31` ? year : year + 1;
  return { tanggal: `${due}-03-31`, tahun: due - 1 };
}
