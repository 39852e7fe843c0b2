/**
 * What Decap and Meja ask of the API while the archive grows: Decap's first screen, opening an item that is published,
 * Meja's queue, and opening a card of it. Calls and bytes are GitHub's limits; the time is that of this machine.
 * Usage: node scripts/run.mjs bench/desks.ts [sizes]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { buildCms } from '../cms/build.ts';
import { mount } from '../scripts/local/start.ts';
import { news, openNewsroom, standingClock, type Newsroom } from '../scripts/github/testing/newsroom.ts';
import { launchBrowser } from '../site/e2e/browser.ts';
import { field, signedIn } from '../site/e2e/decap.ts';
import { phoneOf } from '../site/e2e/meja.ts';
import { buildSite } from '../site/src/testing/build.ts';
import { writePublication } from '../site/src/testing/fixture.ts';
import { articleAt, folderOf, repository } from './corpus/article.ts';
import { workFolder } from './folders.ts';
import { bytesText, seconds } from './measure.ts';
import { officeOver } from './office.ts';
import { sizesOf, tell } from './rows.ts';

// The desks' own files: the same whatever is published. Astro builds on one disk only.
const folder = mkdtempSync(join(tmpdir(), 'paraf-bench-desks-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
writePublication(join(folder, 'isi'), repository, []);
buildSite(join(folder, 'isi'), join(folder, 'situs'));
await buildCms({ outDir: join(folder, 'admin') });

const browser = await launchBrowser();
try {
  for (const size of sizesOf(process.argv[2])) await measure(browser, size);
} finally {
  await browser.close();
}

async function measure(browser: Browser, size: number): Promise<void> {
  const dataDir = workFolder();
  const { now } = await officeOver(size, dataDir);
  const room = await openNewsroom({}, { dataDir, clock: standingClock(Date.parse(now)) });
  mount(
    room.server,
    join(folder, 'admin'),
    { routes: new Hono(), site: () => join(folder, 'situs') },
    dataDir,
  );
  await submitOne(room);

  const office = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: 'id-ID' });
  await signedIn(office, 'peliput');
  const decap = await office.newPage();
  const first = await asked(decap, async () => {
    await decap.goto(`${room.url}/admin/`);
    await decap.getByRole('link', { name: 'Berita baru' }).waitFor();
  });
  tell({ what: "Decap's first screen", size, value: first });
  const last = articleAt(size - 1, size);
  const [month, slug] = folderOf(last).split('/').slice(3);
  const opened = await asked(decap, async () => {
    await decap.goto(`${room.url}/admin/#/collections/berita/entries/${month}/${slug}/index`);
    await field(decap, 'Judul').waitFor();
  });
  if ((await field(decap, 'Judul').inputValue()) !== last.judul) throw new Error('another item was opened');
  tell({ what: 'Decap: open an item', size, value: opened });
  await office.close();

  const phone = await phoneOf(browser, room.url, 'pengolah-satu');
  await phone.page.goto('about:blank');
  const row = phone.page.locator('.butir-baris a').first();
  const queue = await asked(phone.page, async () => {
    await phone.page.goto(`${room.url}/meja/`);
    await row.waitFor();
  });
  tell({ what: "Meja's queue", size, value: queue });
  const card = await asked(phone.page, async () => {
    await row.click();
    await phone.page.locator('.naskah').waitFor();
  });
  tell({ what: 'Meja: open a card', size, value: card });
  await phone.context.close();
  await room.stop();
}

/** An item that waits for the desk. */
async function submitOne(room: Newsroom): Promise<void> {
  const pull = await room.open('peliput', 'cms/berita/11/pasar/index', news('pasar'));
  await room.submit('peliput', pull);
  await room.look(pull);
}

/** Does something on a page until nothing more is asked, and says what went to the API and how soon it stood. */
async function asked(page: Page, act: () => Promise<unknown>): Promise<string> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const open = new Set<string>();
  let [calls, bytes, lastAt] = [0, 0, performance.now()];
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (new URL(request.url).pathname.startsWith('/api/')) open.add(requestId);
  });
  session.on('Network.requestServedFromCache', ({ requestId }) => open.delete(requestId));
  const ended = (requestId: string, length: number) => {
    if (!open.delete(requestId)) return;
    [calls, bytes, lastAt] = [calls + 1, bytes + length, performance.now()];
  };
  session.on('Network.loadingFinished', (one) => ended(one.requestId, one.encodedDataLength));
  session.on('Network.loadingFailed', ({ requestId }) => ended(requestId, 0));
  const begin = performance.now();
  await act();
  const took = (performance.now() - begin) / 1000;
  const isQuiet = () => open.size === 0 && performance.now() - lastAt > 1500;
  while (!isQuiet()) await new Promise((done) => setTimeout(done, 100));
  await session.detach();
  return `${calls} calls, ${bytesText(bytes)}, ${seconds(took)}`;
}
