/** Breadth-first exploration of everything that can happen to one item, until no new state appears. */
import type { Event } from '../events.ts';
import { positionOf } from '../report.ts';
import { initialState, type State } from '../state.ts';
import { step } from '../step.ts';
import { minute } from '../testing/history.ts';
import { keyOf } from './canonical.ts';
import { brokenBy } from './invariants.ts';
import { unopened, type Model } from './model-state.ts';
import { expected } from './model.ts';
import { isProper, movesIn, type World } from './world.ts';

/** What an exploration found. */
export interface Exploration {
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  /** Whether it ended by itself: no state was left that had not been looked at. */
  readonly isComplete: boolean;
  /** How many of them a coarse key tells apart. */
  readonly coarseStates: number;
  /** Open states in which an approval needs an appointment first: MACET, for good. */
  readonly stuck: number;
}

/** A rule that does not hold, with the shortest history that shows it. */
export class Counterexample extends Error {
  constructor(world: World, fault: string, history: readonly Event[]) {
    super(`${world.name}: ${fault}\n${history.map((event) => JSON.stringify(event)).join('\n')}`);
    this.name = 'Counterexample';
  }
}

interface Found {
  readonly state: State;
  readonly model: Model;
}

/** How a state was first reached, for counterexamples: the one before, and the event. */
interface Way {
  readonly from: number;
  readonly event: Event | null;
}

/** What is kept of a state once it has been looked at. */
interface Fate {
  readonly isOut: boolean;
  readonly isOpen: boolean;
  /** Whether R6 says that an appointment is needed. */
  readonly needsAppointment: boolean;
}

/**
 * Explores a world.
 *
 * @param options `depth`: longest history that is tried (without it the exploration ends by itself); `isCoarse`: which
 * states are taken for the same
 * @throws Counterexample for the first event that breaks a rule, and for a dead end
 */
export function explore(world: World, { depth = Infinity, isCoarse = false } = {}): Exploration {
  const begin: Found = { state: initialState(world.context), model: unopened };
  const places = new Map([[keyOf(world, begin.state, begin.model, isCoarse), 0]]);
  const coarse = new Set([keyOf(world, begin.state, begin.model, true)]);
  const ways: Way[] = [{ from: 0, event: null }];
  /** Edges of proper acts, backwards: from a state to those that lead to it. */
  const leadingTo: number[][] = [[]];
  const fail = (fault: string, from: number, event?: Event): never => {
    throw new Counterexample(world, fault, [
      ...historyOf(ways, from),
      ...(event === undefined ? [] : [event]),
    ]);
  };

  const fates: Fate[] = [fateOf(world, begin, (fault) => fail(fault, 0))];
  let level: [number, Found][] = [[0, begin]];
  let transitions = 0;
  let length = 0;
  while (level.length > 0 && length < depth) {
    length += 1;
    const at = minute(length);
    const next: [number, Found][] = [];
    for (const [from, found] of level) {
      const before = found.state;
      for (const event of movesIn(world, before, at, `r${length}`)) {
        transitions += 1;
        const after = step(before, event, 0);
        const model = expected(world.rules, found.model, event);
        if (model === found.model && isSame(before, after)) continue;
        const fault = brokenBy({
          rules: world.rules,
          before,
          event,
          after,
          known: found.model,
          knownAfter: model,
        });
        if (fault !== null) fail(fault, from, event);
        const reached: Found = { state: { ...after, ditolak: null }, model };
        const key = keyOf(world, reached.state, model, isCoarse);
        let place = places.get(key);
        if (place === undefined) {
          place = places.size;
          places.set(key, place);
          coarse.add(isCoarse ? key : keyOf(world, reached.state, model, true));
          ways.push({ from, event });
          fates.push(fateOf(world, reached, (fault) => fail(fault, from, event)));
          leadingTo.push([]);
          next.push([place, reached]);
        }
        if (isProper(world, before.current, event)) leadingTo[place]!.push(from);
      }
    }
    level = next;
  }
  const isComplete = level.length === 0;
  if (isComplete) {
    const deadEnd = deadEndIn(fates, leadingTo);
    if (deadEnd !== null) fail(deadEnd.fault, deadEnd.place);
  }
  const stuck = fates.filter(({ isOpen, needsAppointment }) => isOpen && needsAppointment).length;
  return {
    states: places.size,
    coarseStates: coarse.size,
    transitions,
    depth: isComplete ? length - 1 : length,
    isComplete,
    stuck,
  };
}

const compared = (Object.keys(initialState({ sop: { langkah: [] } } as never)) as (keyof State)[]).filter(
  (key) => key !== 'ditolak',
);

/** Whether only a record of a refusal was added. */
function isSame(before: State, after: State): boolean {
  return before === after || compared.every((key) => before[key] === after[key]);
}

function historyOf(ways: readonly Way[], place: number): Event[] {
  const events: Event[] = [];
  for (let way = ways[place]!; way.event !== null; way = ways[way.from]!) events.push(way.event);
  return events.reverse();
}

/**
 * R6: whether an item can still be published, and whether an appointment is needed for it. The Position must call it
 * MACET exactly where some open `setujui` has no holder who did not contribute.
 */
function fateOf({ rules }: World, { state, model }: Found, fail: (fault: string) => never): Fate {
  const open = rules.steps.flatMap(({ isApproval }, place) =>
    isApproval && !model.marks.has(place) ? [place] : [],
  );
  const holdersAt = (place: number) =>
    [...rules.roles].flatMap(([person, roles]) =>
      roles.isDisjointFrom(rules.steps[place]!.roles) ? [] : [person],
    );
  const isOpen = model.isOpened && model.merged === 'no';
  const hasNone = (place: number, barred: (person: number) => boolean) => holdersAt(place).every(barred);
  const isBarred = (person: number) => model.makers.has(person) || model.editors.has(person);
  const stuckAt = isOpen ? open.filter((place) => hasNone(place, isBarred)) : [];
  const { macet } = positionOf(state, minute(100_000));
  const told = macet.map(({ no }) => no).join();
  const should = stuckAt.map((place) => state.context.sop.langkah[place]!.no).join();
  if (told !== should) fail(`MACET at ${told || 'no step'}, not at ${should || 'none'}`);
  return {
    isOut: model.merged === 'signed',
    isOpen,
    needsAppointment: stuckAt.some((place) => hasNone(place, (person) => model.makers.has(person))),
  };
}

/** R6: from every open state people who act properly can still publish, unless an appointment is needed first. */
function deadEndIn(
  fates: readonly Fate[],
  leadingTo: readonly (readonly number[])[],
): { place: number; fault: string } | null {
  const ends = new Set(fates.flatMap(({ isOut }, place) => (isOut ? [place] : [])));
  // A set is walked in the order in which it grows.
  for (const place of ends) for (const from of leadingTo[place]!) ends.add(from);
  for (const [place, { isOpen, needsAppointment }] of fates.entries()) {
    if (!isOpen || ends.has(place) === !needsAppointment) continue;
    const fault = needsAppointment ? 'needs an appointment, and can be published without' : 'dead end';
    return { place, fault };
  }
  return null;
}
