import { collectionOf } from '../../../content/schema/collections.ts';
import type { Entri } from '../../../scripts/core/ppid/entri.ts';
import { isBerlaku } from '../../../scripts/core/ppid/serta-merta.ts';
import { formatOf, tahunOf } from '../../../scripts/core/ppid/entri.ts';
import { documentsOf } from './files.ts';
import { countOf, newest, type Card } from './items.ts';
import { cut, pageSize, type ArchivePage } from './pages.ts';
import { once, portal, rows, type Row } from './portal.ts';
import { kategoriName, officeName, readSitus } from './settings.ts';

/** The Daftar Informasi Publik, the list of what is excluded, and the warnings, as their pages take them. */

export const informasiPublik = collectionOf('informasi-publik');
export const dikecualikan = collectionOf('informasi-dikecualikan');
export const sertaMerta = collectionOf('serta-merta');

/** The day that the portal speaks of; while developing on a checkout, the day of its newest item. */
export function asOf(): string {
  return portal().publication.asOf ?? once('as of', () => newestDay());
}

function newestDay(): string {
  return rows('SELECT max(urut) AS urut FROM item')[0]?.['urut']?.slice(0, 10) ?? '2026-01-01';
}

/** Every entry of the Daftar Informasi Publik, oldest publication first. */
export function entries(): readonly Entri[] {
  return once('ppid entries', () => entryCards().map((card, place) => entriOf(card, place + 1)));
}

/** The cards of the same, in the same order. */
export function entryCards(): readonly Card[] {
  return once('ppid cards', () => newest(informasiPublik, countOf(informasiPublik)).toReversed());
}

function entriOf(card: Card, nomor: number): Entri {
  const { data, opd, kategori } = card;
  const row = facts().get(card.path) ?? {};
  return {
    nomor,
    url: card.url,
    judul: card.judul,
    ringkasan: card.ringkasan,
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
    terbit: card.terbit,
    diperbarui: row['diperbarui'] ?? null,
    sidik: row['sidik'] ?? '',
    dokumen: documentsOf({ url: card.url, files: row['files'] ?? '[]' }, data).map(
      ({ judul, catatan, src, type, size, sha256 }) => ({
        judul,
        catatan: catatan ?? null,
        src,
        type,
        size,
        sha256,
      }),
    ),
    contoh: data.contoh,
  };
}

/** What cards do not keep, by folder. */
function facts(): ReadonlyMap<string, Row> {
  return once('ppid facts', () => {
    const found = rows(
      'SELECT path, diperbarui, sidik, files FROM item WHERE koleksi = ?',
      informasiPublik.name,
    );
    return new Map(found.map((row) => [String(row['path']), row]));
  });
}

/** By what the list is browsed beside office and classification, which are lists of the collection itself. */
export const pilahan = {
  tahun: { label: 'Tahun', start: '/ppid/tahun/' },
  format: { label: 'Format', start: '/ppid/format/' },
} as const;
export type Pilahan = keyof typeof pilahan;

/** Years or formats that any entry has, sorted, each with its entries' places. */
function groupsBy(pilah: Pilahan): ReadonlyMap<string, readonly Card[]> {
  return once(`ppid ${pilah}`, () => {
    const groups = new Map<string, Card[]>();
    for (const [place, entry] of entries().entries()) {
      const tahun = tahunOf(entry);
      const values = pilah === 'format' ? formatOf(entry) : tahun === null ? [] : [tahun];
      for (const value of values) groups.set(value, [...(groups.get(value) ?? []), entryCards()[place]!]);
    }
    return new Map([...groups].toSorted(([a], [b]) => a.localeCompare(b)));
  });
}

/** The choices of one way to browse, with how many entries each has. */
export function choicesOf(pilah: Pilahan): { readonly value: string; readonly count: number }[] {
  return [...groupsBy(pilah)].map(([value, cards]) => ({ value, count: cards.length }));
}

/** The cards of one choice, in the order of the list; none where no entry has it. */
export function cardsOfChoice(pilah: Pilahan, value: string): readonly Card[] {
  return groupsBy(pilah).get(value) ?? [];
}

/** Name of a choice for people. */
export function choiceName(pilah: Pilahan, value: string): string {
  return pilah === 'format' ? value.toUpperCase() : value;
}

/** Parameters of all pages of one way to browse: `2026`, `2026/halaman/1`. */
export function choicePages(pilah: Pilahan): string[] {
  return choicesOf(pilah).flatMap(({ value, count }) => [
    value,
    ...Array.from(
      { length: Math.max(0, Math.floor(count / pageSize) - 1) },
      (_, n) => `${value}/halaman/${n + 1}`,
    ),
  ]);
}

/** One of these pages. */
export function choicePageAt(
  pilah: Pilahan,
  at: string,
): { readonly value: string; readonly page: ArchivePage } {
  const [, value = '', number] = /^([^/]+)(?:\/halaman\/(\d+))?$/.exec(at) ?? [];
  const cards = groupsBy(pilah).get(value);
  if (cards === undefined) throw new Error(`no such list: ${pilah} ${at}`);
  return { value, page: cut(cards, number === undefined ? null : Number(number)) };
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
  return once('ppid warnings', () =>
    newest(sertaMerta, countOf(sertaMerta)).filter(({ data }) => isBerlaku(data.berlakuSampai, asOf())),
  );
}

/** Who answers for the catalogue. */
export function penerbit(absolute: (path: string) => string) {
  const { nama, dinas, kontak } = readSitus();
  return { nama, ringkasan: informasiPublik.ringkasan, dinas, surel: kontak.surel, absolute };
}
