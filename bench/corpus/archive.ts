/**
 * A repository with any number of approved items, merged and recorded as the app does it, and with this checkout as its
 * system: what publishing, gate and proof are measured on. The items are written once by `git fast-import` and kept in a
 * cache folder; each measurement gets a copy of its own that shares their objects.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ledgerMonth, ledgerPath, type LedgerEntry } from '../../scripts/core/ledger.ts';
import { itemTrailers } from '../../scripts/core/trailers.ts';
import { importTree } from '../../scripts/local/demo/import.ts';
import { openGit, type Git } from '../../scripts/publish/git.ts';
import { blobId, treeId } from '../../scripts/publish/index/tree.ts';
import { sistemSidikAt } from '../../scripts/publish/verify.ts';
import { cacheFolder } from '../folders.ts';
import { articleAt, folderOf, indexOf, lastDay, repository, type Article } from './article.ts';

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;
type SistemEntry = Extract<LedgerEntry, { jenis: 'sistem' }>;

export interface Archive {
  /** Bare repository with branches `main` and `paraf`. */
  readonly repoDir: string;
  readonly git: Git;
  /** Items that are live. */
  readonly count: number;
  /** A moment after everything that is recorded, ISO 8601. */
  readonly now: string;
  /** Approves one item more: its merge on `main`, and its entry in the ledger. */
  merge(): Promise<Article>;
}

const sopId = 'penyebarluasan-informasi';
const firstAt = Date.parse('2016-11-01T00:00:00Z');

/** The settings by which the items were approved; the shipped people, since before the first of them. */
const settings: readonly (readonly [path: string, text: string])[] = [
  `content/sop/${sopId}/index.md`,
  'content/alur.yml',
  'content/pelaksana.yml',
].map((path) => {
  const text = readFileSync(resolve(repository, path), 'utf8');
  return [path, path.endsWith('pelaksana.yml') ? text.replaceAll('"2026-01-01"', '"2016-01-01"') : text];
});
const sopVersion = blobId(Buffer.from(settings[0]![1]), 40);

/** Opens an archive of so many items in a folder of its own; what lies there goes. */
export async function openArchive(count: number, folder: string): Promise<Archive> {
  const kept = await keptItems(count);
  const repoDir = join(folder, 'portal.git');
  rmSync(repoDir, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Objects stay where they are kept: a copy costs nothing, and what is written here goes with it.
  git(['clone', '--quiet', '--bare', '--shared', kept, repoDir]);
  await approveCheckout(repoDir, count);
  let live = count;
  return {
    repoDir,
    git: openGit(repoDir),
    get count() {
      return live;
    },
    // A morning, when the office has opened.
    now: `${new Date(lastDay + 25 * 3_600_000).toISOString().slice(0, 19)}Z`,
    async merge() {
      // Number 1 is the first system, the one after the kept items is this checkout.
      const number = live + 3;
      const { entry, index, article } = itemAt(live, count, number);
      const files = [file(`${entry.path}/index.md`, index)];
      await importInto(repoDir, [commitOf('main', null, entry.at, mergeMessage(entry), files)]);
      const recorded = { ...entry, commit: commitAt(repoDir, 'main') };
      await importInto(repoDir, [commitOf('paraf', null, entry.at, 'Catat', [record(number, recorded)])]);
      live += 1;
      return article;
    },
  };
}

/** The archive's items without the system of this checkout, made if they are not kept already. */
async function keptItems(count: number): Promise<string> {
  const folder = cacheFolder('arsip');
  const name = `${count}-${keyOf()}`;
  const repoDir = join(folder, name);
  if (existsSync(repoDir)) return repoDir;
  for (const old of readdirSync(folder))
    if (old.startsWith(`${count}-`)) rmSync(join(folder, old), { recursive: true, force: true });
  const fresh = `${repoDir}.baru`;
  git(['init', '--quiet', '--bare', '--initial-branch=main', fresh]);
  await importInto(fresh, mainCommits(count));
  await importInto(fresh, parafCommits(count, fresh));
  git([`--git-dir=${fresh}`, 'gc', '--quiet']);
  renameSync(fresh, repoDir);
  return repoDir;
}

/** Everything that the kept items follow from, besides their number. */
function keyOf(): string {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const name of ['words.ts', 'article.ts', 'archive.ts'])
    hash.update(readFileSync(resolve(import.meta.dirname, name)));
  return hash.digest('hex').slice(0, 12);
}

function* mainCommits(count: number): Generator<string> {
  const rules = settings.map(([path, text]) => file(path, text));
  yield commitOf('main', 1, new Date(firstAt).toISOString(), 'Awal', rules);
  for (let place = 0; place < count; place += 1) {
    const { entry, index } = itemAt(place, count, place + 2);
    yield commitOf('main', place + 2, entry.at, mergeMessage(entry), [file(`${entry.path}/index.md`, index)]);
  }
}

