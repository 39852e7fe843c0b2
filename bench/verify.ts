/**
 * How fast a portal is proven: `node bench/verify.ts [--butir 50000]` makes a repository with so many published items
 * over ten years, every one merged with its signed lines and recorded, and then proves it as `paraf verify` does; after
 * that one item after the other comes, and is proven by itself as `paraf publish` does.
 *
 * Asked for are 50,000 entries in 10 s. Seen with Node 24 and Git 2.39: 12 s of processor time, Git's walks of the
 * history beside everything else; 19 s by the clock while a dozen other programs shared the two cores.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import type { LedgerEntry } from '../scripts/core/ledger.ts';
import { itemTrailers } from '../scripts/core/trailers.ts';
import { openGit, type Git } from '../scripts/publish/git.ts';
import { blobId, treeId } from '../scripts/publish/index/tree.ts';
import { prove } from '../scripts/publish/proof/prove.ts';
import { advance } from '../scripts/publish/since/advance.ts';
import { keepProven, provenBy, readProven } from '../scripts/publish/since/proven.ts';
import { sistemSidikAt, verify, type Verification } from '../scripts/publish/verify.ts';

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

const { values } = parseArgs({ options: { butir: { type: 'string', default: '50000' } } });
const count = Number(values.butir);
const root = mkdtempSync(join(tmpdir(), 'paraf-bukti-'));
const repoDir = join(root, 'portal.git');
const sopId = 'penyebarluasan-informasi';
const sopFile = `content/sop/${sopId}/index.md`;
const settings = [sopFile, 'content/alur.yml', 'content/pelaksana.yml'].map(
  (path) => [path, readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')] as const,
);
const sopVersion = blobId(Buffer.from(settings[0]![1]), 40);
const start = Date.parse('2026-11-01T01:00:00Z') / 1000;
const tenYears = 3650 * 86_400;

function git(args: readonly string[], input?: string): void {
  const done = spawnSync('git', args, { encoding: 'utf8', ...(input === undefined ? {} : { input }) });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** One commit on top of a branch, as `git fast-import` reads it. */
function commit(branch: string, mark: number, seconds: number, message: string, files: readonly string[]) {
  const head = [
    `commit refs/heads/${branch}`,
    `mark :${mark}`,
    `committer Paraf <paraf@contoh.example> ${seconds} +0000`,
  ];
  return `${head.join('\n')}\n${data(message)}${files.join('')}`;
}

const file = (path: string, text: string) => `M 100644 inline ${path}\n${data(text)}`;

function entryOf(place: number): {
  readonly entry: ItemEntry;
  readonly text: string;
  readonly seconds: number;
} {
  const seconds = start + Math.floor(((place + 1) * tenYears) / (count + 1));
  const at = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
  const path = `content/berita/${at.slice(0, 4)}/${at.slice(5, 7)}/butir-${place}`;
  const text = `---\njudul: Butir ${place}\nopd: dinas-kominfo\n---\n\n${`Warga membersihkan parit ke-${place}. `.repeat(40)}\n`;
  const sidik = treeId([{ path: 'index.md', executable: false, bytes: Buffer.from(text) }]);
  const step = (no: number, tindakan: string, peran: string, akun: number, review: string | null) => ({
    no,
    tindakan,
    peran,
    atasNama: peran,
    akun,
    at,
    review,
    sidik,
  });
  const langkah = [
    step(1, 'liput', 'tim-peliputan', 1003, null),
    step(2, 'susun', 'penyusun-bahan-informasi', 1003, null),
    step(3, 'periksa', 'tim-pengolah-informasi', 1005, String(place)),
    step(4, 'setujui', 'tim-pengolah-informasi', 1005, String(place)),
  ];
  const signed = { path, sidik, sop: sopId, sopVersion, langkah, pull: place + 2 };
  const rest = { jenis: 'item', versi: 1, commit: '', at, koleksi: 'berita', putaranKoreksi: 0 } as const;
  return { entry: { ...rest, ...signed }, text, seconds };
}

/** Feeds `git fast-import`; answers the ids of the marked commits. */
function load(stream: readonly string[]): ReadonlyMap<string, string> {
  const marks = join(root, 'tanda');
  const args = ['fast-import', '--quiet', '--force', `--export-marks=${marks}`];
  git([`--git-dir=${repoDir}`, ...args], stream.join(''));
  const lines = readFileSync(marks, 'utf8').trim().split('\n');
  return new Map(lines.map((line) => line.slice(1).split(' ') as [string, string]));
}

