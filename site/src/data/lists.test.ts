import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { collectionOf } from '../../../content/schema/collections.ts';
import { cardsOf, itemAt, listsBy, neighbours, newestOf } from './items.ts';
import { listPageAt, listPageUrls } from './pages.ts';
import { entries, filterFile, filterFiles } from './ppid.ts';
import { indexPublication, writePublication, type SampleItem } from '../testing/fixture.ts';
import { holdingWarning, manyEntries } from '../testing/ppid.ts';

const repository = resolve(import.meta.dirname, '../../..');

/** News of one month, several of them published in the same second. */
const news = (n: number): SampleItem => ({
  path: `content/berita/2026/10/kabar-${n}`,
  at: new Date(Date.UTC(2026, 9, 1, 2, 0, Math.floor(n / 3))).toISOString(),
  index:
    `---\njudul: Kabar nomor ${n}\nopd: dinas-kesehatan\ntanggal: "2026-10-01"\ntempat: Pontianak\n` +
    `ringkasan: Ringkasan kabar.\nkategori: ${n % 2 === 0 ? 'kesehatan' : 'sosial'}\n---\n\nIsi.\n`,
});
const withdrawn: SampleItem = { ...news(200), withdrawn: 'Keliru.' };
const count = 103;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraf-daftar-'));
  const items = Array.from({ length: count }, (_, n) => news(n));
  writePublication(folder, repository, [
    ...items,
    withdrawn,
    ...manyEntries(70),
    holdingWarning('2026-12-01'),
  ]);
  vi.stubEnv('PARAF_CONTENT', folder);
  vi.stubEnv('PARAF_INDEX', indexPublication(folder));
}, 60_000);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const berita = collectionOf('berita');
const month = { collection: berita, facet: 'bulan', value: '2026/10' } as const;
/** In the order in which they were published; of one second, by their paths. */
const expected = () =>
  Array.from({ length: count }, (_, n) => news(n))
    .toSorted((a, b) => (a.at === b.at ? (a.path < b.path ? -1 : 1) : a.at < b.at ? -1 : 1))
    .map(({ path }) => path);

describe('a list', () => {
  it('has every item once and in order, however it is read', () => {
    expect(cardsOf(month).map(({ path }) => path)).toEqual(expected());
    const pages = listPageUrls()
      .filter((url) => url.startsWith('/berita/2026/10/'))
      .map((url) => listPageAt(url).page)
      .toSorted((a, b) => a.first - b.first);
    expect(pages.map(({ first, cards }) => [first, cards.length])).toEqual([
      [1, 20],
      [21, 20],
      [41, 20],
      [61, 20],
      [81, 23],
    ]);
    expect(pages.flatMap(({ cards }) => cards.map(({ path }) => path).toReversed())).toEqual(expected());
    expect(pages.map(({ older, newer }) => [older, newer])).toEqual([
      [null, 2],
      [1, 3],
      [2, 4],
      [3, null],
      [4, null],
    ]);
    expect(newestOf(month, 5).map(({ path }) => path)).toEqual(expected().toReversed().slice(0, 5));
    expect(listsBy(berita, 'kategori').map(({ value, count: items }) => [value, items])).toEqual([
      ['kesehatan', 52],
      ['sosial', 51],
    ]);
  });

  it('knows who stands beside an item, also among those of one second', () => {
    for (const place of [0, 1, 2, 50, count - 1]) {
      const item = itemAt(`/${expected()[place]!.slice('content/'.length)}/`);
      if ('jenis' in item) throw new Error('withdrawn');
      const { previous, next } = neighbours(item);
      expect([previous?.path, next?.path]).toEqual([expected()[place - 1], expected()[place + 1]]);
    }
  });

  it('of public information is cut into data files without a gap', () => {
    const numbers = Array.from({ length: filterFiles() }, (_, part) => filterFile(part)).flat();
    expect(numbers.map(([nomor]) => nomor)).toEqual(Array.from({ length: 70 }, (_, n) => n + 1));
    expect(numbers.map(([, url]) => url)).toEqual(entries().map(({ url }) => url));
  });
});

it('what every publication touches is looked up, and never read from one end of the archive to the other', async () => {
  const asked = new Set<string>();
  const prepare = DatabaseSync.prototype.prepare;
  vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (this: DatabaseSync, sql) {
    asked.add(sql);
    return prepare.call(this, sql);
  });
  // The queries that were prepared before are kept by the module: it begins anew.
  vi.resetModules();
  const { touchEverything } = await import('../testing/touch.ts');
  touchEverything();
  vi.restoreAllMocks();
  const database = new DatabaseSync(process.env['PARAF_INDEX']!);
  const plans = [...asked]
    .filter((sql) => /^\s*(?:SELECT|WITH)/.test(sql))
    .map((sql) => {
      const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values(sql));
      return { sql, steps: steps.map(({ detail }) => String(detail)) };
    });
  database.close();
  expect(plans.length).toBeGreaterThan(15);
  const scans = plans.filter(({ steps }) =>
    steps.some((step) => /^SCAN (item|dalam|versi)\b(?!.*item_dicabut)/.test(step)),
  );
  expect(scans).toEqual([]);
});

/** As many values as a query asks for; which ones is nothing to its plan. */
const values = (sql: string) => Array.from({ length: sql.split('?').length - 1 }, () => 1);
