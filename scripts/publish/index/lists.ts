import { facets } from '../../../content/schema/collections.ts';
import type { IndexedItem } from './make-item.ts';

/** By what items are listed: the facets of collections, and the year and the formats of public information. */
export const listings = [...facets, 'pembuatan', 'format'] as const;
export type Listing = (typeof listings)[number];

/** The whole of a collection, as a list like any other. */
export const wholeCollection = { menurut: 'semua', nilai: '' } as const;

/** A list in which an item stands, within its collection. */
export interface Place {
  readonly menurut: Listing | typeof wholeCollection.menurut;
  readonly nilai: string;
}

/** Every list in which an item stands; none for one that was withdrawn. */
export function placesOf(
  item: Pick<IndexedItem, 'judul' | 'bulan' | 'opd' | 'kategori' | 'pembuatan' | 'format'>,
): Place[] {
  if (item.judul === '') return [];
  const single = ['bulan', 'opd', 'kategori', 'pembuatan'] as const;
  return [
    wholeCollection,
    ...single.flatMap((menurut) => (item[menurut] === null ? [] : [{ menurut, nilai: item[menurut] }])),
    ...item.format.map((nilai) => ({ menurut: 'format' as const, nilai })),
  ];
}
