import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folder, openArchive, type Archive } from '../testing/archive.ts';
import { acts } from './testing/acts.ts';
import { openWorld } from './testing/world.ts';

/** Every act comes once in each history, in any order; a history takes seconds. */
const histories = Math.min(Math.ceil(Number(process.env['PARAF_RUNS'] ?? 1) / 40), 25);

let archive: Archive;
beforeAll(() => {
  archive = openArchive();
  for (const slug of ['s0', 's1'])
    archive.merge(folder(slug), { [`${folder(slug)}/index.md`]: `---\njudul: ${slug}\n---\n\nIsi.\n` });
});
afterAll(() => archive.stop());

const act = (name: string) =>
  fc.record({ name: fc.constant(name), a: fc.nat(3), b: fc.nat(2), isSeen: fc.nat(3).map((n) => n > 0) });
const names = Object.keys(acts);
const history = fc
  .shuffledSubarray(names, { minLength: names.length })
  .chain((order) => fc.tuple(...order.map(act)));

it(
  'what came since is judged as everything is, in any history',
  async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const begin = archive.mark();
        const world = openWorld(archive.git);
        try {
          await world.look();
          let back = archive.mark();
          for (const { name, a, b, isSeen } of steps) {
            acts[name]!(archive, a, b);
            if (!isSeen) continue;
            const { kind } = await world.look();
            seen.add(kind);
            // Nothing comes after what is refused but its repair.
            if (kind === 'ditolak') back();
            else back = archive.mark();
          }
        } finally {
          world.database.close();
          begin();
        }
      }),
      // A shorter history is not worth the minutes.
      { numRuns: histories, endOnFailure: true },
    );
    expect([...seen].sort()).toEqual(['ditolak', 'penuh', 'sebanding']);
  },
  histories * 120_000,
);
