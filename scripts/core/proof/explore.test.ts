import { describe, expect, test } from 'vitest';
import type { Sop } from '../sop.ts';
import { explore } from './explore.ts';
import { sops, windingSop } from './sops.ts';
import { worldOf } from './world.ts';

const table = (list: readonly Sop[]) => list.map((sop) => [sop.id, sop] as const);
const minutes = (count: number) => count * 60_000;

/** Every SOP has far more states than steps; an exploration that finds fewer did not explore. */
const few = (sop: Sop) => 20 * sop.langkah.length;

describe('in every state that can be reached, whatever anybody does keeps the rules', () => {
  test.each(table([...sops, windingSop]))(
    '%s, with one holder of each role',
    (_, sop) => {
      const { states, isComplete, stuck } = explore(worldOf(sop, 1), { isCoarse: true });
      expect(isComplete).toBe(true);
      expect(states).toBeGreaterThan(few(sop));
      // The only one who may approve can also open the item, and then nobody is left to approve it.
      const onlyOne = sop.langkah.some((item) => item.tindakan === 'setujui' && item.pelaksana.length === 1);
      expect(stuck > 0).toBe(onlyOne);
    },
    minutes(5),
  );

  // The winding one has too many states then: it is for the longer suite.
  test.each(table(sops))(
    '%s, with two holders of each role',
    (_, sop) => {
      const { states, isComplete } = explore(worldOf(sop, 2), { isCoarse: true });
      expect(isComplete).toBe(true);
      expect(states).toBeGreaterThan(few(sop));
    },
    minutes(5),
  );
});

test('an exploration that is cut short says so', () => {
  const { isComplete, depth } = explore(worldOf(sops[0]!, 1), { depth: 3 });
  expect({ isComplete, depth }).toEqual({ isComplete: false, depth: 3 });
});
