import { planRestoration, undoneBy, type Undo } from '../core/restore.ts';
import type { Action } from '../core/plan.ts';
import { latestEntry } from '../publish/ledger.ts';
import { headOf } from './branch.ts';
import { hasBranch } from './read/activity.ts';
import type { Client, Repository } from './read/client.ts';
import type { Facts } from './read/facts.ts';
import { folderSidikOf, readMergeResult } from './trees.ts';

/**
 * Tree that belongs at an item's path by the ledger's latest word, as it stood at a time; null where it has none, or
 * a withdrawal.
 */
async function wantedAt(
  client: Client,
  repository: Repository,
  folder: string,
  until: string,
): Promise<string | null> {
  const entry = await latestEntry(client, repository, folder, until);
  return entry?.jenis === 'item' ? entry.sidik : null;
}

/**
 * Whether what a merge outside the plan brought still lies on `main` unsigned. Only those bytes are undone: what came
 * there since came by another way, and may be about to be written into the ledger.
 */
export async function undoOf(
  client: Client,
  repository: Repository,
  merge: { readonly folder: string; readonly merged: string | null; readonly now: string },
): Promise<Undo> {
  const { folder, merged, now } = merge;
  const wanted = await wantedAt(client, repository, folder, now);
  const main = await headOf(client, repository, 'main');
  const lies = main === null ? null : await folderSidikOf(client, repository, main, folder);
  return { wanted, merged, isDone: lies !== merged || lies === wanted };
}

/** What one look at a restoring pull request found. */
export interface RestorationLook {
  readonly actions: Action[];
  /** Whether `main` has the signed bytes again. */
  readonly isMerged: boolean;
}

/**
 * Recognises a pull request that restores, by facts alone: the app opened it, it touches one item, and merging it
 * leaves in the item's folder exactly what the ledger names last. Null for every other one: it goes the way of all.
 */
export async function lookAtRestoration(
  client: Client,
  repository: Repository,
  facts: Facts,
  app: number,
  now: string,
): Promise<RestorationLook | null> {
  const { kind, head, state, mergeCommit, mergedAt } = facts;
  if (kind.kind !== 'item' || facts.author?.id !== app || state === 'CLOSED') return null;
  const isMerged = state === 'MERGED';
  const isOrdered = facts.happenings.some(({ kind: what, by }) => what === 'merged' && by?.id === app);
  if (isMerged && !isOrdered) return null;
  const version = facts.versions.get((isMerged ? mergeCommit : head.oid) ?? '');
  if (version === undefined) return null;
  // A later publication does not make an earlier restoration wrong.
  const wanted = await wantedAt(client, repository, kind.folder, (isMerged ? mergedAt : null) ?? now);
  if (version.sidik !== wanted) return null;
  if (!isMerged && (await readMergeResult(client, repository, head.oid, kind.folder)) !== 'sama') return null;
  const { folder, collection } = kind;
  const pull = { number: facts.number, head, hasBranch: hasBranch(facts), folder, wanted };
  return { actions: planRestoration({ ...pull, state, singular: collection.singular }), isMerged };
}

/**
 * The pull request that one of the app's undoes, where it must be looked at again: this one is at its end, or somebody
 * else moved its branch.
 */
export function undonePulls(facts: Facts, app: number): number[] {
  const undone = facts.author?.id === app ? undoneBy(facts.head.ref) : null;
  const isAsMade = facts.state === 'OPEN' && facts.activity.at(-1)?.by?.id === app;
  return undone === null || isAsMade ? [] : [undone];
}
