import { live, type List } from './items.ts';
import type { Place } from './list-change.ts';
import { rows, type Row } from './portal.ts';

/** Where items stand in the lists that they are in, oldest first; each asked of the index, never by reading a list. */

/** How many items a list has. */
export function sizeOf(list: List): number {
  return count(list, '');
}

/** How many items of a list stand before a place. */
export function placeIn(list: List, { urut, path }: Place): number {
  return count(list, 'AND (urut, path) < (?, ?)', urut, path);
}

/** Addresses of the items that follow a place in a list. */
export function following(list: List, { urut, path }: Place, most: number): string[] {
  return urls(list, '(urut, path) > (?, ?) ORDER BY urut, path', [urut, path, most]);
}

/** Addresses of the items that stand before a place in a list, the nearest first. */
export function preceding(list: List, { urut, path }: Place, most: number): string[] {
  return urls(list, '(urut, path) < (?, ?) ORDER BY urut DESC, path DESC', [urut, path, most]);
}

const inList = ({ facet }: List) => `${live} AND ${facet} = ?`;

function count(list: List, more: string, ...values: string[]): number {
  const { collection, value } = list;
  const sql = `SELECT count(*) AS count FROM item WHERE ${inList(list)} ${more}`;
  return Number(rows(sql, collection.name, value, ...values)[0]?.['count']);
}

function urls(list: List, where: string, values: readonly (string | number)[]): string[] {
  const { collection, value } = list;
  const sql = `SELECT url FROM item WHERE ${inList(list)} AND ${where} LIMIT ?`;
  return rows(sql, collection.name, value, ...values).map(({ url }: Row) => String(url));
}
