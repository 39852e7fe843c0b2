/**
 * The process of the gate, killed at any of its calls, as when a job is cancelled or its machine is lost: what it had
 * begun the next run ends, once.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGit } from '../../publish/git.ts';
import { verify } from '../../publish/verify.ts';
import { news, openNewsroom, type Newsroom } from '../testing/newsroom.ts';
import { stateOf } from '../testing/records.ts';
import { openCounter, runBundle, runEvent, type Counter, type Death } from './testing/run-bundle.ts';

let room: Newsroom;
let counter: Counter;
beforeAll(async () => {
  room = await openNewsroom();
  counter = await openCounter(room.url);
});
afterAll(async () => {
  await counter.stop();
  await room.stop();
});

const seed = Number(process.env['PARAF_FAULT_SEED'] ?? Date.now() % 1_000_000);
const rounds = 10;

/** Points that must be among them, and whether the ledger has the item by then. */
const certain: readonly (Death & { readonly isRecorded: boolean })[] = [
  // Between merge and ledger.
  { at: /^PUT .*\/merge$/, isDone: true, isRecorded: false },
  // Between ledger and deployment: what asks for a publication is not sent, or its answer never comes.
  { at: /^PATCH .*\/git\/refs\/heads.*paraf$/, isDone: true, isRecorded: true },
  { at: /^POST .*\/dispatches$/, isDone: false, isRecorded: true },
  { at: /^POST .*\/dispatches$/, isDone: true, isRecorded: true },
];

const random = fc.record({ at: fc.nat(24), isDone: fc.boolean() });

/** Cancels a run at a point; false where it had ended before. */
const cancelled = async (event: object, death: Death) =>
  (await runBundle(room, counter, { event, death })).code === null;

/** As often as the ledger has a pull request. */
async function recorded(pull: number): Promise<(number | null)[]> {
  const { ledger } = await verify(openGit(room.server.repository));
  return ledger.map(({ entry }) => entry.pull).filter((number) => number === pull);
}

it(
  `${2 * rounds} deaths of the gate's process, and each item is merged and recorded once (seed ${seed})`,
  { timeout: rounds * 60_000 },
  async () => {
    const deaths = fc.sample(random, { numRuns: 2 * rounds, seed });
    let killed = 0;
    for (let round = 0; round < rounds; round += 1) {
      const slug = `batal-${round}`;
      const branch = `cms/berita/2026/11/${slug}`;
      const pull = await room.open('peliput', branch, news(slug));
      await room.submit('peliput', pull);
      await room.review('pengolah-satu', pull, 'APPROVE');
      const event = runEvent(`Paraf #${pull}`);
      const point = certain[round];
      for (const death of [point ?? deaths[2 * round]!, deaths[2 * round + 1]!]) {
        const isKilled = await cancelled(event, death);
        if (isKilled) killed += 1;
        if (death !== point) continue;
        const { isRecorded } = point;
        expect([isKilled, await stateOf(room, pull), await recorded(pull)]).toEqual([
          true,
          'merged',
          isRecorded ? [pull] : [],
        ]);
      }
      const last = await runBundle(room, counter, { event });
      // Nobody has said that it is live: whatever was asked for before, it is asked for now.
      expect([last.code, last.outputs]).toEqual([0, `pulls=${pull}\npublish=true\n`]);
      expect(await stateOf(room, pull)).toBe('merged');
      expect(await recorded(pull)).toEqual([pull]);
      const { live, findings } = await verify(openGit(room.server.repository));
      expect(findings).toEqual([]);
      const folder = `content/berita/2026/11/${slug}`;
      expect(live.filter(({ path }) => path === folder)).toMatchObject([{ pull, path: folder }]);
    }
    // A run that had come to its end before its point was not killed.
    expect(killed).toBeGreaterThan(rounds);
  },
);
