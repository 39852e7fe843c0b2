import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Berita } from '../../../content/schema/berita.ts';
import type { LedgerEntry } from '../../../scripts/core/ledger.ts';
import type { IndexedItem, PublicFile } from '../../../scripts/publish/index/make-item.ts';
import { contentRoot, portal } from './portal.ts';

/** What lists show of a news item. */
export interface Card {
  readonly path: string;
  readonly url: string;
  readonly judul: string;
  readonly ringkasan: string;
  readonly tanggal: string;
  readonly terbit: string | null;
  readonly opd: string;
  readonly kategori: string | null;
  readonly contoh: boolean;
  readonly foto: Picture | null;
}

export interface Picture {
  readonly src: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly alt: string;
  readonly keterangan: string;
  readonly kredit: string;
}

/** All that the page of a news item shows. */
export interface Article extends Card {
  readonly bulan: string;
  readonly tempat: string | undefined;
  readonly narasumber: Berita['narasumber'];
  readonly semuaFoto: readonly Picture[];
  readonly html: string;
  readonly teks: string;
  readonly sidik: string;
  readonly diperbarui: string | null;
  /** The record of its approval; null while developing. */
  readonly entry: Extract<LedgerEntry, { jenis: 'item' }> | null;
}

type PublicBerita = Omit<Berita, 'liputan'>;
type Row = Record<string, string | null>;

/** The lists that news can be browsed by, each with pages of its own. */
export type Facet = 'bulan' | 'kategori' | 'opd';

/** What a card is made of: never the text itself, which would fill the memory for a long list. */
const cardColumns = 'path, url, judul, ringkasan, terbit, opd, kategori, data, files';
const live = "koleksi = 'berita' AND judul <> ''";

const memory = new Map<string, unknown>();
/** Keeps what was read for the rest of this build; development reads again. */
function once<T>(key: string, read: () => T): T {
  if (import.meta.env.DEV) return read();
  if (!memory.has(key)) memory.set(key, read());
  return memory.get(key) as T;
}

function rows(sql: string, ...values: (string | number)[]): Row[] {
  return portal()
    .database.prepare(sql)
    .all(...values) as Row[];
}

/** The latest news, newest first. */
export function newest(count: number): Card[] {
  return rows(
    `SELECT ${cardColumns} FROM item WHERE ${live} ORDER BY urut DESC, path DESC LIMIT ?`,
    count,
  ).map(card);
}

/** Each value of a facet that has news, and how much. */
export function facetCounts(facet: Facet): { value: string; count: number }[] {
  return once(`count ${facet}`, () =>
    rows(
      `SELECT ${facet} AS value, count(*) AS count FROM item WHERE ${live} AND ${facet} IS NOT NULL
       GROUP BY ${facet} ORDER BY ${facet}`,
    ).map((row) => ({ value: String(row['value']), count: Number(row['count']) })),
  );
}

/** All news of one month, kategori or office, oldest first. */
export function cardsOf(facet: Facet, value: string): Card[] {
  return once(`cards ${facet} ${value}`, () =>
    rows(`SELECT ${cardColumns} FROM item WHERE ${live} AND ${facet} = ? ORDER BY urut, path`, value).map(
      card,
    ),
  );
}

/** Addresses and times of everything live, for the sitemap; withdrawn pages are not in it. */
export function addresses(): { url: string; diperbarui: string | null; bulan: string }[] {
  return rows(`SELECT url, diperbarui, bulan FROM item WHERE ${live} ORDER BY url`).map((row) => ({
    url: String(row['url']),
    diperbarui: row['diperbarui'] ?? null,
    bulan: String(row['bulan']),
  }));
}

/** Folders of all pages of news, withdrawn ones too: their addresses stay. */
export function newsPaths(): { path: string; url: string }[] {
  return rows("SELECT path, url FROM item WHERE koleksi = 'berita' ORDER BY path").map((row) => ({
    path: String(row['path']),
    url: String(row['url']),
  }));
}

/** A news item, or the record of its withdrawal. */
export function article(path: string): Article | Extract<LedgerEntry, { jenis: 'pencabutan' }> {
  const [row] = rows('SELECT * FROM item WHERE path = ?', path);
  if (row === undefined) throw new Error(`not in the index: ${path}`);
  const entry = JSON.parse(row['entry'] ?? 'null') as LedgerEntry | null;
  if (entry?.jenis === 'pencabutan') return entry;
  const data = JSON.parse(row['data'] ?? '{}') as PublicBerita;
  return {
    ...card(row),
    bulan: String(row['bulan']),
    tempat: data.tempat,
    narasumber: data.narasumber,
    semuaFoto: pictures(row, data),
    html: String(row['html']),
    teks: String(row['teks']),
    sidik: String(row['sidik']),
    diperbarui: row['diperbarui'] ?? null,
    entry: entry?.jenis === 'item' ? entry : null,
  };
}

/** The news before and after this one in its month. */
export function neighbours(item: Article): { previous: Card | undefined; next: Card | undefined } {
  const month = cardsOf('bulan', item.bulan);
  const at = month.findIndex(({ path }) => path === item.path);
  return { previous: month[at - 1], next: month[at + 1] };
}

/** Addresses of all files that stand beside pages. */
export function publicFiles(): string[] {
  return rows("SELECT url, files FROM item WHERE files <> '[]' ORDER BY path").flatMap((row) =>
    filesOf(row).map(({ publicName }) => `${row['url']}${publicName}`),
  );
}

/** The bytes of a public file of an item. */
export function publicFile(path: string, publicName: string): Uint8Array<ArrayBuffer> {
  const [row] = rows('SELECT files FROM item WHERE path = ?', path);
  const file = row && filesOf(row).find((one) => one.publicName === publicName);
  if (file === undefined) throw new Error(`not in the index: ${path}/${publicName}`);
  return new Uint8Array(readFileSync(join(contentRoot(), path, file.name)));
}

function filesOf(row: Row): PublicFile[] {
  return JSON.parse(row['files'] ?? '[]') as PublicFile[];
}

function card(row: Row): Card {
  const data = JSON.parse(row['data'] ?? '{}') as PublicBerita;
  const text = (name: keyof IndexedItem) => String(row[name]);
  return {
    path: text('path'),
    url: text('url'),
    judul: text('judul'),
    ringkasan: text('ringkasan'),
    tanggal: data.tanggal,
    terbit: row['terbit'] ?? null,
    opd: text('opd'),
    kategori: row['kategori'] ?? null,
    contoh: data.contoh,
    foto: pictures(row, data)[0] ?? null,
  };
}

function pictures(row: Row, data: PublicBerita): Picture[] {
  const files = new Map(filesOf(row).map((file) => [file.name, file]));
  return data.foto.flatMap(({ berkas, alt, keterangan, kredit }) => {
    const file = files.get(berkas);
    if (file === undefined) return [];
    const { width, height, publicName } = file;
    return [{ src: `${row['url']}${publicName}`, width, height, alt, keterangan, kredit }];
  });
}
