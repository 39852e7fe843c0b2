import type { DatabaseSync } from 'node:sqlite';
import { collectionOf } from '../../../content/schema/collections.ts';

/** One item as the search engine takes it. */
export interface SearchRecord {
  /** Address within the portal. */
  readonly url: string;
  /** Everything that can be found, as plain words; the excerpt of a result is cut from it. */
  readonly content: string;
  /** Shown with a result, and found by: its words count more than those of the text. */
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, string[]>>;
  /** What results without words are sorted by. */
  readonly sort: Readonly<Record<string, string>>;
}

/** What one part of the index holds: which records, as they stand, without their text. */
export interface PartOf {
  readonly tahun: string;
  /** Its first month and its last, `2026-11`. */
  readonly months: readonly [first: string, last: string];
  /** Address and record of each live item; a change of any of it is a change here. */
  readonly items: readonly (readonly [url: string, kunci: string])[];
}

/**
 * So many items a part may have, unless one month has more. What a question loads of a part grows with it, and so does
 * what Pagefind takes to write it: 300 KB of memory for each item (decision 0045).
 */
const atMost = 2000;

/** By what month an item counts: the one that lists have it under. */
const monthColumn = 'substr(urut, 1, 7)';

/**
 * The parts of the index, newest first: years, of which a large one is cut between months. It is cut from its oldest
 * month on, so that a new item changes the newest part alone. Withdrawn items are in none: nothing of them can be found.
 *
 * @param most see `atMost`
 */
export function partsIn(database: DatabaseSync, most = atMost): PartOf[] {
  const rows = database
    .prepare(
      `SELECT tahun, ${monthColumn} AS bulan, url, kunci FROM item WHERE judul <> '' ORDER BY tahun, bulan, url`,
    )
    .all() as { tahun: string; bulan: string; url: string; kunci: string }[];
  const parts: PartOf[] = [];
  for (const [, month] of Map.groupBy(rows, ({ tahun, bulan }) => `${tahun} ${bulan}`)) {
    const [{ tahun, bulan } = { tahun: '', bulan: '' }] = month;
    const items = month.map(({ url, kunci }) => [url, kunci] as const);
    const open = parts.at(-1);
    if (open?.tahun !== tahun || open.items.length + items.length > most)
      parts.push({ tahun, months: [bulan, bulan], items });
    else parts.splice(-1, 1, { tahun, months: [open.months[0], bulan], items: [...open.items, ...items] });
  }
  return parts.toReversed();
}

/**
 * The records of one part, in the order of their addresses.
 *
 * @param nameOf name of an office by its id
 */
export function* recordsOf(
  database: DatabaseSync,
  { tahun, months }: Pick<PartOf, 'tahun' | 'months'>,
  nameOf: (opd: string) => string,
): Generator<SearchRecord> {
  const rows = database
    .prepare(
      `SELECT url, koleksi, opd, kategori, judul, ringkasan, teks, urut, data FROM item
       WHERE judul <> '' AND tahun = ? AND ${monthColumn} BETWEEN ? AND ? ORDER BY url`,
    )
    .iterate(tahun, ...months);
  for (const row of rows) {
    const text = (name: string) => String(row[name] ?? '');
    const data = JSON.parse(text('data')) as { readonly tanggal?: string; readonly contoh?: boolean };
    const [koleksi, opd, kategori] = [text('koleksi'), text('opd'), text('kategori')];
    yield {
      url: text('url'),
      content: [text('ringkasan'), text('teks'), ...wordsOf(data)].filter((part) => part !== '').join('\n'),
      sort: { tanggal: data.tanggal ?? text('urut').slice(0, 10) },
      meta: {
        title: text('judul'),
        jenis: collectionOf(koleksi).singular,
        opd: nameOf(opd),
        tanggal: data.tanggal ?? text('urut'),
        ...(data.contoh === true && { contoh: 'ya' }),
      },
      filters: {
        jenis: [koleksi],
        opd: [opd],
        // The same id may mean another thing in another collection.
        ...(kategori !== '' && { kategori: [`${koleksi}/${kategori}`] }),
      },
    };
  }
}

/** What pictures, films and documents are said to hold, and who speaks: found like the text itself. */
const spoken = ['keterangan', 'alt', 'catatan', 'judul', 'jabatan', 'nama'];

function wordsOf(data: object): string[] {
  return Object.values(data)
    .filter((value) => Array.isArray(value))
    .flat()
    .flatMap((entry: unknown) =>
      typeof entry === 'object' && entry !== null
        ? spoken.flatMap((name) => {
            const value = (entry as Record<string, unknown>)[name];
            return typeof value === 'string' ? [value] : [];
          })
        : [],
    );
}
