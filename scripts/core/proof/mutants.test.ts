import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutants, patched } from './mutants.ts';

test.each(mutants.map((mutant) => [mutant.rule, mutant.broken, mutant] as const))(
  '%s can still be broken so: %s',
  (_, __, mutant) => {
    const text = readFileSync(new URL(`../${mutant.file}`, import.meta.url), 'utf8');
    expect(patched(text, mutant)).not.toBe(text);
  },
);

test('every rule is broken in several ways', () => {
  const ways = Map.groupBy(mutants, ({ rule }) => rule);
  const rules = Array.from({ length: 16 }, (_, index) => `R${index + 1}`);
  expect([...ways.keys()]).toEqual(rules);
  for (const [rule, list] of ways) expect(list.length, rule).toBeGreaterThan(1);
});

test('a patch whose text is gone, or stands twice, is an error', () => {
  const mutant = { rule: 'R1', broken: 'nothing', file: 'x.ts', from: 'a', to: 'b' };
  const fault = (count: number) =>
    `The patch of R1 (nothing) no longer applies: its text stands ${count} times in scripts/core/x.ts. Follow the change in scripts/core/proof/mutants-*.ts.\na`;
  expect(() => patched('c', mutant)).toThrow(fault(0));
  expect(() => patched('a a', mutant)).toThrow(fault(2));
});
