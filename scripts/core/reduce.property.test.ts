import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Event } from './events.ts';
import { orderEvents } from './order.ts';
import { holdersOf, instant } from './peran.ts';
import { reduce } from './reduce.ts';
import { positionOf } from './report.ts';
import { kindOfLangkah } from './sop.ts';
import { initialState, type Context, type State } from './state.ts';
import { step } from './step.ts';
import { allKelengkapan, contextOf, minute, people, row, sopFromContent } from './testing/history.ts';

/** The four SOPs, each with two holders of every role, one of whom holds the next role as well. */
const contexts: readonly Context[] = [
  'pembuatan-konten-informasi',
  'penyebarluasan-informasi',
  'pengelolaan-konten-media',
  'pendokumentasian-informasi-publik',
].map((id) => {
  const sop = sopFromContent(id);
  const roles = sop.pelaksana.map((item) => item.id);
  const rows = roles.flatMap((peran, place) => [
    row(1 + place, peran),
    row(11 + place, peran),
    row(11 + place, roles[(place + 1) % roles.length]!),
  ]);
  return contextOf(sop, rows);
});

/** Histories over few people, few contents and few seconds, so that the rules meet each other often. */
function historyOf(context: Context): fc.Arbitrary<Event[]> {
  const by = fc.constantFrom(1, 2, 3, 4, 11, 12, 13, 14, 99, people.app);
  const sidik = fc.constantFrom('a', 'b', 'c');
  const review = fc.constantFrom('r0', 'r1', 'r2', 'r3');
  const kelengkapan = fc.oneof(
    { weight: 6, arbitrary: fc.constant(allKelengkapan(context.sop)) },
    { weight: 1, arbitrary: fc.constant<string[]>([]) },
  );
  const event = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('content' as const),
        by,
        sidik,
        kelengkapan,
        coAuthors: fc.constantFrom<number[]>([], [2]),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('submitted' as const),
        by,
        sidik: fc.option(sidik, { freq: 9 }),
      }),
    },
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('reviewed' as const),
        by,
        id: review,
        verdict: fc.constantFrom(
          'sign' as const,
          'sign' as const,
          'sign' as const,
          'return' as const,
          'comment' as const,
        ),
        sidik: fc.option(sidik, { freq: 9 }),
        body: fc.constantFrom('', 'Alasan.', '/paraf', '/ajukan', '/kembalikan', '/kembalikan Alasan.'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('edited' as const, 'dismissed' as const), by, review }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('closed' as const, 'reopened' as const), by }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('merged' as const),
        by: fc.constantFrom(people.app, 1),
        sidik,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('published' as const),
        by: fc.constant<number>(people.app),
        sidik,
        url: fc.constant('/x/'),
      }),
    },
  );
  const opened = fc.record({
    kind: fc.constant('opened' as const),
    by,
    sidik,
    kelengkapan,
    coAuthors: fc.constant<number[]>([]),
  });
  const move = fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 3 }) }, { weight: 2, arbitrary: event });
  const gap = fc.constantFrom(0, 1, 1, 1);
  return fc.tuple(opened, fc.array(fc.tuple(move, gap), { maxLength: 60 })).map(([first, moves]) => {
    const events: Event[] = [{ ...first, at: minute(0) }];
    let state = step(initialState(context), events[0]!, 0);
    let at = 0;
    for (const [item, wait] of moves) {
      at += wait;
      const next = typeof item === 'number' ? properMove(state, item, at) : { ...item, at: minute(at) };
      if (next === null) continue;
      state = step(state, next, events.length);
      events.push(next);
    }
    return events;
  });
}

/** What the SOP waits for now, done by one of its holders: so that histories get somewhere. */
function properMove(state: State, pick: number, at: number): Event | null {
  const { sop, roster } = state.context;
  const langkah = sop.langkah[state.current];
  if (langkah === undefined || state.sidik === null) return null;
  const holders = holdersOf(roster, langkah.pelaksana, instant(minute(at)), null);
  const by = holders[pick % holders.length]!;
  const base = { at: minute(at), by, sidik: state.sidik };
  if (kindOfLangkah(langkah) === 'reviewer')
    return { ...base, kind: 'reviewed', id: `r${pick}`, verdict: 'sign', body: '' };
  if (kindOfLangkah(langkah) !== 'maker') return null;
  if (pick > 1) return { ...base, kind: 'submitted' };
  return {
    ...base,
    kind: 'content',
    sidik: `${state.sidik}'`,
    kelengkapan: allKelengkapan(sop),
    coAuthors: [],
  };
}