/** The ledger names the merges, so `main` is there already; the queue moves with every item, as the gate moves it. */
function* parafCommits(count: number, repoDir: string): Generator<string> {
  const merges = openGit(repoDir).text('rev-list', '--first-parent', '--reverse', 'main').trim().split('\n');
  const { files, at } = sistemRecord(repoDir, 1, merges[0]!, null, new Date(firstAt).toISOString(), []);
  yield commitOf('paraf', 1, at, 'Catat 000001', files);
  for (let place = 0; place < count; place += 1) {
    const { entry } = itemAt(place, count, place + 2);
    const recorded = { ...entry, commit: merges[place + 1]! };
    yield commitOf('paraf', 2 * place + 2, entry.at, 'Catat', [record(place + 2, recorded)]);
    yield commitOf('paraf', 2 * place + 3, entry.at, 'Antrean', [
      file('antrean.json', place % 2 ? '[]\n' : '[ ]\n'),
    ]);
  }
}

/** This checkout as it lies on the disk becomes the system, over the items that are there. */
async function approveCheckout(repoDir: string, count: number): Promise<void> {
  const berita = openGit(repoDir).tree('main', { paths: ['content/berita'] })[0];
  const at = new Date(lastDay).toISOString();
  const files = [
    'deleteall\n',
    `M 040000 ${importTree(repository, repoDir)} \n`,
    ...(berita === undefined ? [] : [`M 040000 ${berita.oid} content/berita\n`]),
    ...settings.map(([path, text]) => file(path, text)),
  ];
  await importInto(repoDir, [commitOf('main', null, at, 'Sistem', files)]);
  const before = JSON.parse(openGit(repoDir).text('show', 'paraf:sistem.json')) as object[];
  const pull = count + 2;
  const now = sistemRecord(repoDir, count + 2, commitAt(repoDir, 'main'), pull, at, before);
  await importInto(repoDir, [commitOf('paraf', null, at, 'Catat', now.files)]);
}

/** @param number of its entry; its pull request has the same */
export function itemAt(place: number, count: number, number: number) {
  const article = articleAt(place, count);
  const { at } = article;
  const index = indexOf(article);
  const sidik = treeId([{ path: 'index.md', executable: false, bytes: Buffer.from(index) }]);
  const step = (no: number, tindakan: string, peran: string, akun: number, review: string | null) => ({
    ...{ no, tindakan, peran, atasNama: peran, akun, at, review, sidik },
  });
  const langkah = [
    step(1, 'liput', 'tim-peliputan', 1003, null),
    step(2, 'susun', 'penyusun-bahan-informasi', 1003, null),
    step(3, 'periksa', 'tim-pengolah-informasi', 1005, String(number)),
    step(4, 'setujui', 'tim-pengolah-informasi', 1005, String(number)),
  ];
  const signed = { path: folderOf(article), sop: sopId, sopVersion, sidik, langkah, pull: number };
  const rest = { jenis: 'item', versi: 1, commit: '', at, koleksi: 'berita', putaranKoreksi: 0 } as const;
  const entry: ItemEntry = { ...rest, ...signed };
  return { article, index, entry };
}

const mergeMessage = (entry: ItemEntry) =>
  `Terbitkan butir\n\n${itemTrailers(entry, (peran) => peran).join('\n')}\n`;

/** The first one is answered for by whoever set the repository up; the others by the shipped keeper of the system. */
function sistemRecord(
  repoDir: string,
  number: number,
  commit: string,
  pull: number | null,
  at: string,
  before: readonly object[],
) {
  const line = { commit, sidik: sistemSidikAt(openGit(repoDir), commit), at, pull };
  const disetujuiOleh = pull === null ? [] : [1018];
  const entry: SistemEntry = { jenis: 'sistem', versi: 1, ...line, disetujuiOleh };
  return {
    at,
    files: [record(number, entry), file('sistem.json', `${JSON.stringify([...before, line])}\n`)],
  };
}

const record = (number: number, entry: LedgerEntry) =>
  file(ledgerPath(ledgerMonth(entry.at), number), `${JSON.stringify(entry, null, 2)}\n`);

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
const file = (path: string, text: string) => `M 100644 inline ${path}\n${data(text)}`;

/** One commit on top of a branch, as `git fast-import` reads it. */
function commitOf(
  branch: string,
  mark: number | null,
  at: string,
  message: string,
  files: readonly string[],
): string {
  const ref = `refs/heads/${branch}`;
  // Within one stream it follows the one before by itself.
  const parent = mark === null ? `from ${ref}^0\n` : '';
  const by = `committer Paraf <paraf@contoh.example> ${Date.parse(at) / 1000} +0000`;
  return `commit ${ref}\n${by}\n${data(message)}${parent}${files.join('')}`;
}

async function importInto(repoDir: string, commits: Iterable<string>): Promise<void> {
  const child = spawn('git', [`--git-dir=${repoDir}`, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(child, 'close');
  for (const commit of commits) if (!child.stdin.write(commit)) await once(child.stdin, 'drain');
  child.stdin.end();
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
}

const commitAt = (repoDir: string, branch: string) => openGit(repoDir).text('rev-parse', branch).trim();

function git(args: readonly string[]): void {
  const done = spawnSync('git', args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`git ${args[0]}: ${done.stderr}`);
}
