import type { Berita } from '../../../content/schema/berita.ts';
import { collectionOf, type Collection, type Facet } from '../../../content/schema/collections.ts';
import type { InformasiDikecualikan } from '../../../content/schema/informasi-dikecualikan.ts';
import type { InformasiPublik } from '../../../content/schema/informasi-publik.ts';
import type { SertaMerta } from '../../../content/schema/serta-merta.ts';
import type { LedgerEntry } from '../../../scripts/core/ledger.ts';
import type { IndexedItem } from '../../../scripts/publish/index/make-item.ts';
import { documentsOf, worksOf, type Dokumen, type Shown, type Work } from './files.ts';
import { cardColumns, countIn, pathsAround, pathsIn, valuesOf, wholeOf, type Listed } from './lists.ts';
import { checkout, once, rows, type Row } from './portal.ts';

/** Front matter that the public may see, of whichever collection the item is. */
export type PublicData = Shown &
  Partial<
    Pick<Berita, 'tanggal' | 'tempat' | 'narasumber'> &
      Pick<
        InformasiPublik,
        'pejabat' | 'penanggungJawab' | 'pembuatan' | 'bentuk' | 'retensi' | 'kewajiban' | 'berlakuSampai'
      > &
      Pick<InformasiDikecualikan, 'ketentuanLain' | 'bagian' | 'konsekuensi' | 'berakhir'> &
      Omit<SertaMerta, 'judul' | 'opd' | 'contoh' | 'laporan' | 'dokumen'>
  > & { readonly contoh: boolean };

/** What lists show of an item. */
export interface Card {
  readonly path: string;
  readonly url: string;
  readonly collection: Collection;
  readonly judul: string;
  readonly ringkasan: string;
  /** The day that it tells of, else when it was published. */
  readonly tanggal: string;
  readonly terbit: string | null;
  /** What lists are sorted by. */
  readonly urut: string;
  readonly opd: string;
  readonly kategori: string | null;
  readonly gambar: Work | null;
  readonly data: PublicData;
}

/** All that the page of an item shows. */
export interface Item extends Card {
  readonly bulan: string | null;
  readonly karya: readonly Work[];
  readonly dokumen: readonly Dokumen[];
  readonly html: string;
  readonly teks: string;
  readonly sidik: string;
  readonly diperbarui: string | null;
  /** The record of its approval; null while developing. */
  readonly entry: Extract<LedgerEntry, { jenis: 'item' }> | null;
}

/** All items of a collection that have the same month, office or kategori. */
export interface List {
  readonly collection: Collection;
  readonly facet: Facet;
  readonly value: string;
}

/** A list as the index has it. */
export function listed({ collection, facet, value }: List): Listed {
  return { koleksi: collection.name, menurut: facet, nilai: value };
}

/** The latest items of a collection, newest first. */
export function newest({ name }: Collection, count: number): Card[] {
  return pathsIn(wholeOf(name), 'before', { count }).map(cardOf);
}

/** How many items of a collection are live. */
export function countOf({ name }: Collection): number {
  return countIn(wholeOf(name));
}

/** The lists of a collection by one facet, each with how many items it has; only such that have any. */
export function listsBy(collection: Collection, facet: Facet): (List & { readonly count: number })[] {
  if (collection.lists[facet] === undefined) return [];
  return valuesOf(collection.name, facet).map(({ nilai, jumlah }) => ({
    collection,
    facet,
    value: nilai,
    count: jumlah,
  }));
}

/** The items of a list, oldest first; on request those alone that were published on a day or later. */
export function cardsOf(list: List, since?: string): Card[] {
  const place = since === undefined ? undefined : { urut: since, path: '' };
  return pathsIn(listed(list), 'after', { place }).map(cardOf);
}

/** The latest items of a list, newest first: never the whole of it, which may be long. */
export function newestOf(list: List, count: number): Card[] {
  return pathsIn(listed(list), 'before', { count }).map(cardOf);
}

/** What holds on a day in a collection whose items name their last day, newest first. */
export function holdingOn({ name }: Collection, day: string): Card[] {
  return rows(
    `SELECT ${cardColumns} FROM item WHERE koleksi = ? AND judul <> '' AND (sampai IS NULL OR sampai >= ?)
     ORDER BY urut DESC, path DESC`,
    name,
    day,
  ).map(card);
}

/** Years that have anything live, oldest first. Each is looked up after the one before it. */
export function years(): string[] {
  return once('years', () =>
    rows(
      `WITH RECURSIVE found (tahun) AS (
         SELECT min(tahun) FROM item WHERE judul <> ''
         UNION ALL
         SELECT (SELECT min(tahun) FROM item WHERE judul <> '' AND tahun > found.tahun) FROM found
         WHERE found.tahun IS NOT NULL)
       SELECT tahun FROM found WHERE tahun IS NOT NULL`,
    ).map(({ tahun }) => String(tahun)),
  );
}

