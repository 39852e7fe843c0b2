/**
 * The real Lighthouse on every kind of page of the tests' portal, as a phone on slow 4G meets it: accessibility, best
 * practices and SEO once, performance as the median of three. Usage: node scripts/run.mjs bench/lighthouse.ts
 * [runs] [address …]. Scores depend on how quiet the machine is: other work on it shows as a lower performance.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noSearch, pageKinds } from '../site/e2e/jenis-halaman.ts';
import { openLighthouse } from '../site/e2e/lighthouse.ts';
import { openPortal, portalVariable } from '../site/e2e/portal.ts';

const [, , count = '3', ...only] = process.argv;
const runs = Number(count);
const folder = mkdtempSync(join(tmpdir(), 'paraf-bench-lighthouse-'));
process.env[portalVariable] = folder;

const portal = await openPortal();
const lighthouse = await openLighthouse();
let isFull = true;
console.log('accessibility, best practices, SEO, median performance');
for (const [kind, address] of pageKinds(portal.dist)) {
  if (noSearch.has(kind)) continue;
  if (only.length > 0 && !only.includes(address)) continue;
  const url = `${portal.origin}${address}`;
  const { scores, faults } = await lighthouse.look(url, ['accessibility', 'best-practices', 'seo']);
  const speeds: number[] = [];
  for (let run = 0; run < runs; run += 1)
    speeds.push((await lighthouse.look(url, ['performance'])).scores['performance'] ?? 0);
  const median = speeds.toSorted((a, b) => a - b)[Math.floor(speeds.length / 2)] ?? 0;
  const all = [scores['accessibility'], scores['best-practices'], scores['seo'], median];
  if (all.some((score) => score !== 100)) isFull = false;
  console.log(`${all.map((score) => String(score).padStart(4)).join('')}  ${address} (${speeds.join(', ')})`);
  for (const fault of faults) console.log(`      ${fault}`);
}
await lighthouse.close();
portal.stop();
rmSync(folder, { recursive: true, force: true });
process.exitCode = isFull ? 0 : 1;
