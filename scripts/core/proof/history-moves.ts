/** Random histories over few people, few contents and few seconds, so that the rules meet each other often. */
import fc from 'fast-check';
import type { Event } from '../events.ts';
import { kindOfLangkah, type Sop } from '../sop.ts';
import { initialState, type Context, type State } from '../state.ts';
import { step } from '../step.ts';
import { allKelengkapan, contextOf, minute, people, row } from '../testing/history.ts';
import { rulesOf, type Rules } from './model-state.ts';

/** An SOP and the people of its histories: two holders of every role, one of whom holds the next role as well. */
export interface Office {
  readonly context: Context;
  readonly rules: Rules;
  readonly holdersOf: (roles: readonly string[]) => readonly number[];
}

export function officeOf(sop: Sop): Office {
  const roles = sop.pelaksana.map(({ id }) => id);
  const pairs = roles.flatMap((role, place) => [
    [1 + place, role] as const,
    [11 + place, role] as const,
    [11 + place, roles[(place + 1) % roles.length]!] as const,
  ]);
  return {
    context: contextOf(
      sop,
      pairs.map(([person, role]) => row(person, role)),
    ),
    rules: rulesOf(sop, pairs, people.app),
    holdersOf: (wanted) => [
      ...new Set(pairs.flatMap(([person, role]) => (wanted.includes(role) ? [person] : []))),
    ],
  };
}

/** One history of an office, in the order in which it was made up; times may go back. */
export interface Case {
  readonly office: Office;
  readonly events: readonly Event[];
}

type Draft = Event extends infer E ? (E extends Event ? Omit<E, 'at'> : never) : never;

/** What anybody may send, sense or not. */
function anything({ context, holdersOf }: Office): fc.Arbitrary<Draft> {
  const everybody = holdersOf(context.sop.pelaksana.map(({ id }) => id));
  const by = fc.constantFrom(...everybody, people.tamu, people.app);
  const sidik = fc.constantFrom('a', 'b', 'c');
  const seen = fc.option(sidik, { freq: 9 });
  const review = fc.constantFrom('r0', 'r1', 'r2', 'r3', 'tidak-ada');
  const all = allKelengkapan(context.sop);
  const kelengkapan = fc.oneof(
    { weight: 6, arbitrary: fc.constant(all) },
    { weight: 1, arbitrary: fc.subarray(all) },
  );
  const coAuthors = fc.oneof(
    { weight: 4, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.tuple(by) },
  );
  const version = { by, sidik, kelengkapan, coAuthors };
  const kind = <K extends Event['kind']>(name: K) => fc.constant(name);
  return fc.oneof(
    { weight: 12, arbitrary: fc.record({ kind: kind('content'), ...version }) },
    { weight: 24, arbitrary: fc.record({ kind: kind('submitted'), by, sidik: seen }) },
    {
      weight: 48,
      arbitrary: fc.record(
        {
          kind: kind('reviewed'),
          by,
          id: review,
          verdict: fc.constantFrom('sign' as const, 'sign' as const, 'return' as const, 'comment' as const),
          sidik: seen,
          body: fc.constantFrom(
            '',
            'Alasan.',
            '/paraf',
            ' /paraf\nSidik: a',
            '/ajukan',
            '/kembalikan',
            '/kembalikan Salah.',
          ),
          sebagai: fc.constantFrom(...context.sop.pelaksana.map(({ id }) => id), 'tidak-ada'),
        },
        { requiredKeys: ['kind', 'by', 'id', 'verdict', 'sidik', 'body'] },
      ),
    },
    { weight: 3, arbitrary: fc.record({ kind: kind('edited'), by, review }) },
    { weight: 4, arbitrary: fc.record({ kind: kind('dismissed'), by, review }) },
    { weight: 2, arbitrary: fc.record({ kind: kind('closed'), by }) },
    { weight: 3, arbitrary: fc.record({ kind: kind('reopened'), by }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('opened'), ...version }) },
    // Rare, because nothing much can follow it.
    {
      weight: 1,
      arbitrary: fc.record({ kind: kind('merged'), by: fc.constantFrom(people.app, 1), sidik: seen }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: kind('published'), by, sidik: seen, url: fc.constant('/x/') }),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({ kind: kind('observed'), by })
        .map((draft) => ({ ...draft, kanal: 'Radio', frekuensi: '2', ketepatan: 'tepat' })),
    },
  );
}