/** The merge of one item on `main`. */
function mergeOf(place: number): string {
  const { entry, text, seconds } = entryOf(place);
  const message = `Terbitkan butir\n\n${itemTrailers(entry, (peran) => peran).join('\n')}\n`;
  return commit('main', place + 2, seconds, message, [file(`${entry.path}/index.md`, text)]);
}

/** Its entry in the ledger, and a move of the queue, which moves with every look. */
function recordOf(place: number, ids: ReadonlyMap<string, string>): string[] {
  const { entry, seconds } = entryOf(place);
  const written = { ...entry, commit: ids.get(String(place + 2))! };
  const antrean = file('antrean.json', `[${place}]\n`);
  return [
    commit('paraf', place + 2, seconds, 'Catat', [record(place + 2, written)]),
    commit('paraf', count + place + 2, seconds, 'Antrean', [antrean]),
  ];
}

const record = (number: number, entry: LedgerEntry) =>
  file(
    `ledger/${entry.at.slice(0, 4)}/${entry.at.slice(5, 7)}/${String(number).padStart(6, '0')}.json`,
    `${JSON.stringify(entry, null, 2)}\n`,
  );

/** Writes both branches; the ledger names the commits, so `main` comes first. */
function write(): void {
  git(['init', '--quiet', '--bare', '--initial-branch=main', repoDir]);
  const main = [
    commit(
      'main',
      1,
      start,
      'Awal',
      settings.map(([path, text]) => file(path, text)),
    ),
  ];
  for (let place = 0; place < count; place += 1) main.push(mergeOf(place));
  const ids = load(main);
  const first = ids.get('1')!;
  const sidik = sistemSidikAt(openGit(repoDir), first);
  const at = new Date(start * 1000).toISOString();
  const sistem = { commit: first, sidik, at, pull: null };
  const paraf = [
    commit('paraf', 1, start, 'Catat 000001', [
      record(1, { jenis: 'sistem', versi: 1, ...sistem, disetujuiOleh: [] }),
      file('sistem.json', `${JSON.stringify([sistem])}\n`),
    ]),
  ];
  for (let place = 0; place < count; place += 1) paraf.push(...recordOf(place, ids));
  load(paraf);
  git([`--git-dir=${repoDir}`, 'gc', '--quiet']);
}

/** One item more, merged and recorded. */
function add(place: number): void {
  const from = (branch: string, text: string) =>
    text.replace('\nM 100644', `\nfrom refs/heads/${branch}^0\nM 100644`);
  const ids = load([from('main', mergeOf(place))]);
  const [entry, queue] = recordOf(place, ids);
  load([from('paraf', entry!), queue!]);
}

/** Publishes some items one by one, each proven from the state before; answers the milliseconds of each. */
async function addSome(repository: Git, verification: Verification): Promise<number[]> {
  const database = new DatabaseSync(join(root, 'index.sqlite'));
  const begin = performance.now();
  keepProven(database, provenBy(repository, verification), verification.ledger);
  console.log(`the proven state kept in ${seconds(begin)}`);
  const times: number[] = [];
  for (let place = count; place < count + 10; place += 1) {
    add(place);
    const start = performance.now();
    const since = readProven(database);
    const told = 'reason' in since ? since : await advance(repository, database, since);
    if ('reason' in told) throw new Error(told.reason);
    keepProven(database, told.proven, told.entries);
    times.push(performance.now() - start);
    if (told.changes.length !== 1 || told.findings.length > 0) throw new Error('not one item came');
  }
  database.close();
  return times;
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

try {
  let begin = performance.now();
  write();
  console.log(`repository of ${count} items written in ${seconds(begin)}`);
  begin = performance.now();
  const repository = openGit(repoDir);
  const verification = await verify(repository);
  console.log(`ledger and main read in ${seconds(begin)}`);
  const faults = await prove(repository, verification, { isDeep: true });
  for (const { file: where, message } of faults.slice(0, 5)) console.log(`${where}: ${message}`);
  const { ledger, live } = verification;
  console.log(
    `${ledger.length} entries and ${live.length} items proven in ${seconds(begin)}, ${faults.length} faults`,
  );
  const times = await addSome(repository, verification);
  const [first, ...later] = times.map(Math.round);
  console.log(
    `one item more proven in ${first} ms at first, then in ${later.sort((a, b) => a - b).join(', ')} ms`,
  );
  process.exitCode = faults.length === 0 && live.length === count ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
