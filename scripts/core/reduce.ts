import type { Event } from './events.ts';
import { orderEvents, type Numbered } from './order.ts';
import { commandOf } from './command.ts';
import { second } from './peran.ts';
import { initialState, type Context, type State } from './state.ts';
import { step } from './step.ts';

/**
 * Reduces a whole history, in any order of lines: orders it (R1) and folds `step` over it (R14: the same events
 * give the same state).
 */
export function reduce(context: Context, events: readonly Event[]): State {
  const ordered = orderEvents(events);
  let state = initialState(context);
  for (let place = 0; place < ordered.length;) {
    const group = signaturesAt(ordered, place);
    state = group.length > 1 ? applySimultaneous(state, group) : apply(state, ordered[place]!);
    place += Math.max(1, group.length);
  }
  return state;
}

function apply(state: State, { event, index }: Numbered): State {
  return step(state, event, index);
}

function isSignature({ event }: Numbered): boolean {
  return event.kind === 'reviewed' && commandOf(event) === 'sign';
}

/** The signatures of one second that stand together from a place on; empty where there is none. */
function signaturesAt(ordered: readonly Numbered[], place: number): Numbered[] {
  const at = second(ordered[place]!.event.at);
  let end = place;
  while (end < ordered.length && isSignature(ordered[end]!) && second(ordered[end]!.event.at) === at)
    end += 1;
  return ordered.slice(place, end);
}

/** Of signatures in the same second the earlier step's is first (R1): each time, one that clears is taken first. */
function applySimultaneous(state: State, group: readonly Numbered[]): State {
  let next = state;
  let left = group;
  for (;;) {
    const before = next;
    const place = left.findIndex((item) => apply(before, item).current !== before.current);
    if (place < 0) return left.reduce(apply, next);
    next = apply(next, left[place]!);
    left = left.toSpliced(place, 1);
  }
}
