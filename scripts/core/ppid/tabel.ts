import { formatOf, tahunOf, type Entri } from './entri.ts';

/** A table to take away: the names of its columns, and its rows. */
export interface Tabel {
  readonly kolom: readonly string[];
  readonly baris: readonly (readonly Sel[])[];
}

/** A cell; an empty one is null. */
export type Sel = string | number | null;

/** The seven columns of the Daftar Informasi Publik, in the order of the law. */
export const kolomDip = [
  'Nomor',
  'Ringkasan isi informasi',
  'Pejabat atau unit yang menguasai',
  'Penanggung jawab pembuatan atau penerbitan',
  'Waktu dan tempat pembuatan',
  'Bentuk informasi yang tersedia',
  'Jangka waktu penyimpanan',
] as const;

/** What the download has beside them, so that a row can be sorted, found again and proved. */
const kolomTambahan = [
  'Nama informasi',
  'Perangkat daerah',
  'Klasifikasi',
  'Tahun',
  'Format',
  'Berlaku sampai',
  'Terbit',
  'Diperbarui',
  'Alamat',
  'Berkas',
  'SHA-256 berkas',
  'Sidik isi',
  'Contoh',
] as const;

/**
 * The Daftar Informasi Publik as a table.
 *
 * @param absolute makes an address of the portal one of the web
 */
export function tabelDip(entries: readonly Entri[], absolute: (path: string) => string): Tabel {
  const baris = entries.map((entry): Sel[] => [
    entry.nomor,
    entry.ringkasan,
    entry.pejabat,
    entry.penanggungJawab,
    [entry.tempat, entry.waktu].filter((part) => part !== null).join(', ') || null,
    entry.bentuk,
    entry.retensi,
    entry.judul,
    entry.namaOpd,
    entry.namaKlasifikasi,
    tahunOf(entry) === null ? null : Number(tahunOf(entry)),
    formatOf(entry).join(' ').toUpperCase() || null,
    entry.berlakuSampai,
    entry.terbit,
    entry.diperbarui,
    absolute(entry.url),
    lines(entry.dokumen.map(({ src }) => absolute(src))),
    lines(entry.dokumen.map(({ sha256 }) => sha256)),
    entry.sidik,
    entry.contoh ? 'ya' : 'tidak',
  ]);
  return { kolom: [...kolomDip, ...kolomTambahan], baris };
}

/** Several values in one cell: one a line. */
function lines(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join('\n');
}
