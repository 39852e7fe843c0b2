import { collections, facets, type Collection } from '../../../content/schema/collections.ts';
import { cardOf, listed, listsBy, type Card, type List } from './items.ts';
import { beforePart, countIn, pathsIn, wholeOf, type Listed } from './lists.ts';
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
    return [front, ...numbersOf(list.count).map((n) => `${front}halaman/${n}/`)];
  });
}

const numbered = /^(.*\/)halaman\/(\d+)\/$/;

function listsByUrl() {
  return once('lists by address', () => new Map(allLists().map((list) => [listUrl(list), list])));
}

/**
 * One page of a list, by its address. Page 1 is the oldest, and a full page never changes again: the front grows to
 * twice a page before it gives its oldest items to a new page. So a new item touches the front, and every twentieth
 * time a page more. Pages are found by their address alone, so that one of them can be made without the others.
 */
export function listPageAt(url: string): { readonly list: List; readonly page: ArchivePage } {
  const [, front = url, number] = numbered.exec(url) ?? [];
  const list = listsByUrl().get(front);
  if (list === undefined) throw new Error(`no such list: ${url}`);
  return { list, page: pageOf(listed(list), number === undefined ? null : Number(number)) };
}

/** The newest part of a whole collection, as long as the front of a list: its older items stand in its lists alone. */
export function newestPage(collection: Collection): ArchivePage {
  return { ...pageOf(wholeOf(collection.name), null), older: null };
}

/** One page of a list of the index; null: its front. */
export function pageOf(list: Listed, number: number | null): ArchivePage {
  return cut(countIn(list), number, (_, size) =>
    // The front is as long as it happens to be, at the end of the list; all before it are parts of one size.
    (number === null
      ? pathsIn(list, 'before', { count: size }).toReversed()
      : pathsIn(list, 'after', { place: beforePart(list, pageSize, number - 1), count: pageSize })
    ).map(cardOf),
  );
}

/**
 * Cuts one page out of a list.
 *
 * @param read so many items from a place on (0: the oldest), oldest first
 */
export function cut(
  count: number,
  number: number | null,
  read: (from: number, size: number) => readonly Card[],
): ArchivePage {
  const full = fullPages(count);
  const from = (number === null ? full : number - 1) * pageSize;
  const cards = read(from, number === null ? count - from : pageSize).toReversed();
  const before = number === null ? full : number - 1;
  return {
    cards,
    first: from + 1,
    number,
    older: before === 0 ? null : before,
    newer: number === null || number === full ? null : number + 1,
  };
}

/** Whether a list has a page at an address. */
export function isListUrl(url: string): boolean {
  const [, front = url, number = null] = numbered.exec(url) ?? [];
  const list = listsByUrl().get(front);
  if (list === undefined) return false;
  return number === null || (Number(number) > 0 && Number(number) <= fullPages(list.count));
}

/** Numbers of the numbered pages of a list of so many items. */
export function numbersOf(count: number): number[] {
  return Array.from({ length: fullPages(count) }, (_, n) => n + 1);
}

/** How many numbered pages a list of so many items has. */
export function fullPages(count: number): number {
  return Math.max(0, Math.floor(count / pageSize) - 1);
}
