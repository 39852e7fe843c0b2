import { wholeCollection, type Listing } from '../../../scripts/publish/index/lists.ts';
import type { Place } from './list-change.ts';
import { once, rows, type Row } from './portal.ts';

/**
 * Lists of the index. An item is found by its place in one of them, never by counting from its start, so that a page of
 * a long list costs what a page of a short one does.
 */
export interface Listed {
  readonly koleksi: string;
  readonly menurut: Listing | typeof wholeCollection.menurut;
  readonly nilai: string;
}

/** Everything of a collection. */
export function wholeOf(koleksi: string): Listed {
  return { koleksi, ...wholeCollection };
}

/** How many items a list has. */
export function countIn({ koleksi, menurut, nilai }: Listed): number {
  const [row] = rows(
    'SELECT jumlah FROM jumlah WHERE koleksi = ? AND menurut = ? AND nilai = ?',
    koleksi,
    menurut,
    nilai,
  );
  return Number(row?.['jumlah'] ?? 0);
}

/** The lists of a collection by one thing, in the order of its values, each with how many items it has; only such that have any. */
export function valuesOf(koleksi: string, menurut: Listed['menurut']): { nilai: string; jumlah: number }[] {
  return once(`values ${koleksi} ${menurut}`, () =>
    rows(
      'SELECT nilai, jumlah FROM jumlah WHERE koleksi = ? AND menurut = ? AND jumlah > 0 ORDER BY nilai',
      koleksi,
      menurut,
    ).map((row) => ({ nilai: String(row['nilai']), jumlah: Number(row['jumlah']) })),
  );
}

/** What a card is made of: never the text itself, which would fill the memory for a long list. */
export const cardColumns =
  'item.path, url, item.koleksi, judul, ringkasan, terbit, diperbarui, sidik, item.urut, opd, kategori, data, files';

// The join begins with the list, whatever SQLite thinks of its length.
const from = `FROM dalam CROSS JOIN item ON item.path = dalam.path
  WHERE dalam.koleksi = ? AND dalam.menurut = ? AND dalam.nilai = ?`;

/** Items of a list, oldest first. */
export function oldestFirst(
  list: Listed,
  {
    after,
    count = -1,
    columns = cardColumns,
  }: { after?: Place | undefined; count?: number; columns?: string } = {},
): Row[] {
  const { koleksi, menurut, nilai } = list;
  const beyond = after === undefined ? [] : [after.urut, after.path];
  return rows(
    `SELECT ${columns} ${from} ${after === undefined ? '' : 'AND (dalam.urut, dalam.path) > (?, ?)'}
     ORDER BY dalam.urut, dalam.path LIMIT ?`,
    ...[koleksi, menurut, nilai, ...beyond, count],
  );
}

/**
 * Paths of the items of a list, found in the list alone: those after a place, the oldest first, or those before it, the
 * newest first. Without a place, from the end of the list that they begin at.
 */
export function pathsIn(
  { koleksi, menurut, nilai }: Listed,
  side: 'before' | 'after',
  { place, count = -1 }: { place?: Place | undefined; count?: number } = {},
): string[] {
  const [sign, order] = side === 'before' ? ['<', 'DESC'] : ['>', 'ASC'];
  const beyond = place === undefined ? [] : [place.urut, place.path];
  return rows(
    `SELECT path FROM dalam WHERE koleksi = ? AND menurut = ? AND nilai = ?
     ${place === undefined ? '' : `AND (urut, path) ${sign} (?, ?)`} ORDER BY urut ${order}, path ${order} LIMIT ?`,
    ...[koleksi, menurut, nilai, ...beyond, count],
  ).map(({ path }) => String(path));
}

/**
 * Paths of the items of a list that belong to a month by their place in it (`2026-11`), oldest first, after as many as
 * wanted that stand before them: what the pages of that month name.
 */
export function pathsAround(list: Listed, month: string, before: number): string[] {
  const { koleksi, menurut, nilai } = list;
  const place = { urut: month, path: '' };
  const within = rows(
    `SELECT path FROM dalam WHERE koleksi = ? AND menurut = ? AND nilai = ? AND urut > ? AND urut < ?
     ORDER BY urut, path`,
    ...[koleksi, menurut, nilai, month, `${month}~`],
  ).map(({ path }) => String(path));
  return [...pathsIn(list, 'before', { place, count: before }).toReversed(), ...within];
}

/** The last item of every part of a list that is cut from its oldest item on: found in one pass for all parts. */
export function lastOfParts(list: Listed, size: number): readonly Place[] {
  const { koleksi, menurut, nilai } = list;
  return once(`parts ${koleksi} ${menurut} ${nilai} ${size}`, () =>
    rows(
      `SELECT urut, path FROM
         (SELECT urut, path, row_number() OVER (ORDER BY urut, path) AS nomor FROM dalam
          WHERE koleksi = ? AND menurut = ? AND nilai = ?)
       WHERE nomor % ? = 0 ORDER BY nomor`,
      ...[koleksi, menurut, nilai, size],
    ).map((row) => ({ urut: String(row['urut']), path: String(row['path']) })),
  );
}

/** Place of the last item before one such part; none before the first. */
export function beforePart(list: Listed, size: number, part: number): Place | undefined {
  return part === 0 ? undefined : lastOfParts(list, size)[part - 1];
}

/** One such part, oldest first. */
export function partOf(list: Listed, size: number, part: number): Row[] {
  return oldestFirst(list, { after: beforePart(list, size, part), count: size });
}
