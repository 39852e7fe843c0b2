import type { Restoration } from '../../core/restore.ts';
import { headOf } from '../branch.ts';
import { readActivity } from '../read/activity.ts';
import { statusOf, type Client, type Repository } from '../read/client.ts';
import { folderSidikOf, readMergeResult } from '../trees.ts';
import type { Applied, Target } from './actions.ts';
import { refusedBy } from './refused.ts';

interface OpenPull {
  readonly number: number;
  readonly user: { readonly id: number } | null;
  readonly head: { readonly sha: string };
}

interface TreeChange {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string | null;
}

/**
 * Sees to it that one pull request of the app stands open that restores a folder on `main`; made anew on its branch
 * where `main`, the ledger, or a stranger's push has made it wrong.
 */
export async function applyRestore(
  client: Client,
  target: Target,
  restoration: Restoration,
): Promise<Applied> {
  const { repository } = target;
  const { folder, merged, ref } = restoration;
  try {
    const main = await headOf(client, repository, 'main');
    if (main === null || (await folderSidikOf(client, repository, main, folder)) !== merged)
      return { kind: 'restore', outcome: 'sama' };
    const open = await openPullOf(client, target, ref);
    if (open !== undefined && (await isRight(client, target, restoration, open.head.sha)))
      return { kind: 'restore', outcome: 'sama', pull: open.number };
    const commit = await writeCommit(client, repository, main, restoration);
    await setBranch(client, repository, ref, commit);
    const pull = open?.number ?? (await openPull(client, repository, restoration));
    return { kind: 'restore', outcome: 'dilakukan', pull };
  } catch (error) {
    return refusedBy(error, 'restore', [403, 409, 422]);
  }
}

async function openPullOf(client: Client, target: Target, ref: string): Promise<OpenPull | undefined> {
  const { owner, repo } = target.repository;
  const { data } = await client.request('GET /repos/{owner}/{repo}/pulls', {
    owner,
    repo,
    state: 'open',
    head: `${owner}:${ref}`,
    base: 'main',
  });
  return (data as readonly OpenPull[]).find(({ user }) => user?.id === target.app);
}

/** Whether the branch stands as the app made it, and still does what is wanted. */
async function isRight(
  client: Client,
  { repository, app }: Target,
  { ref, folder, wanted }: Restoration,
  head: string,
): Promise<boolean> {
  const record = await readActivity(client, repository, ref);
  const last = record.ok ? record.value.at(-1) : undefined;
  if (last?.after !== head || last.by?.id !== app) return false;
  if ((await folderSidikOf(client, repository, head, folder)) !== wanted) return false;
  return (await readMergeResult(client, repository, head, folder)) === 'sama';
}

/** A commit on top of `main` that changes this one folder, and makes it of objects that are there already. */
async function writeCommit(
  client: Client,
  repository: Repository,
  parent: string,
  { folder, wanted, merged, message }: Restoration,
): Promise<string> {
  const tree: TreeChange[] =
    wanted === null
      ? await removals(client, repository, folder, merged)
      : [{ path: folder, mode: '040000', type: 'tree', sha: wanted }];
  const { data: made } = await client.request('POST /repos/{owner}/{repo}/git/trees', {
    ...repository,
    base_tree: parent,
    tree,
  });
  const { data: commit } = await client.request('POST /repos/{owner}/{repo}/git/commits', {
    ...repository,
    message,
    tree: (made as { sha: string }).sha,
    parents: [parent],
  });
  return (commit as { sha: string }).sha;
}

/** Git's trees know no folder that is taken away, only files. */
async function removals(
  client: Client,
  repository: Repository,
  folder: string,
  merged: string | null,
): Promise<TreeChange[]> {
  if (merged === null) return [];
  const { data } = await client.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
    ...repository,
    tree_sha: merged,
    recursive: '1',
  });
  const { tree, truncated } = data as {
    readonly truncated: boolean;
    readonly tree: readonly Omit<TreeChange, 'sha'>[];
  };
  if (truncated) throw new Error(`too many files in ${folder} to take them away`);
  return tree
    .filter(({ type }) => type !== 'tree')
    .map(({ path, mode, type }) => ({ path: `${folder}/${path}`, mode, type, sha: null }));
}

/** Branches of this name are the app's own: what else stands there is replaced. */
async function setBranch(client: Client, repository: Repository, ref: string, sha: string): Promise<void> {
  try {
    await client.request('POST /repos/{owner}/{repo}/git/refs', {
      ...repository,
      ref: `refs/heads/${ref}`,
      sha,
    });
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    await client.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
      ...repository,
      ref: `heads/${ref}`,
      sha,
      force: true,
    });
  }
}

async function openPull(client: Client, repository: Repository, restoration: Restoration): Promise<number> {
  const { ref, title, body } = restoration;
  const { data } = await client.request('POST /repos/{owner}/{repo}/pulls', {
    ...repository,
    title,
    body,
    head: ref,
    base: 'main',
  });
  return (data as { number: number }).number;
}
