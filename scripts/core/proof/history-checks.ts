/** What must hold of every history, whatever is in it. */
import { isDeepStrictEqual } from 'node:util';
import type { Event } from '../events.ts';
import { orderEvents } from '../order.ts';
import { reduce } from '../reduce.ts';
import { positionOf } from '../report.ts';
import { commandOf } from '../command.ts';
import { initialState, type State } from '../state.ts';
import { step } from '../step.ts';
import { minute, people } from '../testing/history.ts';
import { drive } from './drive.ts';
import type { Case } from './history-moves.ts';
import { brokenBy } from './invariants.ts';
import { held, unopened, type Model } from './model-state.ts';
import { expected } from './model.ts';

const now = minute(100_000);

/** The fold of `step` over the ordered history, beside the model. */
function walk({ office, events }: Case): { state: State; model: Model; contributors: Contributors } {
  const { rules, context } = office;
  let state = initialState(context);
  let model = unopened;
  const moments: Moment[] = [];
  for (const { event, index } of orderEvents(events)) {
    const after = step(state, event, index);
    const knownAfter = expected(rules, model, event);
    const fault = brokenBy({ rules, before: state, event, after, known: model, knownAfter });
    if (fault !== null)
      throw new Error(`${context.sop.id}: event ${index} (${event.kind} by ${event.by}) — ${fault}`);
    moments.push({ before: state, event, after });
    state = after;
    model = knownAfter;
  }
  return { state, model, contributors: contributorsIn(office.rules, moments) };
}

interface Moment {
  readonly before: State;
  readonly event: Event;
  readonly after: State;
}

interface Contributors {
  readonly lasting: ReadonlySet<number>;
  readonly all: ReadonlySet<number>;
}

/**
 * R6, from the end of a history to its beginning: a version makes its people contributors unless somebody else put
 * the bytes forward later.
 */
function contributorsIn(rules: Case['office']['rules'], moments: readonly Moment[]): Contributors {
  const lasting = new Set<number>();
  const passing = new Set<number>();
  const later = new Set<number>();
  for (const { before, event, after } of moments.toReversed()) {
    if (after === before || after.ditolak !== before.ditolak) continue;
    const isSubmission =
      event.kind === 'submitted' || (event.kind === 'reviewed' && commandOf(event) === 'submit');
    if (isSubmission) lasting.add(event.by);
    if (isSubmission) later.add(event.by);
    if (event.kind !== 'opened' && event.kind !== 'content') continue;
    if (event.kind === 'opened') lasting.add(event.by);
    const isMaker =
      rules.steps[before.current]?.kind === 'maker' && held(rules, event.by, before.current).size > 0;
    if (isMaker) lasting.add(event.by);
    for (const person of [event.by, ...event.coAuthors])
      if ([...later].every((other) => other === person)) passing.add(person);
  }
  return { lasting, all: lasting.union(passing) };
}

/** R3 to R16: every event does what the rules say, and nothing else. */
export function keepsTheRules(history: Case): void {
  const { state, contributors } = walk(history);
  const lasting = new Set(state.lasting);
  if (!isDeepStrictEqual(lasting, contributors.lasting)) throw new Error('lasting contributors differ');
  if (!isDeepStrictEqual(lasting.union(new Set(state.passing)), contributors.all))
    throw new Error('contributors differ');
}

/** R14: the same events give the same Position, and so do the same lines in another order (R1). */
export function orderOfLinesIsNothing({ office, events }: Case, seed: number): void {
  const position = positionOf(reduce(office.context, events), now);
  if (!isDeepStrictEqual(positionOf(reduce(office.context, events), now), position))
    throw new Error('twice the same history gave two positions');
  const order = shuffled(events, seed);
  const again = positionOf(
    reduce(
      office.context,
      order.map((place) => events[place]!),
    ),
    now,
  );
  const inPlace = again.ditolak.map((refusal) => ({ ...refusal, event: order[refusal.event]! }));
  const violations = again.pelanggaran.map((violation) => ({ ...violation, event: order[violation.event]! }));
  if (!isDeepStrictEqual({ ...again, ditolak: inPlace, pelanggaran: violations }, position))
    throw new Error(`another order of lines gave another position: ${order.join()}`);
}

/** Places in another order. What is alike and of one second keeps its own: there the order of lines is all there is. */
function shuffled(events: readonly Event[], seed: number): number[] {
  const kindOf = (event: Event) => {
    if (event.kind === 'submitted') return 'submit';
    if (event.kind === 'edited') return 'dismissed';
    return event.kind === 'reviewed' ? commandOf(event) : event.kind;
  };
  const groups = new Map<string, number>();
  let random = seed;
  const keys = events.map((event) => {
    const group = `${Math.floor(Date.parse(event.at) / 1000)} ${kindOf(event)}`;
    random = (Math.imul(random, 1_103_515_245) + 12_345) | 0;
    if (!groups.has(group)) groups.set(group, random);
    return groups.get(group)!;
  });
  return events.map((_, place) => place).sort((a, b) => keys[a]! - keys[b]! || a - b);
}

/** R11: the same bytes again, by anybody, change nothing. */
export function noOpsAreNothing({ office, events }: Case): void {
  const state = reduce(office.context, events);
  if (state.sidik === null) return;
  const version = {
    at: minute(90_000),
    by: people.tamu,
    sidik: state.sidik,
    kelengkapan: [],
    coAuthors: [2],
  };
  const after = step(state, { kind: 'content', ...version }, events.length);
  if (!isDeepStrictEqual({ ...after, ditolak: null }, { ...state, ditolak: null }))
    throw new Error('a save of the same bytes changed the state');
}

/** R6: whatever happened, people who act properly can still publish, unless the Position asks for an appointment. */
export function noDeadEnds(history: Case): void {
  const { state, model } = walk(history);
  if (!model.isOpened || model.merged !== 'no') return;
  const end = drive(history.office, state, model);
  if (end !== null) throw new Error(end);
}
