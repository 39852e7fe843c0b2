import { createHash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { urlOf } from '../../../content/schema/collections.ts';
import { placesOf } from './lists.ts';
import type { IndexedItem } from './make-item.ts';
import type { Published, WithdrawalEntry } from './publication.ts';
import { addKeys, read } from './state.ts';

/** What stands in a row beside the item itself. */
export interface RowFacts {
  /** What the row was made from: the same key, the same row. */
  readonly kunci: string;
  readonly published: Published;
  /** How long the work took, in the unit of its SOP; null where that cannot be measured. */
  readonly lama: number | null;
}

/** Reads and writes rows of the index. Whoever writes says `finish` before the transaction ends. */
export interface Rows {
  read(path: string): IndexedItem | null;
  /** Paths of all rows, each with its key. */
  keys(): Map<string, string>;
  write(item: IndexedItem, facts: RowFacts): void;
  remove(path: string): void;
  /** Keeps the sum of all keys beside them. */
  finish(): void;
}

const columns = [
  'path',
  'kunci',
  'url',
  'koleksi',
  'slug',
  'bulan',
  'tahun',
  'opd',
  'kategori',
  'pembuatan',
  'format',
  'sampai',
  'judul',
  'ringkasan',
  'sidik',
  'terbit',
  'diperbarui',
  'urut',
  'gambar',
  'sop',
  'lama',
  'dikoreksi',
  'diralat',
  'data',
  'files',
  'entry',
  'html',
  'teks',
];

export function openRows(database: DatabaseSync): Rows {
  const prepared = new Map<string, StatementSync>();
  const sql = (text: string): StatementSync => {
    const found = prepared.get(text) ?? database.prepare(text);
    prepared.set(text, found);
    return found;
  };
  const added: string[] = [];
  const taken: string[] = [];
  const listed = 'koleksi, menurut, nilai, urut, path';
  const isShown = read(database, 'tampil') !== null;
  /** Remembers what the portal that is live shows of an item, once. */
  const keepShown = (path: string) => {
    if (!isShown) return;
    const item = rows.read(path);
    sql('INSERT OR IGNORE INTO sebelum VALUES (?, ?)').run(path, item === null ? null : JSON.stringify(item));
  };
  const take = (path: string) => {
    const row = sql(
      'SELECT kunci, koleksi, urut, judul, bulan, opd, kategori, pembuatan, format FROM item WHERE path = ?',
    ).get(path);
    if (row === undefined) return;
    const place = { ...row, format: JSON.parse(String(row['format'])) } as unknown as IndexedItem;
    for (const { menurut, nilai } of placesOf(place))
      sql('DELETE FROM dalam WHERE koleksi = ? AND menurut = ? AND nilai = ? AND urut = ? AND path = ?').run(
        ...[place.koleksi, menurut, nilai, place.urut, path],
      );
    sql('DELETE FROM item WHERE path = ?').run(path);
    taken.push(String(row['kunci']));
  };

  const rows: Rows = {
    read(path) {
      const row = sql('SELECT * FROM item WHERE path = ?').get(path);
      return row === undefined ? null : itemOf(row);
    },
    keys() {
      const found = sql('SELECT path, kunci FROM item').all() as { path: string; kunci: string }[];
      return new Map(found.map(({ path, kunci }) => [path, kunci]));
    },
    write(item, { kunci, published, lama }) {
      keepShown(item.path);
      take(item.path);
      const { data, files, format, gambar, ...plain } = item;
      const { entry, earlier } = published;
      const ofItem = entry?.jenis === 'item' ? entry : null;
      const row: Record<string, string | number | null> = {
        ...plain,
        kunci,
        format: JSON.stringify(format),
        gambar: JSON.stringify(gambar),
        data: JSON.stringify(data),
        files: JSON.stringify(files),
        entry: JSON.stringify(entry),
        sop: ofItem?.sop ?? null,
        lama,
        dikoreksi: Number((ofItem?.putaranKoreksi ?? 0) > 0),
        diralat: Number(ofItem !== null && earlier.length > 0),
      };
      sql(`INSERT INTO item (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
        ...columns.map((name) => row[name] ?? null),
      );
      const { koleksi, urut, path } = item;
      for (const { menurut, nilai } of placesOf(item))
        sql(`INSERT INTO dalam (${listed}) VALUES (?, ?, ?, ?, ?)`).run(koleksi, menurut, nilai, urut, path);
      added.push(kunci);
    },
    remove(path) {
      keepShown(path);
      take(path);
    },
    finish() {
      addKeys(database, added.splice(0), taken.splice(0));
    },
  };
  return rows;
}

/** A row as the item that it was made from. */
export function itemOf(row: Readonly<Record<string, unknown>>): IndexedItem {
  const { kunci: _kunci, sop: _sop, lama: _lama, dikoreksi: _d, diralat: _r, entry: _entry, ...plain } = row;
  const json = Object.fromEntries(
    ['data', 'files', 'format', 'gambar'].map((name) => [name, JSON.parse(String(row[name])) as unknown]),
  );
  return { ...plain, ...json } as unknown as IndexedItem;
}

/** Key of a row: SHA-256 of all that it follows from, the program aside. */
export function keyOf(...from: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(from)).digest('hex');
}

/** A withdrawn item keeps its address and says why it is gone; nothing of its content is left in the index. */
export function withdrawn({ path, koleksi, sidik, at }: WithdrawalEntry): IndexedItem {
  return {
    path,
    url: urlOf(path),
    koleksi,
    slug: path.slice(path.lastIndexOf('/') + 1),
    bulan: null,
    tahun: null,
    opd: '',
    kategori: null,
    pembuatan: null,
    format: [],
    sampai: null,
    judul: '',
    ringkasan: '',
    sidik,
    terbit: null,
    diperbarui: at,
    urut: new Date(at).toISOString(),
    gambar: [],
    data: {},
    html: '',
    teks: '',
    files: [],
  };
}
