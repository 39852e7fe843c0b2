import { collectionOf, collections, facets } from '../../../content/schema/collections.ts';
import type { IndexedItem } from '../../../scripts/publish/index/make-item.ts';
import type { RowChange, ShownChange } from '../../../scripts/publish/index/shown.ts';
import { cardOfItem } from './cards.ts';
import { completeFacet, completeListUrl, completePartUrl } from './complete-lists.ts';
import { fileUrlsOf } from './files.ts';
import { earlierShown, listed, years, type List, type PublicData } from './items.ts';
import { compare, touchedPages, type Member, type Pieces } from './list-change.ts';
import { countIn, type Listed } from './lists.ts';
import { following, placeIn, preceding } from './order.ts';
import { listUrl } from './pages.ts';
import { crossing, isInformasiPublik, ppidLists, ppidPages } from './touched-ppid.ts';
import { isPpid } from './settings.ts';

/** Addresses whose bytes may be others than before, and addresses that are no more. */
export interface Touched {
  readonly render: readonly string[];
  readonly remove: readonly string[];
}

/** Pages that say something of everything: how much there is, what is newest, which lists there are. */
const summaries = [
  '/',
  '/404.html',
  '/cari/',
  '/feed.json',
  '/ppid/',
  '/ppid/maklumat/',
  '/rss.xml',
  '/sitemap.xml',
  '/sitemap/halaman.xml',
  '/sop/',
  '/transparansi/',
  ...collections.map(({ url }) => url),
];

/**
 * The dependency map (design, section 9): which addresses a publication touches, in proportion to the change. It may
 * name more than what changes, never less: a test publishes step by step and compares every byte with a full build.
 * Settings, templates and libraries are not in it: when they change, everything is made anew.
 */
export function touched({ rows, asOf }: ShownChange): Touched {
  const isNewDay = asOf.before !== asOf.after;
  const members = [...rows, ...(isNewDay ? crossing(asOf) : [])].map(memberOf);
  const names = new Set(members.flatMap(({ sides }) => sides.map(({ koleksi }) => koleksi)));
  const hasPpid = [...names].some((name) => isPpid(collectionOf(name)));
  const { render, remove } = join([
    present(summaries),
    ...members.map(itemPieces),
    ...[...names].map(collectionPieces),
    ...listsOf(members).map(({ list, of }) => listPieces(list, of)),
    ...sitemaps(members),
    ...(isNewDay || hasPpid ? [present(ppidPages())] : []),
    ...(isNewDay ? [present(['/.well-known/security.txt'])] : []),
    ppidLists(members.filter(({ sides }) => sides.some(isInformasiPublik))),
  ]);
  const made = new Set(render);
  return { render: [...made], remove: [...new Set(remove)].filter((url) => !made.has(url)) };
}

/** An item as it stands in lists. */
export type Side = Omit<IndexedItem, 'data'> & { readonly data: PublicData };

/** An item before and now; what is withdrawn stands in no list. */
export interface Changed extends Member<Side> {
  readonly row: RowChange;
  /** What there is of before and now. */
  readonly sides: readonly Side[];
}

function memberOf(row: RowChange): Changed {
  const sideOf = (item: IndexedItem | null) =>
    item === null || item.judul === '' ? null : { ...item, data: item.data as unknown as PublicData };
  const [before, after] = [sideOf(row.before), sideOf(row.after)];
  return { before, after, row, sides: [before, after].filter((side) => side !== null) };
}

const present = (render: readonly string[]): Pieces<string> => ({ render, remove: [] });

/** What is there as long as a list has anything in it. */
const presentIf = (isThere: boolean, urls: readonly string[]): Pieces<string> =>
  isThere ? present(urls) : { render: [], remove: urls };

function join(pieces: readonly Pieces<string>[]): Pieces<string> {
  return {
    render: pieces.flatMap(({ render }) => render),
    remove: pieces.flatMap(({ remove }) => remove),
  };
}

/** The page of an item with all that stands beside it, and the pages of others that name it. */
function itemPieces({ row: { before, after }, sides }: Changed): Pieces<string> {
  const own = (item: IndexedItem | null) => (item === null ? [] : addressesOf(item));
  return { render: [...own(after), ...sides.flatMap(pagesThatName)], remove: own(before) };
}

function addressesOf({ url, judul, opd, urut, files, data }: IndexedItem): string[] {
  if (judul === '') return [url];
  const { tanggal = urut } = data as { readonly tanggal?: string };
  return [url, cardOfItem({ url, judul, opd, tanggal }).src, ...fileUrlsOf(url, files)];
}

/** Its neighbours in its month, and the next ones on the same subject, which name what came before them. */
function pagesThatName(side: Side): string[] {
  const collection = collectionOf(side.koleksi);
  const list = (facet: List['facet']): Listed[] =>
    side[facet] === null ? [] : [listed({ collection, facet, value: side[facet] })];
  return [
    ...list('bulan').flatMap((month) => [...following(month, side, 1), ...preceding(month, side, 1)]),
    ...[...list('kategori'), ...list('opd')].flatMap((same) => following(same, side, earlierShown)),
  ];
}

function collectionPieces(name: string): Pieces<string> {
  const collection = collectionOf(name);
  return present([`${collection.url}rss.xml`, `${collection.url}feed.json`, completeListUrl(collection)]);
}

/** Every list in which a changed item stood or stands, with its members that changed. */
function listsOf(members: readonly Changed[]): { readonly list: List; readonly of: Member[] }[] {
  const lists = new Map<string, { readonly list: List; readonly of: Member[] }>();
  for (const { before, after, sides } of members)
    for (const [url, list] of new Map(sides.flatMap(listsWith))) {
      const within = (side: Side | null) => (side?.[list.facet] === list.value ? side : null);
      const found = lists.get(url) ?? { list, of: [] };
      found.of.push({ before: within(before), after: within(after) });
      lists.set(url, found);
    }
  return [...lists.values()];
}

/** The lists that an item stands in, by address. */
function listsWith(side: Side): [string, List][] {
  const collection = collectionOf(side.koleksi);
  return facets.flatMap((facet): [string, List][] => {
    const value = side[facet];
    if (value === null || collection.lists[facet] === undefined) return [];
    const list = { collection, facet, value };
    return [[listUrl(list), list]];
  });
}

/** The pages of a list; its feeds, if it is an office's; the complete list of the same. */
function listPieces(list: List, members: readonly Member[]): Pieces<string> {
  const change = compare(members, countIn(listed(list)), (place) => placeIn(listed(list), place));
  const front = listUrl(list);
  const beside = [
    ...(list.facet === 'opd' ? [`${front}rss.xml`, `${front}feed.json`] : []),
    ...(list.facet === completeFacet(list.collection) ? [completePartUrl(list)] : []),
  ];
  return join([pageUrls(front, touchedPages(change)), presentIf(change.after > 0, beside)]);
}

/** Addresses of the touched pages of an archive. */
export function pageUrls(front: string, { render, remove }: Pieces<number | null>): Pieces<string> {
  const url = (page: number | null) => (page === null ? front : `${front}halaman/${page}/`);
  return { render: render.map(url), remove: remove.map(url) };
}

function sitemaps(members: readonly Changed[]): Pieces<string>[] {
  const kept = new Set(years());
  const changed = new Set(members.flatMap(({ sides }) => sides.flatMap(({ tahun }) => tahun ?? [])));
  return [...changed].map((year) => presentIf(kept.has(year), [`/sitemap/${year}.xml`]));
}
