/**
 * What the search costs with ten years of an office: 20,000 items of 500 words over 60,000 different words, Zipf's law,
 * in one part for each year. Usage: node scripts/run.mjs bench/search.ts [items]. Prints the time and memory of the index, what
 * one more item costs, and for the page of results in a browser the bytes of a first query and of later ones: words
 * that are common, rare, two, three, with filters. Every byte counts that the page asks its host for, itself included.
 */
import { createAdaptorServer } from '@hono/node-server';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { portalRoutes } from '../scripts/local/portal.ts';
import { currentSite, showBuilt, stagingDir } from '../scripts/publish/deploy.ts';
import { indexIn } from '../scripts/publish/prepare.ts';
import { searchDir } from '../scripts/publish/search/follow.ts';
import { launchBrowser } from '../site/e2e/browser.ts';
import { buildSite } from '../site/src/testing/build.ts';
import { indexPublication, writePublication, type SampleItem } from '../site/src/testing/fixture.ts';
import { urlOf } from '../content/schema/collections.ts';

const count = Number(process.argv[2] ?? 20_000);
const years = 10;
const repository = resolve(import.meta.dirname, '..');
const limits = { first: 400 * 1024, later: 150 * 1024 };

const folder = mkdtempSync(join(tmpdir(), 'paraf-bench-cari-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** The same numbers on every run. */
let seed = 20_261_101;
const random = () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) / 4_294_967_296;
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** Words that look Indonesian, with its prefixes and suffixes, the most common first. */
const words = (() => {
  const found = new Set<string>();
  while (found.size < 60_000) {
    const root = Array.from(
      { length: 2 + Math.floor(random() * 2.5) },
      () =>
        pick(['b', 'c', 'd', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'ng', 'ny']) +
        pick([...'aiueo']),
    ).join('');
    found.add(
      pick(['', '', '', 'me', 'di', 'pe', 'ber']) +
        root +
        pick(['', 'n', 'r', 's']) +
        pick(['', '', 'kan', 'an', 'nya']),
    );
  }
  return [...found];
})();
const weights = words.reduce<number[]>(
  (sums, _, n) => [...(sums.push((sums.at(-1) ?? 0) + 1 / (n + 3)), sums)],
  [],
);
const word = () => {
  const at = random() * weights.at(-1)!;
  let [low, high] = [0, words.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (weights[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return words[low]!;
};
const text = (length: number) => Array.from({ length }, word).join(' ');

const offices = [
  'dinas-kesehatan',
  'dinas-pendidikan',
  'dinas-sosial',
  'dinas-perhubungan',
  'bpbd',
  'bappeda',
];
const kategori = ['kesehatan', 'pendidikan', 'lingkungan'];
const item = (n: number): SampleItem => {
  const year = 2017 + (n % years);
  const month = String(1 + (Math.floor(n / years) % 12)).padStart(2, '0');
  return {
    path: `content/berita/${year}/${month}/kabar-${n}`,
    at: `${year}-${month}-${String(1 + (n % 28)).padStart(2, '0')}T02:00:00.000Z`,
    index:
      `---\njudul: ${JSON.stringify(text(8))}\nopd: ${pick(offices)}\ntanggal: "${year}-${month}-01"\ntempat: Pontianak\n` +
      `liputan:\n  data: x\nringkasan: ${JSON.stringify(text(14))}\nkategori: ${pick(kategori)}\n---\n\n${text(470)}\n`,
  };
};

const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`.padStart(7);

const dataDir = join(folder, 'data');
const root = join(dataDir, 'terbit', 'pohon');
const hash = 'be'.repeat(8);
const items = Array.from({ length: count }, (_, n) => item(n));
// The pages themselves are not measured here: those of a few items, and for the others a place where they would be.
writePublication(join(folder, 'kecil'), repository, items.slice(0, 200));
buildSite(join(folder, 'kecil'), join(folder, 'situs'));
cpSync(join(folder, 'situs'), stagingDir(dataDir, hash), { recursive: true });
await showBuilt(dataDir, hash);
const site = currentSite(dataDir)!;
const publish = (list: readonly SampleItem[]) => {
  writePublication(root, repository, list);
  cpSync(indexPublication(root), indexIn(join(dataDir, 'terbit')));
  for (const { path } of list) {
    mkdirSync(join(site, urlOf(path)), { recursive: true });
    writeFileSync(join(site, urlOf(path), 'index.html'), '', { flag: 'a' });
  }
};
publish(items);
const index = () => {
  const begin = performance.now();
  const said = execFileSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(repository, 'scripts/cli.ts'), 'cari', '--data', dataDir],
    { encoding: 'utf8' },
  );
  return `${seconds(begin)} s: ${said.trim()}`;
};
console.log(`Index of ${count} items, cold: ${index()}`);
publish([...items, item(count)]);
console.log(`One more item:            ${index()}`);

const server = createAdaptorServer(portalRoutes(() => currentSite(dataDir), searchDir(dataDir)));
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await launchBrowser();

/** Questions of one visit: the first, then the others. */
const visits: readonly (readonly (readonly [what: string, search: string])[])[] = [
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
let isWithin = true;
for (const [first, ...others] of visits) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const ask = async (what: string, limit: number, go: () => Promise<unknown>) => {
    bytes = 0;
    const begin = performance.now();
    await go();
    await page.waitForFunction(() =>
      /hasil|cocok/.test(document.getElementById('cari-keadaan')?.textContent ?? ''),
    );
    await page.waitForLoadState('networkidle');
    const said = await page.locator('#cari-keadaan').innerText();
    if (bytes > limit) isWithin = false;
    console.log(
      `${kilobytes(bytes)} of ${kilobytes(limit)}  ${what}: ${said.replace(/“.*?”/, '…')} (${seconds(begin)} s)`,
    );
  };
  if (first !== undefined)
    await ask(`first, ${first[0]}`, limits.first, () => page.goto(`${origin}/cari/?${first[1]}`));
  for (const [what, search] of others)
    await ask(`then, ${what}`, limits.later, () =>
      page.evaluate((address) => {
        history.pushState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      }, `/cari/?${search}`),
    );
  await page.context().close();
}
await browser.close();
server.close();
process.exitCode = isWithin ? 0 : 1;
