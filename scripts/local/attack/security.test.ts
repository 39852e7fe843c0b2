import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const checkout = join(import.meta.dirname, '../../..');
const text = readFileSync(join(checkout, '.github/SECURITY.md'), 'utf8');
const promises = [...text.matchAll(/`([^`]+\.(?:test|e2e)\.ts)` › "([^"]+)"/g)].map(
  ([, file, sentence]) => [file!, sentence!] as const,
);

it('names a test for what it promises', () => {
  expect(promises.length).toBeGreaterThan(20);
});

it.each(promises)('%s holds: %s', (file, sentence) => {
  expect(readFileSync(join(checkout, file), 'utf8').replaceAll("\\'", "'")).toContain(sentence);
});
