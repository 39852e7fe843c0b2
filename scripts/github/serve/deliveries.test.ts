import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDeliveries } from './deliveries.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraf-kiriman-'));
  file = join(folder, 'kiriman.txt');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a delivery is taken once, also after a restart', () => {
  expect(openDeliveries(file).take('a')).toBe(true);
  const again = openDeliveries(file);
  expect([again.take('a'), again.take('b'), again.take('b')]).toEqual([false, true, false]);
});

it('of more than it holds, the oldest are forgotten, and the file stays small', () => {
  const deliveries = openDeliveries(file, 10);
  for (let i = 0; i < 1000; i += 1) deliveries.take(`kiriman-${i}`);
  expect([deliveries.take('kiriman-990'), deliveries.take('kiriman-989')]).toEqual([false, true]);
  expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(21);
  expect(openDeliveries(file, 10).take('kiriman-999')).toBe(false);
});

it('a line cut off by a power cut costs that number alone', () => {
  openDeliveries(file).take('utuh');
  appendFileSync(file, 'terpot');
  openDeliveries(file).take('baru');
  const deliveries = openDeliveries(file);
  expect([deliveries.take('utuh'), deliveries.take('baru'), deliveries.take('terpotong')]).toEqual([
    false,
    false,
    true,
  ]);
});
