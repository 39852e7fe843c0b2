/**
 * What a reader's browser loads for the search after ten years of an office: items of 600 words over 60,000 different
 * words, Zipf's law, in one part for each year; questions with common words, rare ones, two, three, and filters. Every
 * byte counts that the page of results asks its host for, itself included.
 */
import { createAdaptorServer } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { portalRoutes } from '../scripts/local/portal.ts';
import { currentSite } from '../scripts/publish/deploy.ts';
import { searchDir } from '../scripts/publish/search/follow.ts';
import { launchBrowser } from '../site/e2e/browser.ts';
import { words } from './corpus/article.ts';
import { bytesText } from './measure.ts';

/** Bytes that a first query and a later one may cost (decision 0034). */
export const searchLimits = { first: 400 * 1024, later: 150 * 1024 };

type Question = readonly [what: string, search: string];

/** Questions of one visit: the first, then the others. */
const visits: readonly (readonly Question[])[] = [
  [
    ['common word', `q=${words[40]}`],
    ['two words', `q=${words[30]}+${words[700]}`],
    ['three words', `q=${words[20]}+${words[300]}+${words[2000]}`],
    ['rare word', `q=${words[30_000]}`],
    ['word and filters', `q=${words[60]}&opd=bpbd&kategori=berita%2Fkesehatan`],
    ['word in 2019', `q=${words[80]}&tahun=2019`],
    ['filters alone', 'opd=bpbd&tahun=2025'],
  ],
  [
    ['rare word', `q=${words[40_000]}`],
    ['another rare word', `q=${words[50_000]}`],
  ],
  [
    ['two rare words', `q=${words[9000]}+${words[12_000]}`],
    ['common word', `q=${words[90]}`],
  ],
  [
    ['three words', `q=${words[50]}+${words[400]}+${words[3000]}`],
    ['rare word', `q=${words[20_000]}`],
  ],
];

/** Asks everything as a reader's browser does; the bytes of the dearest questions. */
export async function dearestQuestions(dataDir: string): Promise<{ first: number; later: number }> {
  const server = createAdaptorServer(portalRoutes(() => currentSite(dataDir), searchDir(dataDir)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const browser = await launchBrowser();
  const most = { first: 0, later: 0 };
  try {
    for (const questions of visits) {
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const [first = 0, ...later] = await visit(browser, origin, questions);
      most.first = Math.max(most.first, first);
      most.later = Math.max(most.later, ...later);
    }
  } finally {
    await browser.close();
    server.close();
  }
  return most;
}

/** @returns the bytes of each question */
async function visit(browser: Browser, origin: string, questions: readonly Question[]): Promise<number[]> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const costs: number[] = [];
  for (const [what, search] of questions) {
    bytes = 0;
    const address = `/cari/?${search}`;
    if (costs.length === 0) await page.goto(`${origin}${address}`);
    else
      await page.evaluate((next) => {
        history.pushState(null, '', next);
        dispatchEvent(new PopStateEvent('popstate'));
      }, address);
    await page.waitForFunction(() =>
      /hasil|cocok/.test(document.getElementById('cari-keadaan')?.textContent ?? ''),
    );
    await page.waitForLoadState('networkidle');
    const said = await page.locator('#cari-keadaan').innerText();
    console.log(`${bytesText(bytes).padStart(18)}  ${what}: ${said.replace(/“.*?”/, '…')}`);
    costs.push(bytes);
  }
  await page.context().close();
  return costs;
}
