import { collectionOf } from '../../../content/schema/collections.ts';
import { cardsOf } from './items.ts';
import { portal } from './portal.ts';

/** A notice that everybody must see now. */
export interface Notice {
  readonly judul: string;
  readonly url: string;
  /** When it was published, ISO 8601. */
  readonly terbit: string;
}

const days = 7;

/**
 * Information that the law wants announced without delay (informasi serta-merta, UU 14/2008 Pasal 10), newest first,
 * for a week from its publication. It follows from the day of the publication, never from the moment of building.
 */
export function notices(): Notice[] {
  const { asOf } = portal().publication;
  if (asOf === null) return [];
  const since = new Date(Date.parse(`${asOf}T00:00:00+07:00`) - days * 86_400_000).toISOString();
  const list = {
    collection: collectionOf('informasi-publik'),
    facet: 'kategori',
    value: 'serta-merta',
  } as const;
  return cardsOf(list)
    .flatMap(({ judul, url, terbit }) => (terbit !== null && terbit >= since ? [{ judul, url, terbit }] : []))
    .toReversed();
}
