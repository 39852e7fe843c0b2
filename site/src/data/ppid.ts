import { collectionOf } from '../../../content/schema/collections.ts';
import type { Entri } from '../../../scripts/core/ppid/entri.ts';
import type { Dinilai } from '../../../scripts/core/ppid/kewajiban.ts';
import { barisOf, perBerkas, type Baris } from '../../../scripts/core/ppid/saring.ts';
import type { Listing } from '../../../scripts/publish/index/lists.ts';
import { documentsOf } from './files.ts';
import { countOf, holdingOn, makeCard, newest, type Card } from './items.ts';
import { countIn, oldestFirst, partOf, valuesOf, wholeOf, type Listed } from './lists.ts';
import { numbersOf, pageOf, type ArchivePage } from './pages.ts';
import { once, portal, rows, type Row } from './portal.ts';
import { kategoriName, officeName, readSitus } from './settings.ts';

/** The Daftar Informasi Publik, the list of what is excluded, and the warnings, as their pages take them. */

export const informasiPublik = collectionOf('informasi-publik');
export const dikecualikan = collectionOf('informasi-dikecualikan');
export const sertaMerta = collectionOf('serta-merta');

/** The day that the portal speaks of; while developing on a checkout, the day of its newest item. */
export function asOf(): string {
  return portal().state?.asOf ?? once('as of', () => newestDay());
}

function newestDay(): string {
  return (
    rows("SELECT max(urut) AS urut FROM dalam WHERE menurut = 'semua'")[0]?.['urut']?.slice(0, 10) ??
    '2026-01-01'
  );
}

/** The Daftar Informasi Publik. */
export const allEntries = wholeOf(informasiPublik.name);

/** How many entries the Daftar Informasi Publik has, and how many there are of what is excluded. */
export function countEntries(): number {
  return countIn(allEntries);
}
export function countExclusions(): number {
  return countOf(dikecualikan);
}

/** Every entry of the Daftar Informasi Publik, oldest publication first: for what holds the whole list in one file. */
export function entries(): readonly Entri[] {
  return once('ppid entries', () => oldestFirst(allEntries).map((row, place) => entriOf(row, place + 1)));
}

function entriOf(row: Row, nomor: number): Entri {
  const { url, judul, ringkasan, opd, kategori, terbit, data } = makeCard(row);
  return {
    nomor,
    url,
    judul,
    ringkasan,
    opd,
    namaOpd: officeName(opd),
    klasifikasi: kategori,
    namaKlasifikasi: kategori === null ? null : kategoriName(informasiPublik, kategori),
    pejabat: data.pejabat ?? null,
    penanggungJawab: data.penanggungJawab ?? null,
    waktu: data.pembuatan?.waktu ?? null,
    tempat: data.pembuatan?.tempat ?? null,
    bentuk: data.bentuk ?? null,
    retensi: data.retensi ?? null,
    berlakuSampai: data.berlakuSampai ?? null,
    kewajiban: data.kewajiban ?? null,
    terbit,
    diperbarui: row['diperbarui'] ?? null,
    sidik: row['sidik'] ?? '',
    dokumen: documentsOf(row, data).map(({ judul: nama, catatan, src, type, size, sha256 }) => ({
      judul: nama,
      catatan: catatan ?? null,
      src,
      type,
      size,
      sha256,
    })),
    contoh: data.contoh,
  };
}

/** What every entry is judged by, oldest publication first: whether it is current, and which obligation it fulfils. */
export function judged(): readonly Dinilai[] {
  return once('ppid judged', () =>
    oldestFirst(allEntries, {
      columns:
        "url, judul, opd, kategori, diperbarui, sampai, json_extract(data, '$.kewajiban') AS kewajiban",
    }).map((row) => ({
      url: String(row['url']),
      judul: String(row['judul']),
      opd: String(row['opd']),
      klasifikasi: row['kategori'] ?? null,
      diperbarui: row['diperbarui'] ?? null,
      berlakuSampai: row['sampai'] ?? null,
      kewajiban: row['kewajiban'] ?? null,
    })),
  );
}

/** How many data files the filter has. */
export function filterFiles(): number {
  return Math.ceil(countEntries() / perBerkas);
}

/** What one data file of the filter holds, from the oldest entries on. */
export function filterFile(part: number): Baris[] {
  return partOf(allEntries, perBerkas, part).map((row, place) =>
    barisOf(entriOf(row, part * perBerkas + place + 1)),
  );
}

/** By what the list is browsed beside office and classification, which are lists of the collection itself. */
export const pilahan = {
  tahun: { label: 'Tahun', start: '/ppid/tahun/' },
  format: { label: 'Format', start: '/ppid/format/' },
} as const;
export type Pilahan = keyof typeof pilahan;

const menurut: Readonly<Record<Pilahan, Listing>> = { tahun: 'pembuatan', format: 'format' };

/** All entries of one choice. */
export function choiceList(pilah: Pilahan, value: string): Listed {
  return { koleksi: informasiPublik.name, menurut: menurut[pilah], nilai: value };
}

/** The choices of one way to browse, with how many entries each has. */
export function choicesOf(pilah: Pilahan): { readonly value: string; readonly count: number }[] {
  return valuesOf(informasiPublik.name, menurut[pilah])
    .map(({ nilai, jumlah }) => ({ value: nilai, count: jumlah }))
    .toSorted((a, b) => a.value.localeCompare(b.value));
}

/** Name of a choice for people. */
export function choiceName(pilah: Pilahan, value: string): string {
  return pilah === 'format' ? value.toUpperCase() : value;
}

/** Parameters of all pages of one way to browse: `2026`, `2026/halaman/1`. */
export function choicePages(pilah: Pilahan): string[] {
  return choicesOf(pilah).flatMap(({ value, count }) => [
    value,
    ...numbersOf(count).map((n) => `${value}/halaman/${n}`),
  ]);
}

/** One of these pages. */
export function choicePageAt(
  pilah: Pilahan,
  at: string,
): { readonly value: string; readonly page: ArchivePage } {
  const [, value = '', number] = /^([^/]+)(?:\/halaman\/(\d+))?$/.exec(at) ?? [];
  const list = choiceList(pilah, value);
  if (countIn(list) === 0) throw new Error(`no such list: ${pilah} ${at}`);
  return { value, page: pageOf(list, number === undefined ? null : Number(number)) };
}

/** Every excluded piece of information, the one that opens first before the others. */
export function exclusions(): readonly Card[] {
  return once('ppid exclusions', () =>
    newest(dikecualikan, countOf(dikecualikan)).toSorted(
      (a, b) => (a.data.berakhir ?? '').localeCompare(b.data.berakhir ?? '') || a.url.localeCompare(b.url),
    ),
  );
}

/** Warnings that hold on the day that the portal speaks of, the newest first. */
export function warnings(): readonly Card[] {
  return once('ppid warnings', () => holdingOn(sertaMerta, asOf()));
}

/** Who answers for the catalogue. */
export function penerbit(absolute: (path: string) => string) {
  const { nama, dinas, kontak } = readSitus();
  return { nama, ringkasan: informasiPublik.ringkasan, dinas, surel: kontak.surel, absolute };
}
