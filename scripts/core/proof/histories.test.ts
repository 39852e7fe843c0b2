import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepsTheRules, noDeadEnds, noOpsAreNothing, orderOfLinesIsNothing } from './history-checks.ts';
import { histories } from './history-moves.ts';
import { reduce } from '../reduce.ts';
import { sops, windingSop } from './sops.ts';

const cases = histories([...sops, windingSop]);
const runs = { numRuns: Number(process.env['PARAF_RUNS'] ?? 2_000) };

test('every event of a random history does what the rules say, and nothing else', () => {
  const reached = new Map<string, number>();
  fc.assert(
    fc.property(cases, (history) => {
      keepsTheRules(history);
      const { phase } = reduce(history.office.context, history.events);
      reached.set(phase, (reached.get(phase) ?? 0) + 1);
    }),
    runs,
  );
  // Histories that come to nothing would keep any rule.
  for (const phase of ['berjalan', 'siap', 'terbit', 'selesai', 'ditutup'])
    expect(reached.get(phase), phase).toBeGreaterThan(runs.numRuns / 200);
});

test('the same history gives the same Position, in whatever order its lines stand', () => {
  fc.assert(fc.property(cases, fc.nat(), orderOfLinesIsNothing), runs);
});

test('a save of the same bytes changes nothing', () => {
  fc.assert(fc.property(cases, noOpsAreNothing), runs);
});

test('whatever happened, people who act properly can still publish, or are told whom to appoint', () => {
  fc.assert(fc.property(cases, noDeadEnds), runs);
});
