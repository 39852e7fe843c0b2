import { fullPages, pageSize } from './pages.ts';

/** Where an item stands among others: lists are sorted by this, the oldest first. */
export interface Place {
  readonly path: string;
  readonly urut: string;
}

/** One item of a list before and now; null where it was not in it, or is not any more. */
export interface Member<Item extends Place = Place> {
  readonly before: Item | null;
  readonly after: Item | null;
}

/** How one list differs from what was published before. */
export interface ListChange {
  /** Items in it before and now. */
  readonly before: number;
  readonly after: number;
  /** Place, from 0, from which on items stand elsewhere than before; null: all stand where they stood. */
  readonly from: number | null;
  /** Places of items that stand where they stood and may show something else. */
  readonly redrawn: readonly number[];
}

/** What must be made anew of a list that is cut into numbered pieces, and what is no more. */
export interface Pieces<Piece> {
  readonly render: readonly Piece[];
  readonly remove: readonly Piece[];
}

/**
 * Compares a list with what it was.
 *
 * @param count items in it now
 * @param placeOf place among those now, from 0: how many stand before
 */
export function compare(
  members: readonly Member[],
  count: number,
  placeOf: (place: Place) => number,
): ListChange {
  const stays = ({ before, after }: Member) =>
    before !== null && after !== null && before.urut === after.urut && before.path === after.path;
  const moved = members.filter((member) => !stays(member));
  const joined = moved.filter(({ after }) => after !== null).length;
  const left = moved.filter(({ before }) => before !== null).length;
  const places = moved.flatMap(({ before, after }) =>
    [before, after].flatMap((one) => one ?? []).map(placeOf),
  );
  return {
    before: count - joined + left,
    after: count,
    // What stands before the first that moved stood there before, so its place is the same in both.
    from: places.length === 0 ? null : Math.min(...places),
    redrawn: members.filter(stays).flatMap(({ after }) => (after === null ? [] : [placeOf(after)])),
  };
}

/**
 * Which pages of an archive a change touches; null is its front. A new item, which comes last, touches the front, and
 * every twentieth time a new page, and the one before it, which names it as its neighbour.
 */
export function touchedPages({ before, after, from, redrawn }: ListChange): Pieces<number | null> {
  const [fullBefore, full] = [fullPages(before), fullPages(after)];
  if (after === 0) return { render: [], remove: before === 0 ? [] : [null, ...span(1, fullBefore)] };
  const pageOf = (place: number) => Math.floor(place / pageSize) + 1;
  const pages = new Set(redrawn.map(pageOf).filter((page) => page <= full));
  for (const page of from === null ? [] : span(pageOf(from), full)) pages.add(page);
  // The last numbered page names what is newer: another numbered page, or the front.
  if (fullBefore !== full)
    for (const page of span(Math.max(1, Math.min(fullBefore, full)), full)) pages.add(page);
  return { render: [null, ...pages], remove: span(full + 1, fullBefore) };
}

/** Which parts of a list that is cut into parts of one size a change touches, numbered from 0. */
export function touchedParts({ before, after, from, redrawn }: ListChange, size: number): Pieces<number> {
  const [partsBefore, parts] = [Math.ceil(before / size), Math.ceil(after / size)];
  const partOf = (place: number) => Math.floor(place / size);
  const found = new Set(redrawn.map(partOf));
  for (const part of from === null ? [] : span(partOf(from), parts - 1)) found.add(part);
  return { render: [...found], remove: span(parts, partsBefore - 1) };
}

function span(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
}
