import type { Event } from './events.ts';
import { second } from './peran.ts';
import { commandOf } from './command.ts';

/** An event with its place in the history as it was given, from 0: how refusals name it. */
export interface Numbered {
  readonly index: number;
  readonly event: Event;
}

/**
 * Which of two events in the same second comes first (R1): return, push, submission, signature. What can only
 * follow something (an edit of a review, a merge of what was signed) comes after it.
 */
function rank(event: Event): number {
  switch (event.kind) {
    case 'opened':
      return 0;
    case 'reopened':
      return 1;
    case 'reviewed':
      // Signatures stand together, with no remark between them: `reduce` takes the earlier step's first.
      return { return: 2, submit: 4, sign: 5, comment: 6 }[commandOf(event)];
    case 'content':
      return 3;
    case 'submitted':
      return 4;
    case 'edited':
    case 'dismissed':
      return 7;
    case 'merged':
      return 8;
    // A merge closes as well.
    case 'closed':
      return 9;
    case 'published':
      return 10;
    case 'observed':
      return 11;
  }
}

/** What lifts a reopening over a closing of the same second, and over nothing else. */
const afterClosing = 8.5;

/** Orders a history by the server's time; within one second by rank, then as given. */
export function orderEvents(events: readonly Event[]): Numbered[] {
  const placed = events.map((event, index) => ({
    event,
    index,
    second: second(event.at),
    rank: rank(event),
  }));
  const byRank = (a: Placed, b: Placed) => a.second - b.second || a.rank - b.rank || a.index - b.index;
  placed.sort(byRank);
  if (lateReopenings(placed)) placed.sort(byRank);
  return placed.map(({ event, index }) => ({ event, index }));
}

interface Placed extends Numbered {
  readonly second: number;
  rank: number;
}

/**
 * Only what is closed can be reopened: a reopening that finds the item open comes after the closing of its second.
 *
 * @returns whether any was moved
 */
function lateReopenings(ordered: readonly Placed[]): boolean {
  const closings = new Set(ordered.flatMap(({ event, second: at }) => (event.kind === 'closed' ? [at] : [])));
  let isOpen = true;
  /** Second of the latest reopening that was moved. */
  let late = -1;
  for (const item of ordered) {
    if (item.event.kind === 'closed') isOpen = late === item.second;
    if (item.event.kind !== 'reopened') continue;
    if (isOpen && closings.has(item.second)) {
      item.rank = rank(item.event) + afterClosing;
      late = item.second;
    }
    isOpen = true;
  }
  return late >= 0;
}
