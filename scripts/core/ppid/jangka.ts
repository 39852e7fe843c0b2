/** The periods of a request for information and of an objection, with their days from the working calendar. */
import type { Result } from '../issue.ts';
import { deadline, type SkippedDay } from '../kalender-deadline.ts';
import type { Kalender } from '../kalender-table.ts';

/** One period of the law. */
export interface Jangka {
  readonly id: string;
  /** What must have happened when it is over. */
  readonly nama: string;
  /** The day from which it is counted, in words. */
  readonly sejak: string;
  readonly hariKerja: number;
  readonly dasar: string;
}

/** What a request for information goes through: UU 14/2008 Pasal 22. */
export const jangkaPermohonan: readonly Jangka[] = [
  {
    id: 'jawaban',
    nama: 'Pemberitahuan tertulis',
    sejak: 'permohonan diterima',
    hariKerja: 10,
    dasar: 'UU Nomor 14 Tahun 2008 Pasal 22',
  },
  {
    id: 'perpanjangan',
    nama: 'Bila diperpanjang dengan alasan tertulis, sekali saja',
    sejak: 'permohonan diterima (10 + 7 hari kerja)',
    hariKerja: 17,
    dasar: 'UU Nomor 14 Tahun 2008 Pasal 22',
  },
];

/** What an objection goes through: UU 14/2008 Pasal 36 to 38. */
export const jangkaKeberatan: readonly Jangka[] = [
  {
    id: 'keberatan',
    nama: 'Keberatan diajukan kepada Atasan PPID',
    sejak: 'alasan keberatan ditemukan',
    hariKerja: 30,
    dasar: 'UU Nomor 14 Tahun 2008 Pasal 36',
  },
  {
    id: 'tanggapan',
    nama: 'Tanggapan tertulis Atasan PPID',
    sejak: 'keberatan diterima',
    hariKerja: 30,
    dasar: 'UU Nomor 14 Tahun 2008 Pasal 36',
  },
  {
    id: 'sengketa',
    nama: 'Sengketa diajukan ke Komisi Informasi',
    sejak: 'tanggapan Atasan PPID diterima',
    hariKerja: 14,
    dasar: 'UU Nomor 14 Tahun 2008 Pasal 37',
  },
  {
    id: 'mulai-sengketa',
    nama: 'Komisi Informasi mulai menyelesaikan sengketa',
    sejak: 'sengketa diterima',
    hariKerja: 14,
    dasar: 'UU Nomor 14 Tahun 2008 Pasal 38',
  },
  {
    id: 'selesai-sengketa',
    nama: 'Komisi Informasi selesai menyelesaikan sengketa',
    sejak: 'sengketa diterima',
    hariKerja: 100,
    dasar: 'UU Nomor 14 Tahun 2008 Pasal 38',
  },
];

/** The last day of a period, and the days that were passed over. */
export interface Tenggat {
  readonly tanggal: string;
  readonly lewati: readonly SkippedDay[];
}

/**
 * The last day of a period that begins on a day: working days, the first one not counted. A year that the calendar
 * does not have is an issue, never a guess.
 *
 * @param sejak `2026-11-02`
 */
export function tenggatDari(kalender: Kalender, sejak: string, hariKerja: number): Result<Tenggat> {
  const found = deadline(kalender, `${sejak}T12:00:00+07:00`, { hariKerja });
  if (!found.ok) return found;
  const { tenggat, skipped } = found.value;
  return { ok: true, value: { tanggal: tenggat.slice(0, 10), lewati: skipped } };
}

/** Why a period ends on its day, in a sentence: what was counted and what was passed over. */
export function alasanTenggat(hariKerja: number, { lewati }: Tenggat): string {
  const weekend = lewati.filter(({ sebab }) => sebab === 'akhir-pekan').length;
  const named = lewati.flatMap(({ nama, tanggal, sebab }) =>
    nama === null ? [] : [`${sebab === 'cuti-bersama' ? 'cuti bersama ' : ''}${nama} (${shortDay(tanggal)})`],
  );
  const passed = [...(weekend > 0 ? [`${weekend} hari akhir pekan`] : []), ...named];
  const rest = passed.length === 0 ? '' : `; melewati ${passed.join(', ')}`;
  return `${hariKerja} hari kerja, hari pertama tidak dihitung${rest}.`;
}

/** `17/8`. */
function shortDay(tanggal: string): string {
  return `${Number(tanggal.slice(8))}/${Number(tanggal.slice(5, 7))}`;
}
