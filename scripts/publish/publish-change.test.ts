import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesOf, repository } from '../../site/src/testing/build.ts';
import { currentSite, treeDir, idleTree } from './deploy.ts';
import { publish, type PublishOptions } from './publish.ts';
import { openArchive, type Archive, type Files } from './testing/archive.ts';
import { acts, everyCollection, item, type City } from './testing/city-acts.ts';

/** Histories of some publications each, half a minute long: two in `npm test`, more where `PARAF_RUNS` asks for more of all. */
const runs = Math.min(Math.ceil(Number(process.env['PARAF_RUNS'] ?? 80) / 40), 25);

let archive: Archive;
let elsewhere: string;
let day = '2026-11-02';

const options = (more: Partial<PublishOptions> = {}): PublishOptions => ({
  repoDir: archive.repoDir,
  dataDir: archive.dataDir,
  modules: join(repository, 'node_modules'),
  now: () => `${day}T08:00:00+07:00`,
  site: 'https://portal.example/',
  ...more,
});

/** Bytes of every file of a portal, by path. */
function portalIn(folder: string): Map<string, string> {
  return new Map(filesOf(folder).map((path) => [path, readFileSync(join(folder, path)).toString('base64')]));
}

/** Paths at which two portals differ. */
function different(one: string, other: string): string[] {
  const [a, b] = [portalIn(one), portalIn(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));
}

/** Everything made at once, in another folder and zone, from nothing but the repository. */
async function madeWhole(): Promise<string> {
  const dataDir = join(elsewhere, 'data');
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(join(dataDir, 'terbit'), { recursive: true });
  // What is made once and kept is kept for both: the bundle of the pages, and pictures.
  symlinkSync(join(archive.dataDir, 'terbit/singgahan'), join(dataDir, 'terbit/singgahan'), 'dir');
  const zone = process.env['TZ'];
  process.env['TZ'] = 'America/St_Johns';
  try {
    expect((await publish(options({ dataDir }))).isWhole).toBe(true);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
  return currentSite(dataDir)!;
}

beforeAll(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'paraf-lain-'));
  archive = openArchive(repository, { 'content/alur.yml': everyCollection });
  for (let n = 0; n < 41; n += 1) {
    const { path, files } = item(day, 'berita', `siaran-${n}`, { judul: `Siaran ${n}` });
    archive.merge(path, files);
  }
  expect((await publish(options())).isWhole).toBe(true);
}, 120_000);
afterAll(() => {
  archive.stop();
  rmSync(elsewhere, { recursive: true, force: true });
});

it('whatever is published step by step, the portal is the one that is made at once, byte for byte', async () => {
  const act = fc.record({ name: fc.constantFrom(...Object.keys(acts)), n: fc.nat(60), m: fc.nat(5) });
  const start = { back: archive.mark(), day };
  cpSync(archive.dataDir, join(elsewhere, 'awal'), { recursive: true, verbatimSymlinks: true });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 8 }), async (history) => {
      start.back();
      day = start.day;
      rmSync(archive.dataDir, { recursive: true, force: true });
      cpSync(join(elsewhere, 'awal'), archive.dataDir, { recursive: true, verbatimSymlinks: true });
      const city: City = {
        archive,
        published: new Map(),
        day: () => day,
        passDays: (days) => {
          day = later(day, days);
          archive.wait(days);
        },
      };
      for (const { name, n, m } of history) {
        acts[name]!(city, n, m);
        const done = await publish(options());
        expect({ name, isWhole: done.isWhole }).toEqual({ name, isWhole: false });
      }
      const shown = currentSite(archive.dataDir)!;
      expect(different(shown, await madeWhole())).toEqual([]);
      expect(different(shown, treeDir(archive.dataDir, idleTree(archive.dataDir)))).toEqual([]);
    }),
    {
      // A shorter history would take minutes to find.
      endOnFailure: true,
      numRuns: runs,
      ...(process.env['PARAF_SEED'] === undefined ? {} : { seed: Number(process.env['PARAF_SEED']) }),
    },
  );
}, 600_000);

it('says why everything is made anew: a change of the system, an address, a portal that is not the last one', async () => {
  const said: string[] = [];
  const publishNow = (more: Partial<PublishOptions> = {}) =>
    publish(options({ onProgress: (line) => said.push(line), ...more }));
  const footer: Files = {
    'site/src/components/Kosong.astro': `${readFileSync(join(repository, 'site/src/components/Kosong.astro'), 'utf8')}<!-- -->\n`,
  };
  archive.commit('main', footer);
  archive.approveSistem();
  expect((await publishNow()).isWhole).toBe(true);
  expect((await publishNow({ site: 'https://lain.example/' })).isWhole).toBe(true);
  expect((await publishNow({ site: 'https://lain.example/' })).isWhole).toBe(false);
  rmSync(join(archive.dataDir, 'terbit/pohon'), { recursive: true });
  expect((await publishNow({ site: 'https://lain.example/' })).isWhole).toBe(true);
  rmSync(join(archive.dataDir, 'site'), { recursive: true });
  expect((await publishNow({ site: 'https://lain.example/' })).isWhole).toBe(true);
  expect(said.filter((line) => line.endsWith('Seluruh portal diperiksa dan dibuat lagi.'))).toEqual([
    'Ada keadaan sistem yang baru dicatat. Seluruh portal diperiksa dan dibuat lagi.',
    'Alamat portal, pustaka, atau versi Node berubah sejak portal yang tayang dibuat. Seluruh portal diperiksa dan dibuat lagi.',
    'Salinan dari yang diterbitkan tidak ada. Seluruh portal diperiksa dan dibuat lagi.',
    'Portal yang tayang bukan yang terakhir dibuat dari indeks ini. Seluruh portal diperiksa dan dibuat lagi.',
  ]);
}, 240_000);

function later(from: string, days: number): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
}
