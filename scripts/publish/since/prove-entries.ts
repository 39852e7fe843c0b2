import type { DatabaseSync } from 'node:sqlite';
import type { Issue } from '../../core/issue.ts';
import type { LedgerEntry } from '../../core/ledger.ts';
import type { Git } from '../git.ts';
import type { Objects } from '../proof/objects.ts';
import { outputOf } from '../proof/output.ts';
import { entryIssues, numberIssues, readMerges } from '../proof/prove.ts';
import { isPlainPath } from '../proof/trees-at.ts';
import type { LedgerFile } from '../verify.ts';
import { systemsNow } from './present-system.ts';
import { hasPull, type Proven } from './proven.ts';
import { folderAt, type Trees } from './trees.ts';
import { Unsure } from './unsure.ts';

/** So far back a merge may lie that is recorded only now: a crash between the two is mended by the next look. */
const farthest = 500;

export interface Repository {
  readonly git: Git;
  readonly database: DatabaseSync;
  readonly objects: Objects;
  readonly trees: Trees;
}

/**
 * Proves new entries as `prove` does: their numbers and pull requests, their merges, and who signed by the systems of
 * their times, none of which is new.
 *
 * @param onMain commits that came to the first-parent history of `main`
 */
export async function proveEntries(
  { git, database, objects, trees }: Repository,
  entries: readonly LedgerFile[],
  since: Proven,
  onMain: readonly string[],
): Promise<void> {
  mustBeNone(numberIssues(entries, new Map()));
  for (const { path, entry } of entries) {
    if (entry.jenis === 'sistem') throw new Unsure('Ada keadaan sistem yang baru dicatat.');
    if (entry.pull !== null && hasPull(database, entry.pull))
      throw new Unsure(`Pull request #${entry.pull} dari ${path} sudah pernah dicatat.`);
  }
  const isOnMain = await commitsOn(git, entries, since, onMain);
  const systems = await systemsNow(objects, since.sistem, entries);
  const issues: Issue[] = [];
  const merges = await readMerges(objects, entries, systems, issues);
  const brought: (string | null)[] = [];
  for (const { entry } of entries) brought.push(await broughtBy(trees, entry));
  issues.push(...entryIssues(entries, systems, { ...merges, brought, isOnMain }));
  mustBeNone(issues);
}

/** Warnings are told by `paraf verify`, and hold nothing up. */
function mustBeNone(issues: readonly Issue[]): void {
  const fault = issues.find(({ level }) => level === undefined);
  if (fault !== undefined) throw new Unsure(`Ada catatan baru yang tidak cocok. ${fault.message}`);
}

/** Those commits of `main` that entries can name; older ones are looked up where one does. */
async function commitsOn(
  git: Git,
  entries: readonly LedgerFile[],
  since: Proven,
  onMain: readonly string[],
): Promise<ReadonlySet<string>> {
  const known = new Set(onMain);
  if (entries.every(({ entry }) => known.has(entry.commit))) return known;
  const older = await outputOf(git, ['rev-list', '--first-parent', `--max-count=${farthest}`, since.main]);
  for (const commit of older.trimEnd().split('\n')) known.add(commit);
  return known;
}

/** Folder that an entry's commit has at the entry's path. */
async function broughtBy(trees: Trees, entry: LedgerEntry): Promise<string | null> {
  if (entry.jenis === 'sistem' || !isPlainPath(entry.path)) return null;
  return folderAt(trees, (await trees.commit(entry.commit)).tree, entry.path);
}
