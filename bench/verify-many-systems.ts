/**
 * How fast a portal is proven: `node bench/verify-many-systems.ts [--butir 50000] [--sistem 300]` makes a repository with so many
 * published items and approved systems over ten years, each merged with its signed lines and recorded, and then proves it
 * as `paraf verify` does; after that one item after the other comes, and is proven by itself as `paraf publish` does.
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
import { verify, type Verification } from '../scripts/publish/verify.ts';

const { values } = parseArgs({
  options: { butir: { type: 'string', default: '50000' }, sistem: { type: 'string', default: '300' } },
});
/** Entries of the ledger: one of so many is a system's. */
const count = Number(values.butir) + Number(values.sistem);
const every = Math.max(2, Math.ceil(count / Number(values.sistem)));
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

/** What came to `main`, and how it is recorded; the commit is not known yet. */
interface Merge {
  readonly entry: LedgerEntry;
  readonly seconds: number;
  readonly message: string;
  readonly files: ReadonlyMap<string, string>;
}

/** What comes afterwards are items alone: a new system is proven with everything. */
const isSistem = (place: number) => place < count && place % every === 0;

/** @param place in the ledger, from 0 */
function mergeAt(place: number): Merge {
  const seconds = start + Math.floor((place * tenYears) / (count + 1));
  const at = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
  return { seconds, ...(isSistem(place) ? sistemMerge(place, at) : itemMerge(place, at)) };
}

/** A change of the program; with every fourth one also of the list of officials. */
function sistemMerge(place: number, at: string): Omit<Merge, 'seconds'> {
  const files = new Map([...settings, ['site/halaman.txt', `${place}\n`] as const]);
  const list = 'content/pelaksana.yml';
  files.set(list, `${files.get(list) ?? ''}\n# tinjauan ${Math.floor(place / every / 4)}\n`);
  const tree = [...files].map(([path, text]) => ({ path, executable: false, bytes: Buffer.from(text) }));
  const pull = place === 0 ? null : place + 1;
  const disetujuiOleh = pull === null ? [] : [1018];
  return {
    entry: { jenis: 'sistem', versi: 1, pull, commit: '', at, sidik: treeId(tree), disetujuiOleh },
    message: pull === null ? 'Awal' : `Sistem\n\nDisetujui: pengelola-sistem 1018\nPull-Request: ${pull}\n`,
    files,
  };
}

function itemMerge(place: number, at: string): Omit<Merge, 'seconds'> {
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
  const signed = { path, sidik, sop: sopId, sopVersion, langkah, pull: place + 1 };
  const rest = { jenis: 'item', versi: 1, commit: '', at, koleksi: 'berita', putaranKoreksi: 0 } as const;
  return {
    entry: { ...rest, ...signed },
    message: `Terbitkan butir\n\n${itemTrailers(signed, (peran) => peran).join('\n')}\n`,
    files: new Map([[`${path}/index.md`, text]]),
  };
}

/** Feeds `git fast-import`; answers the ids of the marked commits. */
function load(stream: readonly string[]): ReadonlyMap<string, string> {
  const marks = join(root, 'tanda');
  const args = ['fast-import', '--quiet', '--force', `--export-marks=${marks}`];
  git([`--git-dir=${repoDir}`, ...args], stream.join(''));
  const lines = readFileSync(marks, 'utf8').trim().split('\n');
  return new Map(lines.map((line) => line.slice(1).split(' ') as [string, string]));
}

/** The commit on `main`. */
function onMain(place: number): string {
  const { seconds, message, files } = mergeAt(place);
  return commit(
    'main',
    place + 1,
    seconds,
    message,
    [...files].map(([path, text]) => file(path, text)),
  );
}

/** Recorded states of the system so far. */
const records: object[] = [];

/** Its entry in the ledger, and a move of the queue, which moves with every look. */
function onRecord(place: number, ids: ReadonlyMap<string, string>): string[] {
  const { entry: planned, seconds } = mergeAt(place);
  const entry: LedgerEntry = { ...planned, commit: ids.get(String(place + 1))! };
  const month = `${entry.at.slice(0, 4)}/${entry.at.slice(5, 7)}`;
  const files = [
    file(`ledger/${month}/${String(place + 1).padStart(6, '0')}.json`, `${JSON.stringify(entry, null, 2)}\n`),
  ];
  if (entry.jenis === 'sistem') {
    const { commit: at, sidik, at: since, pull } = entry;
    records.push({ commit: at, sidik, at: since, pull });
    files.push(file('sistem.json', `${JSON.stringify(records)}\n`));
  }
  return [
    commit('paraf', place + 1, seconds, 'Catat', files),
    commit('paraf', count + place + 100, seconds, 'Antrean', [file('antrean.json', `[${place}]\n`)]),
  ];
}

/** Writes both branches; the ledger names the commits, so `main` comes first. */
function write(): void {
  git(['init', '--quiet', '--bare', '--initial-branch=main', repoDir]);
  const places = Array.from({ length: count }, (_, place) => place);
  const ids = load(places.map(onMain));
  load(places.flatMap((place) => onRecord(place, ids)));
  git([`--git-dir=${repoDir}`, 'gc', '--quiet']);
}

/** One item more, merged and recorded. */
function add(place: number): void {
  const from = (branch: string, text: string) =>
    text.replace('\nM 100644', `\nfrom refs/heads/${branch}^0\nM 100644`);
  const ids = load([from('main', onMain(place))]);
  const [entry, queue] = onRecord(place, ids);
  load([from('paraf', entry!), queue!]);
}

/** Publishes some items one by one, each proven from the state before; answers the milliseconds of each. */
async function addSome(repository: Git, verification: Verification): Promise<number[]> {
  const database = new DatabaseSync(join(root, 'index.sqlite'));
  const begin = performance.now();
  keepProven(database, await provenBy(repository, verification), verification.ledger);
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
  console.log(`repository of ${count} entries written in ${seconds(begin)}`);
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
  process.exitCode = faults.length === 0 && live.length + records.length === count ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
