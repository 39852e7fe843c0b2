/**
 * How fast the review desk opens: a queue of 200 items, on a CPU slowed down four times, over the local server.
 * Usage: node bench/meja.ts [items]. Prints first paint and useful paint of the queue, the time to open a card, the
 * calls to the API of each, what the first load weighs, and how long a slow phone takes that opens the desk for the
 * first time.
 */
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { antreanFile, antreanFrom, antreanText } from '../scripts/github/read/antrean.ts';
import { launchBrowser } from '../site/e2e/browser.ts';
import { phoneOf, weightOf } from '../site/e2e/meja.ts';
import { startParaf } from '../site/e2e/paraf.ts';
import { bytesText } from './measure.ts';
import { tell } from './rows.ts';

const items = Number(process.argv[2] ?? 200);
const slowdown = 4;
const rounds = 5;

const paraf = await startParaf();
const browser = await launchBrowser();
try {
  const phone = await phoneOf(browser, paraf.origin, 'pengolah-satu');
  const { page, context, calls } = phone;
  const token = readFileSync(`${paraf.dataDir}/app-token`, 'utf8').trim();
  const text = await (
    await fetch(`${paraf.origin}/api/v3/repos/diskominfo/portal/contents/${antreanFile}?ref=paraf`, {
      headers: { authorization: `token ${token}`, accept: 'application/vnd.github.raw' },
    })
  ).text();
  // The demo's own items, as often as it takes; the queue is only read here, so they need not exist.
  const open = antreanFrom(text).filter(({ posisi }) => posisi.status === 'berjalan');
  const many = Array.from({ length: items }, (_, index) => ({
    ...open[index % open.length]!,
    pull: index < open.length ? open[index]!.pull : 1000 + index,
  }));
  const queue = antreanText(many);
  await context.route('**/contents/antrean.json*', (route) =>
    route.fulfill({ body: queue, contentType: 'application/octet-stream', headers: { etag: '"bench"' } }),
  );
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });

  const first: number[] = [];
  const useful: number[] = [];
  const card: number[] = [];
  let queueCalls = 0;
  let cardCalls = 0;
  for (let round = 0; round < rounds; round += 1) {
    await page.goto('about:blank');
    calls.length = 0;
    await page.goto(`${paraf.origin}/meja/`, { waitUntil: 'commit' });
    await page.locator('.butir-baris').first().waitFor();
    const times = await paints(page);
    first.push(times.first);
    useful.push(times.useful);
    queueCalls = calls.length;
    await page.waitForLoadState('networkidle');
    calls.length = 0;
    const begin = performance.now();
    await page.locator('.butir-baris a').first().click();
    await page.locator('.naskah').waitFor();
    card.push(performance.now() - begin);
    await page.waitForLoadState('networkidle');
    cardCalls = calls.length;
  }
  const weight = await weightOf(page);
  const median = (list: number[]) => Math.round(list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!);
  const row = (what: string, value: string) =>
    tell({ what: `Meja on a CPU ${slowdown}x slower: ${what}`, size: items, value });
  row('queue file', `${bytesText(queue.length)}, ${bytesText(gzipSync(queue).length)} compressed`);
  row('first paint', `${median(first)} ms`);
  row('queue can be read', `${median(useful)} ms (at most 1500), ${queueCalls} calls (at most 5)`);
  row('card is open', `${median(card)} ms, ${cardCalls} calls (at most 6)`);
  row(
    'first load',
    `${Math.round(weight.first)} KB compressed (at most 90); the card later ${Math.round(weight.later)} KB`,
  );
  const slow: number[] = [];
  for (let round = 0; round < rounds; round += 1) slow.push(await onSlowLine(browser, paraf.origin));
  row('slow phone, nothing kept', `${median(slow)} ms until the queue can be read (at most 2000)`);
} finally {
  await browser.close();
  await paraf.dispose();
}

/** First paint, and when the first row of the queue stood, in ms from the start of the navigation. */
async function paints(page: Page): Promise<{ first: number; useful: number }> {
  return page.evaluate(() => ({
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    useful: performance.getEntriesByName('antrean')[0]?.startTime ?? performance.now(),
  }));
}

/**
 * Until the queue can be read on a phone that never opened the desk, in ms: the slowed CPU on a line of 1.6 Mbit/s and
 * 150 ms there and back.
 */
async function onSlowLine(browser: Browser, origin: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addInitScript(() => {
    const session = { token: 'demo-pengolah-satu', sesi: null, sampai: null };
    if (location.protocol === 'http:') sessionStorage.setItem('paraf-meja', JSON.stringify(session));
  });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 94_000,
  });
  await page.goto(`${origin}/meja/`, { waitUntil: 'commit' });
  await page.locator('.butir-baris').first().waitFor();
  const { useful } = await paints(page);
  await context.close();
  return useful;
}
