import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleAction, bundleFile } from './bundle.ts';

it('the bundle in the repository is what the source makes, byte for byte (else: npm run bundle)', async () => {
  const wanted = await bundleAction();
  const folder = dirname(bundleFile);
  expect(readdirSync(folder).toSorted()).toEqual([...wanted.keys()].map((path) => basename(path)).toSorted());
  const different = [...wanted].filter(([path, bytes]) => !readFileSync(path).equals(bytes));
  expect(different.map(([path]) => basename(path))).toEqual([]);
});

it('the bundle stays small', () => {
  expect(readFileSync(bundleFile).length).toBeLessThanOrEqual(1_200_000);
});

it('the action runs that bundle on Node 24, and installs nothing', () => {
  const text = readFileSync(join(dirname(bundleFile), '../action.yml'), 'utf8');
  expect(text).toMatch(/\nruns:\n {2}using: node24\n {2}main: dist\/index\.cjs\n$/);
});
