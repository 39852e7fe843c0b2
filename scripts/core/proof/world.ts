/** The worlds that the proof explores: an SOP, the people who hold its roles, and everything that they can do. */
import type { Event } from '../events.ts';
import type { Sop } from '../sop.ts';
import type { Context, State } from '../state.ts';
import { allKelengkapan, contextOf, people, row } from '../testing/history.ts';
import { held, rulesOf, type Rules } from './model-state.ts';

/** An SOP with one, or with two, definitive holders of each of its roles, who hold no other. */
export interface World {
  readonly name: string;
  readonly context: Context;
  readonly rules: Rules;
  readonly holders: readonly number[];
  /** People who can stand for each other: the holders of one role. */
  readonly alike: readonly (readonly number[])[];
  /** Holders, somebody without a role, and the app. */
  readonly everybody: readonly number[];
  /** Holders who may sign an approval. */
  readonly approvers: ReadonlySet<number>;
  readonly papers: readonly string[];
}

const { tamu, app } = people;

/** The world of an SOP. */
export function worldOf(sop: Sop, each: 1 | 2): World {
  const roles = sop.pelaksana.map(({ id }) => id);
  const alike = roles.map((_, place) => Array.from({ length: each }, (_, nth) => 10 * (place + 1) + nth));
  const pairs = roles.flatMap((role, place) => alike[place]!.map((person) => [person, role] as const));
  const rules = rulesOf(sop, pairs, app);
  const holders = alike.flat();
  return {
    name: `${sop.id}, ${each === 1 ? 'one holder' : 'two holders'} of each role`,
    context: contextOf(
      sop,
      pairs.map(([person, role]) => row(person, role)),
    ),
    rules,
    holders,
    alike: [...alike, [tamu], [app]],
    everybody: [...holders, tamu, app],
    approvers: new Set(
      holders.filter((person) =>
        rules.steps.some((step, place) => step.isApproval && held(rules, person, place).size > 0),
      ),
    ),
    papers: allKelengkapan(sop),
  };
}

/** Ids of the reviews that signed a step which is still done. */
function reviewsIn(state: State): string[] {
  return [...new Set(state.done.flatMap((done) => done?.review ?? []))];
}

/**
 * Everything that anybody can do in a state, a minute after the last event. There are two contents: the one that
 * stands, and another, because the rules ask of bytes only whether they are the same.
 *
 * @param at time of the events
 * @param id of a review that is written now
 */
export function movesIn(world: World, state: State, at: string, id: string): Event[] {
  const { everybody, holders, papers } = world;
  const version = (by: number, sidik: string, kelengkapan: readonly string[], coAuthors: number[] = []) => ({
    at,
    by,
    sidik,
    kelengkapan: [...kelengkapan],
    coAuthors,
  });
  if (state.phase === 'belum')
    return [
      ...everybody.flatMap((by): Event[] => [
        { kind: 'opened', ...version(by, 'a', papers) },
        { kind: 'opened', ...version(by, 'a', []) },
      ]),
      ...holders.map((other): Event => ({ kind: 'opened', ...version(tamu, 'a', papers, [other]) })),
    ];

  const bytes = state.sidik!;
  const other = bytes === 'a' ? 'b' : 'a';
  const reviews = reviewsIn(state);
  const reviewed = (
    by: number,
    verdict: 'sign' | 'return' | 'comment',
    sidik: string | null,
    body = '',
    time = at,
  ): Event => ({ kind: 'reviewed', at: time, by, id, verdict, sidik, body });

  return [
    ...everybody.flatMap((by): Event[] => [
      { kind: 'content', ...version(by, other, papers) },
      { kind: 'content', ...version(by, other, []) },
      { kind: 'submitted', at, by, sidik: bytes },
      reviewed(by, 'comment', bytes, '/ajukan'),
      reviewed(by, 'sign', bytes),
      reviewed(by, 'return', null, 'Perbaiki angkanya.'),
      { kind: 'observed', at, by, kanal: 'Radio', frekuensi: '2 kali', ketepatan: 'tepat' },
      ...reviews.map((review): Event => ({ kind: 'dismissed', at, by, review })),
    ]),
    ...holders.flatMap((by): Event[] => [
      { kind: 'content', ...version(tamu, other, papers, [by]) },
      { kind: 'submitted', at, by, sidik: other },
      { kind: 'submitted', at, by, sidik: null },
      reviewed(by, 'sign', other),
      reviewed(by, 'sign', null),
      reviewed(by, 'return', null, ' '),
      reviewed(by, 'comment', bytes, 'Bagus.'),
      // In the very second of the last change, as when both arrive together.
      reviewed(by, 'sign', bytes, '', new Date(state.changed * 1000).toISOString()),
    ]),
    { kind: 'content', ...version(tamu, bytes, []) },
    ...reviews.map((review): Event => ({ kind: 'edited', at, by: tamu, review })),
    { kind: 'edited', at, by: tamu, review: 'tidak-ada' },
    { kind: 'dismissed', at, by: holders[0]!, review: 'tidak-ada' },
    { kind: 'opened', ...version(tamu, other, papers) },
    { kind: 'closed', at, by: tamu },
    { kind: 'reopened', at, by: tamu },
    { kind: 'merged', at, by: app, sidik: bytes },
    { kind: 'merged', at, by: app, sidik: other },
    { kind: 'merged', at, by: app, sidik: null },
    { kind: 'merged', at, by: tamu, sidik: bytes },
    { kind: 'published', at, by: app, sidik: bytes, url: '/x/' },
    { kind: 'published', at, by: app, sidik: other, url: '/x/' },
    { kind: 'published', at, by: app, sidik: null, url: '/x/' },
  ];
}

/** Whether an event is what people do who act properly: work and review in their role, and undo a closing. */
export function isProper({ rules }: World, turn: number, event: Event): boolean {
  switch (event.kind) {
    case 'content': {
      const step = rules.steps[turn];
      const roles = rules.roles.get(event.by);
      return step?.kind === 'maker' && roles !== undefined && !roles.isDisjointFrom(step.roles);
    }
    case 'submitted':
    case 'reviewed':
    case 'reopened':
    case 'published':
    case 'observed':
      return true;
    case 'merged':
      return event.by === rules.app;
    case 'opened':
    case 'edited':
    case 'dismissed':
    case 'closed':
      return false;
  }
}
