import { urlOf } from '../../../content/schema/collections.ts';
import type { Place } from './list-change.ts';
import { pathsIn, type Listed } from './lists.ts';
import { rows } from './portal.ts';

/** Where items stand in the lists that they are in, oldest first; each asked of the index, never by reading a list. */

/** How many items of a list stand before a place. */
export function placeIn({ koleksi, menurut, nilai }: Listed, { urut, path }: Place): number {
  const [row] = rows(
    `SELECT count(*) AS place FROM dalam
     WHERE koleksi = ? AND menurut = ? AND nilai = ? AND (urut, path) < (?, ?)`,
    ...[koleksi, menurut, nilai, urut, path],
  );
  return Number(row?.['place']);
}

/** Addresses of the items that follow a place in a list. */
export function following(list: Listed, after: Place, most: number): string[] {
  return pathsIn(list, 'after', { place: after, count: most }).map(urlOf);
}

/** Addresses of the items that stand before a place in a list, the nearest first. */
export function preceding(list: Listed, before: Place, most: number): string[] {
  return pathsIn(list, 'before', { place: before, count: most }).map(urlOf);
}
