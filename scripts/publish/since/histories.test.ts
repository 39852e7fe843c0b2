import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folder, openArchive, type Archive } from '../testing/archive.ts';
import { acts, type Act } from './testing/acts.ts';
import { openWorld } from './testing/world.ts';

const rounds = Number(process.env['PARAF_RUNS'] ?? 40);

let archive: Archive;
beforeAll(() => {
  archive = openArchive();
  for (const slug of ['s0', 's1'])
    archive.merge(folder(slug), { [`${folder(slug)}/index.md`]: `---\njudul: ${slug}\n---\n\nIsi.\n` });
});
afterAll(() => archive.stop());

const names = Object.keys(acts);
const act = fc.record({ name: fc.constantFrom(...names), a: fc.nat(3), b: fc.nat(2), isSeen: fc.boolean() });

it(
  'what came since is judged as everything is, in any history',
  async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async (history) => {
        const begin = archive.mark();
        const world = openWorld(archive.git);
        try {
          let back = archive.mark();
          await world.look();
          for (const [place, { name, a, b, isSeen }] of history.entries()) {
            (acts[name] as Act)(archive, a, b);
            if (!isSeen && place + 1 < history.length) continue;
            const { kind } = await world.look();
            seen.set(kind, (seen.get(kind) ?? 0) + 1);
            // Nothing comes after what is refused but its repair.
            if (kind === 'ditolak') back();
            else back = archive.mark();
          }
        } finally {
          world.database.close();
          begin();
        }
      }),
      { numRuns: Math.ceil(rounds / 5) },
    );
    if (rounds >= 40)
      for (const kind of ['sebanding', 'penuh', 'ditolak']) expect(seen.has(kind), kind).toBe(true);
  },
  Math.max(60_000, rounds * 3_000),
);