const cases = fc.nat({ max: contexts.length - 1 }).chain((place) => {
  const context = contexts[place]!;
  return historyOf(context).map((events) => ({ context, events }));
});
const now = minute(1_000);
const runs = { numRuns: Number(process.env['PARAF_RUNS'] ?? 2_000) };

/** Each prefix's position, by folding `step` over the ordered history. */
function walk(context: Context, events: readonly Event[]) {
  let state = initialState(context);
  return orderEvents(events).map(({ event, index }) => {
    const before = state;
    state = step(state, event, index);
    return { before, after: state, event };
  });
}

test('nothing is siap without a signature of every setujui, by an outsider to it, on exactly the current content', () => {
  let reached = 0;
  fc.assert(
    fc.property(cases, ({ context, events }) => {
      const { sop, roster } = context;
      const seen: Event[] = [];
      for (const { after, event } of walk(context, events)) {
        seen.push(event);
        if (after.phase !== 'siap') continue;
        reached += 1;
        const opener = seen.find((item) => item.kind === 'opened')!.by;
        sop.langkah.forEach((langkah, index) => {
          if (kindOfLangkah(langkah) !== 'reviewer') return;
          const done = after.done[index];
          expect(done, `langkah ${langkah.no} is signed`).not.toBeNull();
          const review = seen.findLast(
            (item) =>
              item.kind === 'reviewed' &&
              item.id === done!.review &&
              item.by === done!.by &&
              item.at === done!.at &&
              // One person may review twice in one second, of other content.
              item.sidik === done!.sidik,
          );
          expect(review, 'there is such a review').toBeDefined();
          expect(holdersOf(roster, langkah.pelaksana, instant(done!.at), after.opd)).toContain(done!.by);
          if (langkah.tindakan !== 'setujui') return;
          expect(done!.sidik).toBe(after.sidik);
          expect(review!.kind === 'reviewed' && review!.sidik).toBe(after.sidik);
          expect(done!.by).not.toBe(opener);
          const changes = seen.filter(
            (item, place) =>
              item.kind === 'content' && place > seen.indexOf(review!) && item.sidik !== after.sidik,
          );
          expect(changes, 'no other content after the signature').toEqual([]);
        });
      }
    }),
    runs,
  );
  // A property that never meets its condition would hold of anything.
  expect(reached).toBeGreaterThan(runs.numRuns / 20);
});

test('terbit only follows siap, with the content that was signed; rounds never fall', () => {
  fc.assert(
    fc.property(cases, ({ context, events }) => {
      for (const { before, after, event } of walk(context, events)) {
        expect(after.rounds).toBeGreaterThanOrEqual(before.rounds);
        if (after.phase !== 'terbit' || before.phase === 'terbit') continue;
        expect(before.phase).toBe('siap');
        expect(event.kind === 'merged' && event.sidik).toBe(before.approved);
        expect(before.approved).toBe(before.sidik);
      }
    }),
    runs,
  );
});

test('the same history gives the same Position, and a repeated save of the same bytes changes nothing', () => {
  fc.assert(
    fc.property(cases, fc.nat(), ({ context, events }, seed) => {
      const position = positionOf(reduce(context, events), now);
      expect(positionOf(reduce(context, events), now)).toEqual(position);

      const ordered = walk(context, events);
      const place = seed % ordered.length;
      const { after } = ordered[place]!;
      const version = { at: minute(500), by: 99, sidik: after.sidik!, kelengkapan: [], coAuthors: [] };
      const again = step(after, { kind: 'content', ...version }, 0);
      expect({ ...again, ditolak: [] }).toEqual({ ...after, ditolak: [] });
    }),
    runs,
  );
});
