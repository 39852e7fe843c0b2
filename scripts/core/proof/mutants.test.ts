import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lost, mutants, patched } from './mutants.ts';

test('every mutant can still be made', () => {
  const faults = mutants.filter((mutant) => {
    const text = readFileSync(new URL(`../${mutant.file}`, import.meta.url), 'utf8');
    const broken = patched(text, mutant);
    return broken === null || broken === text;
  });
  expect(faults.map(lost)).toEqual([]);
});

test('every rule is broken in several ways', () => {
  const ways = Map.groupBy(mutants, ({ rule }) => rule);
  const rules = Array.from({ length: 16 }, (_, index) => `R${index + 1}`);
  expect([...ways.keys()]).toEqual(rules);
  for (const [rule, list] of ways) expect(list.length, rule).toBeGreaterThan(1);
});

test('a patch applies where its text stands exactly once', () => {
  const mutant = { rule: 'R1', broken: 'nothing', file: 'x.ts', from: 'a', to: '$&' };
  expect(['b a c', 'b c', 'a a'].map((text) => patched(text, mutant))).toEqual(['b $& c', null, null]);
  expect(lost(mutant)).toBe(
    'The patch of R1 (nothing) no longer applies: scripts/core/x.ts does not have its text exactly once. Follow the change in scripts/core/proof/mutants-*.ts.\na',
  );
});