/** What the SOP waits for now, done by one of its holders: so that histories get somewhere. */
function properly({ context, holdersOf }: Office, state: State, pick: number): Draft | null {
  const langkah = context.sop.langkah[state.current];
  if (state.phase === 'siap') return { kind: 'merged', by: people.app, sidik: state.sidik };
  if (state.phase === 'terbit' && !state.published)
    return { kind: 'published', by: people.app, sidik: state.sidik, url: '/x/' };
  if (langkah === undefined || state.sidik === null) return null;
  const holders = holdersOf(langkah.pelaksana);
  const by = holders[pick % holders.length]!;
  const base = { by, sidik: state.sidik };
  switch (kindOfLangkah(langkah)) {
    case 'reviewer':
      return { ...base, kind: 'reviewed', id: `r${pick}`, verdict: 'sign', body: '' };
    case 'maker':
      if (pick > 1) return { ...base, kind: 'submitted' };
      return {
        kind: 'content',
        by,
        sidik: `${state.sidik[0]}${pick}`,
        kelengkapan: allKelengkapan(context.sop),
        coAuthors: [],
      };
    case 'observer':
      return { kind: 'observed', by, kanal: 'Radio', frekuensi: '2', ketepatan: 'tepat' };
    case 'system':
      return null;
  }
}

/** Seconds to the next event: mostly a minute; often none; now and then a clock that goes back. */
const gap = fc.oneof(
  { weight: 12, arbitrary: fc.constant(60) },
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(-90) },
);

/** Histories of up to 200 events after the first under one of some SOPs. */
export function histories(sops: readonly Sop[]): fc.Arbitrary<Case> {
  return fc.constantFrom(...sops.map(officeOf)).chain((office) => {
    const opened = anything(office).filter(({ kind }) => kind === 'opened');
    const first = fc.option(opened, { freq: 30 });
    const proper = fc.nat({ max: 3 });
    const move = fc.oneof({ weight: 3, arbitrary: proper }, { weight: 2, arbitrary: anything(office) });
    const moves = fc.array(fc.tuple(move, gap), { maxLength: 200, size: 'max' });
    return fc.tuple(first, moves).map(([begin, rest]) => told(office, eventsOf(office, begin, rest)));
  });
}

/** A case that a failure prints as a file of events: `paraf trace` reads it. */
function told(office: Office, events: readonly Event[]): Case {
  const lines = () => [office.context.sop.id, ...events.map((event) => JSON.stringify(event))].join('\n');
  return Object.assign({ office, events }, { [fc.toStringMethod]: lines });
}

/** Plays the moves: a number is a proper act in the state that stands then. */
function eventsOf(
  office: Office,
  begin: Draft | null,
  moves: readonly (readonly [number | Draft, number])[],
): Event[] {
  const events: Event[] = [];
  let state = initialState(office.context);
  let seconds = 0;
  const add = (draft: Draft | null) => {
    if (draft === null) return;
    const event = { ...draft, at: minute(0, seconds) } as Event;
    state = { ...step(state, event, 0), ditolak: null };
    events.push(event);
  };
  add(begin);
  for (const [move, wait] of moves) {
    seconds = Math.max(0, seconds + wait);
    // At `siap` an office's app is quick, but not always: else nothing would happen there.
    if (typeof move !== 'number') add(move);
    else if (state.phase !== 'siap' || move === 0) add(properly(office, state, move));
  }
  return events;
}
