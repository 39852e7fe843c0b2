/** Bad days of the gate: faults of the server while it looks, and its end at one of its requests. */
import fc from 'fast-check';
import { faultKinds, type Fault, type FaultKind } from '../../local/faults.ts';
import type { Client } from '../read/client.ts';

/** One look of the gate that meets faults, and may be killed at one of its requests. */
export interface BadLook {
  readonly faults: readonly Fault[];
  /** Requests that it may send before it is killed, or the route of the first at which it is; null: it lives. */
  readonly dies: number | RegExp | null;
  /** Whether the request at which it is killed was done. */
  readonly isDone: boolean;
}

export const isOfMerges = (kind: FaultKind) => kind === 'base-modified' || kind === 'mergeable-unknown';

/** There is one merge in a look, and many other requests. */
const fault = (kind: FaultKind): fc.Arbitrary<Fault> =>
  fc.record({
    kind: fc.constant(kind),
    after: isOfMerges(kind) ? fc.constant(0) : fc.nat(14),
    times: fc.integer({ min: 1, max: 6 }),
  });

const badLook: fc.Arbitrary<BadLook> = fc.record({
  faults: fc.array(fc.constantFrom(...faultKinds).chain(fault), { minLength: 1, maxLength: 3 }),
  dies: fc.option(fc.nat(24), { nil: null }),
  isDone: fc.boolean(),
});

/** What the gate went through after each act of a story, and whether somebody writes once more after the last paraf. */
export interface Schedule {
  readonly looks: readonly (readonly BadLook[])[];
  /** Whether each look meets another one that runs at the same time. */
  readonly isTwice: boolean;
  readonly isEditedAtTheEnd: boolean;
  readonly publications: readonly BadLook[];
}

export const scheduleOf = (acts: number): fc.Arbitrary<Schedule> =>
  fc.record({
    looks: fc.array(fc.array(badLook, { maxLength: 2 }), { minLength: acts, maxLength: acts }),
    isTwice: fc.boolean(),
    isEditedAtTheEnd: fc.boolean(),
    publications: fc.array(badLook, { maxLength: 2 }),
  });

/** A client whose process ends at one of its requests: nothing is sent after it. */
export function mortal(client: Client, { dies, isDone }: BadLook): Client {
  if (dies === null) return client;
  let left = typeof dies === 'number' ? dies : Infinity;
  let isDead = false;
  const guard = async <T>(route: string, send: () => Promise<T>): Promise<T> => {
    if (isDead) throw new Error('killed');
    left -= 1;
    isDead = left < 0 || (dies instanceof RegExp && dies.test(route));
    if (!isDead) return send();
    if (isDone) await send();
    throw new Error('killed');
  };
  return {
    graphql: (query, variables) => guard('POST /graphql', () => client.graphql(query, variables)),
    request: (route, parameters) => guard(route, () => client.request(route, parameters)),
  };
}
