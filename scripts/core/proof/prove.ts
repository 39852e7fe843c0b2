/**
 * The longer proof, five minutes or more: every state of every SOP with an exact key and one holder of each
 * role, and with a coarse key and two; then many random histories.
 *
 *     node scripts/run.mjs scripts/core/proof/prove.ts [--histories 100000] [--sop <id>]
 *
 * Prints what was explored; ends with 1 at the first event that breaks a rule, with the shortest history that shows it.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { Counterexample, explore, type Exploration } from './explore.ts';
import { keepsTheRules, noDeadEnds, noOpsAreNothing, orderOfLinesIsNothing } from './history-checks.ts';
import { histories, type Case } from './history-moves.ts';
import { sops, windingSop } from './sops.ts';
import { worldOf, type World } from './world.ts';

const { values } = parseArgs({
  options: { histories: { type: 'string', default: '100000' }, sop: { type: 'string' } },
});
const wanted = [...sops, windingSop].filter(({ id }) => values.sop === undefined || id === values.sop);
const count = Number(values.histories);
if (wanted.length === 0 || !Number.isSafeInteger(count) || count < 0) {
  process.stderr.write(
    `Pemakaian: prove.ts [--histories <jumlah>] [--sop <id>]; id: ${[...sops, windingSop].map(({ id }) => id).join(', ')}.\n`,
  );
  process.exit(2);
}

const number = (value: number) => value.toLocaleString('en').padStart(12);
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(0)} s`;

function tell(world: World, key: string, begin: number, found: Exploration): void {
  const { states, transitions, depth, stuck, isComplete } = found;
  const end = isComplete ? 'no new one' : 'cut short';
  console.log(
    `${world.name.padEnd(66)} ${key.padEnd(6)} ${number(states)} states ${number(transitions)} transitions  depth ${depth}, ${end}; ${number(stuck)} MACET for good  ${seconds(begin)}`,
  );
}

try {
  for (const sop of wanted)
    for (const each of [1, 2] as const) {
      const world = worldOf(sop, each);
      const begin = performance.now();
      // With an exact key the winding SOP, and two holders of each role, would not fit into a laptop's memory.
      const isCoarse = each === 2 || sop === windingSop;
      const found = explore(world, { isCoarse });
      tell(world, isCoarse ? 'coarse' : 'exact', begin, found);
      if (!isCoarse && explore(world, { isCoarse: true }).states !== found.coarseStates)
        throw new Error(`${world.name}: the coarse key overlooks states that can be reached`);
    }

  const seen = { events: 0, longest: 0 };
  const counted = (history: Case) => {
    seen.events += history.events.length;
    seen.longest = Math.max(seen.longest, history.events.length);
    keepsTheRules(history);
    noOpsAreNothing(history);
    noDeadEnds(history);
  };
  const begin = performance.now();
  fc.assert(
    fc.property(histories(wanted), fc.nat(), (history, seed) => {
      counted(history);
      orderOfLinesIsNothing(history, seed);
    }),
    { numRuns: count },
  );
  console.log(
    `${number(count)} random histories, ${number(seen.events)} events, the longest of ${seen.longest}  ${seconds(begin)}`,
  );
} catch (error) {
  console.error(error instanceof Counterexample ? error.message : error);
  process.exitCode = 1;
}