/** What a sitemap tells of an item. */
export interface SitemapEntry {
  readonly url: string;
  readonly collection: Collection;
  readonly judul: string;
  readonly terbit: string | null;
  readonly diperbarui: string | null;
  /** Addresses of its pictures. */
  readonly gambar: readonly string[];
}

/** Everything live of a year, in the order of addresses; withdrawn pages are not in it. */
export function sitemapEntries(tahun: string): SitemapEntry[] {
  return rows(
    `SELECT url, koleksi, judul, terbit, diperbarui, gambar FROM item
     WHERE judul <> '' AND tahun = ? ORDER BY url`,
    tahun,
  ).map((row) => ({
    url: String(row['url']),
    collection: collectionOf(String(row['koleksi'])),
    judul: String(row['judul']),
    terbit: row['terbit'] ?? null,
    diperbarui: row['diperbarui'] ?? null,
    gambar: JSON.parse(String(row['gambar'])) as string[],
  }));
}

/** When anything of a year changed last; null while developing. */
export function lastChangeOf(tahun: string): string | null {
  return (
    rows("SELECT max(diperbarui) AS terakhir FROM item WHERE judul <> '' AND tahun = ?", tahun)[0]?.[
      'terakhir'
    ] ?? null
  );
}

/** Addresses of all pages of items, withdrawn ones too: those stay. */
export function itemUrls(): string[] {
  return rows('SELECT url FROM item ORDER BY path').map((row) => String(row['url']));
}

/** Whether an item is or was at an address; in a checkout it is read for that. */
export function isItemUrl(url: string): boolean {
  checkout()?.look(url);
  return rows('SELECT 1 FROM item WHERE url = ?', url).length > 0;
}

/** The item at an address, or the record of its withdrawal. */
export function itemAt(url: string): Item | Extract<LedgerEntry, { jenis: 'pencabutan' }> {
  const [row] = rows('SELECT * FROM item WHERE url = ?', url);
  if (row === undefined) throw new Error(`not in the index: ${url}`);
  const entry = JSON.parse(row['entry'] ?? 'null') as LedgerEntry | null;
  if (entry?.jenis === 'pencabutan') return entry;
  const found = card(row);
  return {
    ...found,
    bulan: row['bulan'] ?? null,
    karya: worksOf(row, found.data),
    dokumen: documentsOf(row, found.data),
    html: String(row['html']),
    teks: String(row['teks']),
    sidik: String(row['sidik']),
    diperbarui: row['diperbarui'] ?? null,
    entry: entry?.jenis === 'item' ? entry : null,
  };
}

/** The items before and after this one in its month; none where the collection has no months. */
export function neighbours(item: Item): { previous?: Card | undefined; next?: Card | undefined } {
  const { collection, bulan } = item;
  if (bulan === null) return {};
  const month = listed({ collection, facet: 'bulan', value: bulan });
  // A month is short, and each of its pages asks for it.
  const paths = once(`month ${collection.name} ${bulan}`, () => pathsIn(month, 'after'));
  const place = paths.indexOf(item.path);
  const [previous] = paths.slice(Math.max(0, place - 1), place).map(cardOf);
  const [next] = paths.slice(place + 1, place + 2).map(cardOf);
  return { previous, next };
}

/** How many of them a page names. */
export const earlierShown = 3;

/**
 * The latest items before this one on the same subject (its kategori, else its office). Only earlier ones: what stands
 * on a page must not change with every item that is published later.
 */
export function earlier(item: Item, count: number): Card[] {
  const { collection, kategori, opd, urut } = item;
  const [facet, value] = kategori === null ? (['opd', opd] as const) : (['kategori', kategori] as const);
  const month = urut.slice(0, '2026-11'.length);
  const paths = once(`around ${collection.name} ${facet} ${value} ${month} ${count}`, () =>
    pathsAround(listed({ collection, facet, value }), month, count),
  );
  const end = paths.indexOf(item.path);
  return paths
    .slice(Math.max(0, end - count), end)
    .toReversed()
    .map(cardOf);
}

/** One card for each item, however many lists it stands in. */
export function card(row: Row): Card {
  return once(`card ${row['path']}`, () => makeCard(row));
}

/** The same by its path: what was read before is not read again. */
export function cardOf(path: string): Card {
  return once(`card ${path}`, () => {
    const [row] = rows(`SELECT ${cardColumns} FROM item WHERE path = ?`, path);
    if (row === undefined) throw new Error(`not in the index: ${path}`);
    return makeCard(row);
  });
}

export function makeCard(row: Row): Card {
  const data = JSON.parse(row['data'] ?? '{}') as PublicData;
  const text = (name: keyof IndexedItem) => String(row[name]);
  return {
    path: text('path'),
    url: text('url'),
    collection: collectionOf(text('koleksi')),
    judul: text('judul'),
    ringkasan: text('ringkasan'),
    tanggal: data.tanggal ?? text('urut'),
    terbit: row['terbit'] ?? null,
    urut: text('urut'),
    opd: text('opd'),
    kategori: row['kategori'] ?? null,
    gambar: worksOf(row, data).find(({ type }) => type.startsWith('image/')) ?? null,
    data,
  };
}
