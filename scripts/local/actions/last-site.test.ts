import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { news, openNewsroom, type Newsroom } from '../../github/testing/newsroom.ts';
import { hashesOf, siteFiles } from '../../publish/manifest.ts';
import { lastName } from '../../publish/last/layout.ts';
import { repack } from '../../publish/last/testing/repack.ts';
import type { Artifact } from '../store/workflow-runs.ts';
import type { Runner } from './runner.ts';
import { officeRunner } from './testing/office-runner.ts';

let room: Newsroom;
let runner: Runner;
let second: ReadonlyMap<string, string>;
const scratch = mkdtempSync(join(tmpdir(), 'paraf-terakhir-'));

beforeAll(async () => {
  room = await openNewsroom({}, { isWhole: true });
  runner = officeRunner(room, scratch, { without: ['check.yml', 'sweep.yml'] });
});
afterAll(async () => {
  await room.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** One run of the workflow; what its build said. */
async function publish(event: 'push' | 'schedule'): Promise<string> {
  const before = runner.runs.length;
  runner.fire({ name: event, ref: 'refs/heads/main', payload: {} });
  await runner.idle();
  const [run] = runner.runs.slice(before).filter(({ workflow }) => workflow === 'publish');
  const log = run?.jobs['build']?.log ?? '';
  expect([run?.conclusion, log]).toEqual(['success', expect.any(String)]);
  return log;
}

async function approve(slug: string): Promise<void> {
  const pull = await room.open('peliput', `cms/berita/2026/11/${slug}`, news(slug));
  await room.submit('peliput', pull);
  await room.review('pengolah-satu', pull, 'APPROVE');
  await room.look(pull);
}

/** Every file that went to Pages last, with its SHA-256. */
async function deployed(): Promise<ReadonlyMap<string, string>> {
  const folder = join(scratch, `portal-${runner.deployed.length}`);
  mkdirSync(folder);
  execFileSync('tar', ['-xf', runner.deployed.at(-1)!, '-C', folder]);
  return hashesOf(folder, [...siteFiles(folder), 'manifes.sha256']);
}

/** Paths at which what went to Pages last is another than after the second run. */
async function differentFromSecond(): Promise<string[]> {
  const now = await deployed();
  return [...new Set([...second.keys(), ...now.keys()])].filter((path) => second.get(path) !== now.get(path));
}

/** What the last run kept, as the server has it. */
function kept(): Artifact {
  const run = room.server.store.workflowRuns.newest().find(({ artifacts }) => artifacts.has(lastName));
  return run!.artifacts.get(lastName)!;
}

const whole = 'Seluruh portal diperiksa dan dibuat lagi.';

it('the first run makes everything, and keeps it', { timeout: 300_000 }, async () => {
  await approve('satu');
  const log = await publish('push');
  expect(log).toContain('Belum ada simpanan yang dapat dipakai: seluruh portal dibuat lagi.');
  expect(log).toContain(whole);
  expect(log).toMatch(/Portal [0-9a-f]{16} disimpan: \d+ berkas, \d+\.\d MB\./);
});

it('the second one takes that up, and makes only what came', { timeout: 300_000 }, async () => {
  await approve('dua');
  const log = await publish('push');
  expect(log).toMatch(
    /Simpanan terakhir dipakai: portal [0-9a-f]{16}, \d+ berkas, cocok dengan daftarnya\.\n(?:.+\n)?Membuat halaman yang berubah …\nPortal baru tayang\./,
  );
  expect(log).not.toContain('Membundel halaman portal');
  expect(log).not.toContain(whole);
  second = await deployed();
  expect([...second.keys()]).toContain('content/berita/2026/11/dua/index.html');
});

it(
  'what was tampered with is told and thrown away; everything is made, and it is the same portal',
  { timeout: 300_000 },
  async () => {
    const { file } = kept();
    const bytes = readFileSync(file);
    bytes[bytes.length - 9]! ^= 1;
    writeFileSync(file, bytes);
    const log = await publish('push');
    expect(log).toContain(
      'Simpanan terakhir ditolak dan dihapus. Berkasnya bukan yang dicatat GitHub saat disimpan: sidiknya lain. Seluruh portal dibuat lagi.',
    );
    expect(log).toContain(
      '::warning title=Simpanan::Simpanan terakhir tidak dipakai; seluruh portal dibuat lagi. Sebabnya di catatan langkah ini.',
    );
    expect(log).toContain(whole);
    expect(await differentFromSecond()).toEqual([]);
  },
);

it(
  'a page that somebody slipped into what was kept is gone after a night, and is told',
  { timeout: 300_000 },
  async () => {
    const artifact = kept();
    const page = 'content/berita/2026/11/satu/index.html';
    const line = createHash('sha256').update('Disusupi.').digest('hex');
    await repack(artifact.file, {
      [`situs/${page}`]: 'Disusupi.',
      'situs/manifes.sha256': (list) => list.replace(new RegExp(`^[0-9a-f]{64}(?=  ${page}$)`, 'm'), line),
    });
    const content = readFileSync(artifact.file);
    const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    Object.assign(artifact, { digest, bytes: content.length });
    const log = await publish('schedule');
    expect(log).toContain('::warning title=Portal berbeda::');
    expect(log).toMatch(new RegExp(`^> ${line}  ${page}$`, 'm'));
    expect(await differentFromSecond()).toEqual([]);
  },
);
