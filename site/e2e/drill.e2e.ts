import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentSite } from '../../scripts/publish/deploy.ts';
import { officeVariable } from './paraf.ts';

const run = promisify(execFile);
const checkout = resolve(import.meta.dirname, '../..');
const site = 'https://portal.contoh.go.id';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraf-latihan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: string[]) => execFileSync('git', args, { stdio: 'pipe', encoding: 'utf8' });

/** `paraf …` as the guide says, on a machine that lives in a zone; rejects where it does not end with 0. */
async function paraf(zone: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(checkout, 'scripts/cli.ts'), ...args],
    { cwd: folder, env: { ...process.env, TZ: zone }, maxBuffer: 1 << 26 },
  );
  return stdout;
}

/** Every file of a portal with its bytes. */
function filesOf(portal: string): Map<string, string> {
  const files = readdirSync(portal, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file): [string, string] => [file.slice(portal.length), readFileSync(file, 'base64')])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

test('from a backup of the repository alone the portal stands again, byte for byte, elsewhere and on another day', async () => {
  const office = process.env[officeVariable];
  if (office === undefined) throw new Error('the demo office was not made');
  const own = join(office, 'portal.git');
  const first = join(folder, 'kantor');
  const morning = '2026-11-30T09:00:00+07:00';
  const settings = ['--now', morning, '--site', site, '--no-cari'];
  await paraf('Asia/Pontianak', 'publish', '--repo', own, '--data', first, ...settings);

  // The words of the guide: one file holds everything.
  const [backup, mirror, clone] = ['cadangan.bundle', 'pulih.git', 'portal'].map((name) =>
    join(folder, name),
  );
  git('-C', own, 'bundle', 'create', backup!, '--all');
  git('clone', '--quiet', '--mirror', backup!, mirror!);
  git('clone', '--quiet', mirror!, clone!);

  const [before, after] = [currentSite(first)!, join(folder, 'pulih')];
  // A plain clone proves the backup, and the old portal by it.
  const proven = await paraf('Europe/Lisbon', 'verify', '--repo', clone!, '--situs', before);
  expect(proven).toMatch(/^\d+ catatan diperiksa, \d+ butir tayang\. Semuanya terbukti\.\nmain /);

  // The same moment, written as somebody in Alaska would.
  const there = ['--now', '2026-11-29T17:00:00-09:00', '--site', site, '--no-cari'];
  await paraf('America/Anchorage', 'publish', '--repo', mirror!, '--data', after, ...there);
  const [old, restored] = [filesOf(before), filesOf(currentSite(after)!)];
  expect([...restored.keys()]).toEqual([...old.keys()]);
  expect([...restored].filter(([path, bytes]) => old.get(path) !== bytes).map(([path]) => path)).toEqual([]);
  expect(old.size).toBeGreaterThan(50);
});
