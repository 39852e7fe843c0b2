import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pageMaker, type PageJob } from './page-maker.ts';

/** An `astro build` that takes no time: the page says which index it was given. */
const astro = `
import { mkdirSync, writeFileSync } from 'node:fs';
if (process.argv[2] !== 'build') process.exit(2);
mkdirSync(process.env.PARAF_DIST, { recursive: true });
writeFileSync(process.env.PARAF_DIST + '/index.html', process.env.PARAF_INDEX);
`;

let folder: string;
let job: PageJob;
let told: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraf-pembuat-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'astro/bin'), { recursive: true });
  writeFileSync(join(modules, 'astro/package.json'), '{"name":"astro","type":"module"}');
  writeFileSync(join(modules, 'astro/bin/astro.mjs'), astro);
  mkdirSync(join(folder, 'pohon/site'), { recursive: true });
  writeFileSync(join(folder, 'pohon/site/bundel.ts'), "throw new Error('tidak dapat dibundel');");
  told = [];
  job = {
    root: join(folder, 'pohon'),
    index: 'indeks.sqlite',
    sistem: 'sidik',
    modules,
    outDir: join(folder, 'portal'),
    cacheDir: join(folder, 'singgahan'),
    onProgress: (line) => told.push(line),
  };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('what cannot be bundled is built by astro build, and that is told', async () => {
  const files = await pageMaker.open(job).all();
  expect(files.map(({ path, size }) => [path, size])).toEqual([['index.html', 'indeks.sqlite'.length]]);
  expect(readFileSync(join(job.outDir, 'index.html'), 'utf8')).toBe('indeks.sqlite');
  expect(told.at(-1)).toMatch(
    /^Portal tidak dapat dibangun.*tidak dapat dibundel.*\nPortal dibangun dengan astro build\.$/s,
  );
});

it('a portal that was stopped is not built again', async () => {
  const signal = AbortSignal.abort();
  await expect(pageMaker.open({ ...job, signal }).all()).rejects.toThrow(/aborted/);
  expect(told).toEqual(['Membundel halaman portal …']);
});

it('pages that read no prepared index are not built at all', async () => {
  rmSync(join(job.root, 'site/bundel.ts'));
  await expect(pageMaker.open(job).all()).rejects.toThrow(
    /^Sistem yang tercatat lebih tua daripada program ini: /,
  );
  expect(told).toEqual([]);
});
