import { collections, type Collection } from '../../../content/schema/collections.ts';
import { listsBy, type List } from './items.ts';

/** Address of the page that names all complete lists of a collection. */
export function completeListUrl({ name }: Collection): string {
  return `/daftar/${name}/`;
}

/** Address of one complete list: everything of a month, or of an office where a collection has no months. */
export function completePartUrl({ collection, value }: List): string {
  return `${completeListUrl(collection)}${value}/`;
}

/**
 * The complete lists of a collection, newest first. Each holds all that is in one month, or of one office: together
 * they hold everything, each can be printed, and a new item touches one of them.
 */
export function completeParts(collection: Collection): List[] {
  const lists = listsBy(collection, completeFacet(collection));
  return completeFacet(collection) === 'bulan' ? lists.toReversed() : lists;
}

/** By what a collection has its complete lists. */
export function completeFacet({ lists }: Collection): 'bulan' | 'opd' {
  return lists.bulan === undefined ? 'opd' : 'bulan';
}

/** All complete lists, by address. */
export function allCompleteParts(): Map<string, List> {
  return new Map(
    collections.flatMap((collection) =>
      completeParts(collection).map((list) => [completePartUrl(list), list] as const),
    ),
  );
}
