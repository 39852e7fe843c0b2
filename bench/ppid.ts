/**
 * How the Daftar Informasi Publik stands 5,000 entries with documents: time of a whole build, weight of its list pages
 * (at most 50 KB before pictures), size of its downloads, and how long a filter takes on a CPU slowed down four times
 * (at most 100 ms from the key to the drawn list).
 * Usage: node bench/ppid.ts [entries]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { portalPolicy, staticSite } from '../scripts/local/static.ts';
import { launchBrowser } from '../site/e2e/browser.ts';
import { buildSite, filesOf, repository, weightOf } from '../site/src/testing/build.ts';
import { writePublication } from '../site/src/testing/fixture.ts';
import { manyEntries } from '../site/src/testing/ppid.ts';

const count = Number(process.argv[2] ?? 5000);
const slowdown = 4;
const root = mkdtempSync(join(tmpdir(), 'paraf-bench-ppid-'));
const dist = join(root, 'dist');
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

writePublication(join(root, 'isi'), repository, manyEntries(count));
const begin = performance.now();
buildSite(join(root, 'isi'), dist);
console.log(`build of ${count} entries: ${((performance.now() - begin) / 1000).toFixed(1)} s`);

const lists =
  /^\/ppid\/(informasi-publik\/([^/]+\/)?|(klasifikasi|tahun|format)\/[^/]+\/)(halaman\/\d+\/)?index\.html$/;
const weights = filesOf(dist)
  .filter((path) => lists.test(path))
  .map((path) => ({ path, bytes: weightOf(dist, path) }))
  .toSorted((a, b) => b.bytes - a.bytes);
console.log(`${weights.length} list pages, the heaviest ${kb(weights[0]?.bytes ?? 0)}: ${weights[0]?.path}`);
for (const path of filesOf(dist).filter((file) =>
  /^\/(ppid\/unduh\/.*\.(csv|xlsx|json)|data\.json)$/.test(file),
))
  console.log(`${path}: ${kb(statSync(join(dist, path)).size)}`);

const server = serve({ fetch: staticSite(() => dist, portalPolicy).fetch, port: 0, hostname: '127.0.0.1' });
const browser = await launchBrowser();
try {
  await new Promise((ready) => setTimeout(ready, 100));
  const page = await (await browser.newContext({ viewport: { width: 375, height: 800 } })).newPage();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/ppid/informasi-publik/?kata=nomor`,
  );
  await page.getByText(/informasi cocok/).waitFor();
  const words = ['kegiatan', 'kegiatan 2024', 'sumber dana kecamatan', 'nomor 49', 'anggaran', 'tidak ada'];
  const taken: number[] = [];
  for (const word of [...words, ...words])
    taken.push(
      await page.evaluate(async (kata) => {
        const input = document.querySelector<HTMLInputElement>('#saring-kata')!;
        const start = performance.now();
        input.value = kata;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        // One turn for the promise that holds the data, then the list stands; layout is asked for as a frame would.
        await new Promise((turn) => setTimeout(turn));
        document.body.getBoundingClientRect();
        return performance.now() - start;
      }, word),
    );
  const sorted = taken.toSorted((a, b) => a - b);
  console.log(
    `filter at ${slowdown}x: median ${sorted[Math.floor(sorted.length / 2)]!.toFixed(0)} ms, longest ${sorted.at(-1)!.toFixed(0)} ms`,
  );
} finally {
  await browser.close();
  server.close();
  rmSync(root, { recursive: true, force: true });
}
