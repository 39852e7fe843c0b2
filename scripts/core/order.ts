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
      return { return: 2, submit: 4, sign: 5, comment: 5 }[commandOf(event)];
    case 'content':
      return 3;
    case 'submitted':
      return 4;
    case 'edited':
    case 'dismissed':
      return 6;
    case 'closed':
      return 7;
    case 'merged':
      return 8;
    case 'published':
      return 9;
    case 'observed':
      return 10;
  }
}

/** Orders a history by the server's time; within one second by rank, then as given. */
export function orderEvents(events: readonly Event[]): Numbered[] {
  return events
    .map((event, index) => ({ event, index, second: second(event.at), rank: rank(event) }))
    .sort((a, b) => a.second - b.second || a.rank - b.rank || a.index - b.index)
    .map(({ event, index }) => ({ event, index }));
}
