import { cardsOf, facetCounts, type Card, type Facet } from './items.ts';

/** Items on a page of an archive. */
export const pageSize = 20;

/** One page of an archive, newest first. */
export interface ArchivePage {
  readonly cards: readonly Card[];
  /** Number of this page counted from the oldest; null for the front, which holds the newest. */
  readonly number: number | null;
  /** Number of the next older page. */
  readonly older: number | null;
  /** Number of the next newer page; null: the front is next. */
  readonly newer: number | null;
}

/**
 * One page of a list. Page 1 is the oldest, and a full page never changes again: the front grows to twice a page
 * before it gives its oldest items to a new page. So a new item touches the front, and every twentieth time a page
 * more. Pages are found by their address alone, so that one of them can be made without the others.
 */
export function archivePage(facet: Facet, value: string, number: number | null): ArchivePage {
  return cut(cardsOf(facet, value), number);
}

/** The same, of any list that is sorted oldest first. */
export function cut(cards: readonly Card[], number: number | null): ArchivePage {
  const full = fullPages(cards.length);
  if (number === null)
    return {
      cards: cards.slice(full * pageSize).toReversed(),
      number,
      older: full === 0 ? null : full,
      newer: null,
    };
  return {
    cards: cards.slice((number - 1) * pageSize, number * pageSize).toReversed(),
    number,
    older: number === 1 ? null : number - 1,
    newer: number === full ? null : number + 1,
  };
}

/** How many numbered pages a list of so many items has. */
export function fullPages(count: number): number {
  return Math.max(0, Math.floor(count / pageSize) - 1);
}

/** Addresses of all numbered pages of a facet. */
export function numberedPages(facet: Facet): { value: string; nomor: string }[] {
  return facetCounts(facet).flatMap(({ value, count }) =>
    Array.from({ length: fullPages(count) }, (_, n) => ({ value, nomor: String(n + 1) })),
  );
}
