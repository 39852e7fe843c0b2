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

/** What one year holds: which records, as they stand, without their text. */
export interface YearOf {
  readonly tahun: string;
  /** Address and record of each live item; a change of any of it is a change here. */
  readonly items: readonly (readonly [url: string, kunci: string])[];
}

/** The years that have live items, newest first. Withdrawn items are in none: nothing of them can be found. */
export function yearsIn(database: DatabaseSync): YearOf[] {
  const rows = database
    .prepare("SELECT tahun, url, kunci FROM item WHERE judul <> '' ORDER BY tahun DESC, url")
    .all() as { tahun: string; url: string; kunci: string }[];
  return [...Map.groupBy(rows, ({ tahun }) => tahun)].map(([tahun, items]) => ({
    tahun,
    items: items.map(({ url, kunci }) => [url, kunci] as const),
  }));
}

/**
 * The records of one year, in the order of their addresses.
 *
 * @param nameOf name of an office by its id
 */
export function* recordsOf(
  database: DatabaseSync,
  tahun: string,
  nameOf: (opd: string) => string,
): Generator<SearchRecord> {
  const rows = database
    .prepare(
      `SELECT url, koleksi, opd, kategori, judul, ringkasan, teks, urut, data FROM item
       WHERE judul <> '' AND tahun = ? ORDER BY url`,
    )
    .iterate(tahun);
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
