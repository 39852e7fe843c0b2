import { collections, facets, type Collection } from '../../../content/schema/collections.ts';
import { cardsOf, countOf, listsBy, newest, type Card, type List } from './items.ts';
import { once } from './portal.ts';

/** Items on a page of an archive. */
export const pageSize = 20;

/** One page of an archive, newest first. */
export interface ArchivePage {
  readonly cards: readonly Card[];
  /** Place of its oldest item in the whole list, from 1. */
  readonly first: number;
  /** Number of this page counted from the oldest; null for the front, which holds the newest. */
  readonly number: number | null;
  /** Number of the next older page. */
  readonly older: number | null;
  /** Number of the next newer page; null: the front is next. */
  readonly newer: number | null;
}

/** Every list of the portal, with how many items it has. */
export function allLists() {
  return collections.flatMap((collection) => facets.flatMap((facet) => listsBy(collection, facet)));
}

/** Address of a list's front: `/berita/2026/11/`. */
export function listUrl({ collection, facet, value }: List): string {
  const start = collection.lists[facet];
  if (start === undefined) throw new Error(`${collection.name} has no lists by ${facet}`);
  return `${start}${value}/`;
}

/** Addresses of all pages of all lists. */
export function listPageUrls(): string[] {
  return allLists().flatMap((list) => {
    const front = listUrl(list);
    const numbered = Array.from({ length: fullPages(list.count) }, (_, n) => `${front}halaman/${n + 1}/`);
    return [front, ...numbered];
  });
}

/**
 * One page of a list, by its address. Page 1 is the oldest, and a full page never changes again: the front grows to
 * twice a page before it gives its oldest items to a new page. So a new item touches the front, and every twentieth
 * time a page more. Pages are found by their address alone, so that one of them can be made without the others.
 */
export function listPageAt(url: string): { readonly list: List; readonly page: ArchivePage } {
  const { list, number } = listAt(url);
  if (list === undefined) throw new Error(`no such list: ${url}`);
  return { list, page: cut(cardsOf(list), number) };
}

/** Whether a page of a list is at an address. */
export function isListPageUrl(url: string): boolean {
  const { list, number } = listAt(url);
  return list !== undefined && (number === null || (number > 0 && number <= fullPages(list.count)));
}

/** The list whose front or numbered page an address names. */
function listAt(url: string) {
  const [, front = url, number] = /^(.*\/)halaman\/(\d+)\/$/.exec(url) ?? [];
  const lists = once('lists by address', () => new Map(allLists().map((one) => [listUrl(one), one])));
  return { list: lists.get(front), number: number === undefined ? null : Number(number) };
}

/** The newest part of a whole collection, as long as the front of a list: its older items stand in its lists alone. */
export function newestPage(collection: Collection): ArchivePage {
  const before = fullPages(countOf(collection)) * pageSize;
  const cards = newest(collection, countOf(collection) - before);
  return { cards, first: before + 1, number: null, older: null, newer: null };
}

/** Cuts one page out of a list that is sorted oldest first. */
export function cut(cards: readonly Card[], number: number | null): ArchivePage {
  const full = fullPages(cards.length);
  if (number === null)
    return {
      cards: cards.slice(full * pageSize).toReversed(),
      first: full * pageSize + 1,
      number,
      older: full === 0 ? null : full,
      newer: null,
    };
  return {
    cards: cards.slice((number - 1) * pageSize, number * pageSize).toReversed(),
    first: (number - 1) * pageSize + 1,
    number,
    older: number === 1 ? null : number - 1,
    newer: number === full ? null : number + 1,
  };
}

/** How many numbered pages a list of so many items has. */
export function fullPages(count: number): number {
  return Math.max(0, Math.floor(count / pageSize) - 1);
}
