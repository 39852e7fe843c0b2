import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withAuthors } from '../github/main.ts';
import type { OfficeReport } from '../github/office-report.ts';
import { antreanFile, antreanFrom } from '../github/read/antrean.ts';
import type { Client, Repository } from '../github/read/client.ts';
import type { Live } from '../github/round.ts';
import { currentSite } from './deploy.ts';
import { addDesks, type DeskPlace } from './desks.ts';
import { writeWhole } from './export.ts';
import { openGit } from './git.ts';
import { openPrepared } from './index/database.ts';
import type { ItemEntry } from './index/publication.ts';
import { indexIn, workIn } from './prepare.ts';
import { searchDir } from './search/follow.ts';
import { changedList, readFileList, type FileList } from './file-list.ts';
import { hashesOf, manifestName, siteFiles } from './manifest.ts';
import { isSameFile, linkTree } from './place-file.ts';
import { treeOf } from './tree-source.ts';
import type { PublishResult } from './publish.ts';

/** What a publication hands to whoever has the app's key: what to announce, and what to tell the office. */
export interface Handover extends OfficeReport {
  readonly live: readonly Live[];
  /** Size of what GitHub Pages is to serve; 0 where another host serves it, null where nothing was made. */
  readonly bytes: number | null;
}

/** So much fits into a variable of a workflow's step, with room to spare: of live items the rest is told next time. */
const mostFindings = 100;
const mostLive = 200;

/**
 * The handover of a publication that was made. Whoever was not told yet that an item is live, the queue says, and not a
 * memory of this machine: that of an earlier run may have ended before it told anybody.
 *
 * @param bytes size of what Pages is to serve
 */
export async function handoverOf(
  repoDir: string,
  dataDir: string,
  { findings }: PublishResult,
  bytes: number | null,
): Promise<Handover> {
  const git = openGit(repoDir);
  const main = git.commitOf('refs/heads/main') ?? '';
  const queue = await treeOf(git, 'refs/heads/paraf').file(antreanFile);
  return {
    live: awaiting(queue?.text ?? null, dataDir).slice(0, mostLive),
    findings: withAuthors(git, { findings: findings.slice(0, mostFindings), main }),
    omitted: Math.max(0, findings.length - mostFindings),
    failure: null,
    bytes,
  };
}

/** The handover of one that could not be made: the old portal stays. */
export function failureOf(reason: string): Handover {
  return { live: [], findings: [], omitted: 0, failure: reason, bytes: null };
}

/** Live items that the queue still shows as on their way: nobody told their pull requests that they are live. */
function awaiting(queue: string | null, dataDir: string): Live[] {
  using index = openPrepared(indexIn(workIn(dataDir)));
  const entryOf = index.prepare("SELECT entry FROM item WHERE path = ? AND judul <> ''");
  return antreanFrom(queue).flatMap(({ pull, path, terbit }) => {
    const row = terbit === null ? entryOf.get(path) : undefined;
    if (row === undefined) return [];
    const entry = JSON.parse(String(row['entry'])) as ItemEntry;
    // What waits may be a correction of what is live.
    return entry.pull === pull ? [{ pull, path: entry.path, sidik: entry.sidik }] : [];
  });
}

/**
 * Writes the whole of what a host serves: the portal that is shown now, with its search and the office's desks. Files of
 * the portal stand in both folders where the disk can do that: who writes into one of them changes the portal.
 *
 * @param outDir is made anew
 * @returns size of all files
 */
export async function writeOut(
  repoDir: string,
  dataDir: string,
  outDir: string,
  place: DeskPlace,
): Promise<number> {
  const site = currentSite(dataDir);
  if (site === null) throw new Error('nothing was published yet');
  const git = openGit(repoDir);
  const list = readFileList(site);
  if (list === null) throw new Error('the portal that is shown has no list of its files');
  linkTree(site, outDir);
  const search = searchDir(dataDir);
  if (existsSync(search)) linkTree(search, join(outDir, 'cari', 'indeks'));
  await addDesks(outDir, git, list.sistem, place);
  return listBesides(site, list, outDir);
}

/**
 * The list of files is of all that is served: what is not of the portal itself is added to its list.
 *
 * @returns size of all files
 */
async function listBesides(site: string, list: FileList, outDir: string): Promise<number> {
  const all = siteFiles(outDir);
  const besides = all.filter((path) => !isSameFile(join(site, path), join(outDir, path)));
  writeWhole(join(outDir, manifestName), changedList(list, await hashesOf(outDir, besides)));
  return all.reduce((sum, path) => sum + statSync(join(outDir, path)).size, 0);
}

/**
 * Account of Paraf's app: the bot that moved branch `paraf` last, which the rules leave to the app alone. Null where no
 * bot did yet.
 */
export async function appAccountOf(client: Client, repository: Repository): Promise<number | null> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/activity', {
    ...repository,
    ref: 'refs/heads/paraf',
    per_page: 100,
  });
  const moves = data as readonly { readonly actor: { readonly id: number; readonly type: string } | null }[];
  return moves.find(({ actor }) => actor?.type === 'Bot')?.actor?.id ?? null;
}
