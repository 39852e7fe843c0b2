import { zeroOid } from '../git/repository.ts';
import { branchOf, defaultBranch, refOf, type Local } from '../local.ts';
import { addActivity } from './activity.ts';
import { pullsOfHead, findPull, setState } from './issues.ts';
import { headsWithin, openPullsAt } from './reached.ts';
import { repositorySettings } from './repository-settings.ts';
import type { ActivityKind, PullRow } from './rows.ts';
import { record } from './timeline.ts';

/**
 * Moves of references. Git and the records are two stores, so each move goes in three steps: an intent is written
 * down; git swaps the reference if it still stands where it stood; the records follow and the intent goes. At the
 * next start an intent whose reference moved is finished, any other is dropped (recovery.ts).
 */
export interface Move {
  readonly ref: string;
  readonly before: string | undefined;
  /** Undefined: the reference goes. */
  readonly after: string | undefined;
  /** Null: moved by git itself, behind the server's back. */
  readonly actor: number | null;
  /** Pull request that this move merges. */
  readonly merges?: number | undefined;
}

/** What finishing a move needs to know, gathered before, so that it can be done in one transaction. */
interface Facts {
  readonly actor: number | null;
  readonly kind: ActivityKind;
  /** Commits that the branch gained and `main` does not have, oldest first. */
  readonly commits: readonly string[];
  readonly baseOid: string | undefined;
  readonly merges?: number | undefined;
  /** Heads of open pull requests that `main` gained: they are merged by that, as on GitHub. */
  readonly reached?: readonly string[];
}

export interface Intent {
  readonly id: number;
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly at: string;
  readonly facts: Facts;
}

/** More would only make lists of a pull request long: GitHub shows 250 too. */
const mostCommits = 250;

/** Makes the move; the caller holds the reference's lock. False when the reference did not stand at `before`. */
export async function moveRef(local: Local, move: Move): Promise<boolean> {
  const facts = await gather(local, move);
  const row = {
    ref: move.ref,
    before: move.before ?? zeroOid,
    after: move.after ?? zeroOid,
    at: local.now(),
  };
  const id = local.db.insert('intent', { ...row, data: JSON.stringify(facts) });
  const intent = { id, ...row, facts };
  let moved: boolean;
  try {
    moved = await local.repository.compareAndSwap(move.ref, move.before, move.after, noteOf(intent));
  } catch (fault) {
    await settle(local, intent);
    throw fault;
  }
  if (moved) {
    finish(local, { ...intent, at: local.now() });
    if (move.after !== undefined && move.ref === refOf(defaultBranch))
      local.repository.noteHistory(move.after);
  } else {
    local.db.run('DELETE FROM intent WHERE id = ?', id);
    await followHeld(local, move.ref);
  }
  return moved;
}

/** Git's log of the reference carries this, so that recovery can tell whose move it was. */
function noteOf(intent: { readonly id: number }): string {
  return `paraf intent ${intent.id}`;
}

async function gather(local: Local, move: Move): Promise<Facts> {
  const { before, after, actor, merges } = move;
  const main = await local.repository.refOid(refOf(defaultBranch));
  const isMain = move.ref === refOf(defaultBranch);
  const not = [before, isMain ? undefined : main].filter((oid) => oid !== undefined);
  // Only a pull request tells which commits came to it.
  const isTold = openPullsOf(local, move.ref).length > 0;
  const commits = after && isTold ? await local.repository.history(after, { not, limit: mostCommits }) : [];
  const reached = isMain && before && after ? await headsWithin(local, before, after) : [];
  const kind = await kindOf(local, move);
  return { actor, kind, commits: commits.toReversed(), baseOid: main, merges, reached };
}

async function kindOf(local: Local, { before, after, merges }: Move): Promise<ActivityKind> {
  if (merges !== undefined) return 'pr_merge';
  if (!before) return 'branch_creation';
  if (!after) return 'branch_deletion';
  return (await local.repository.isAncestor(before, after)) ? 'push' : 'force_push';
}

/** Brings the records up to a move that git has made. */
export function finish(local: Local, intent: Intent): void {
  const { ref, before, after, at, facts } = intent;
  local.db.transaction(() => {
    if (after === zeroOid) local.db.run('DELETE FROM ref WHERE name = ?', ref);
    else local.db.run('INSERT OR REPLACE INTO ref (name, oid) VALUES (?, ?)', ref, after);
    const { actor, kind } = facts;
    addActivity(local, { ref, before, after, actor, at, kind });
    updatePulls(local, intent);
    if (facts.merges !== undefined)
      markMerged(local, intent, facts.merges, {
        delete_head: repositorySettings(local).delete_branch_on_merge ? 1 : 0,
      });
    for (const pull of openPullsAt(local, facts.reached ?? []))
      markMerged(local, intent, pull.number, { base_sha: before });
    local.db.run('DELETE FROM intent WHERE id = ?', intent.id);
    local.announce({ event: 'push', ref, before, after, forced: kind === 'force_push', by: actor });
  });
}

function openPullsOf(local: Local, ref: string): PullRow[] {
  const branch = branchOf(ref);
  return branch === undefined ? [] : pullsOfHead(local, branch).filter(({ state }) => state === 'open');
}

function updatePulls(local: Local, { ref, before, after, at, facts }: Intent): void {
  for (const pull of openPullsOf(local, ref)) {
    if (after === zeroOid) {
      record(local, pull.number, facts.actor, { event: 'head_ref_deleted', ref: pull.head_ref }, at);
      setState(local, pull, facts.actor, 'closed', at);
      continue;
    }
    local.db.update('pull', 'number', pull.number, {
      head_sha: after,
      base_sha: facts.baseOid ?? pull.base_sha,
    });
    if (facts.kind === 'force_push')
      record(local, pull.number, facts.actor, { event: 'head_ref_force_pushed', before, after }, at);
    for (const sha of facts.commits) record(local, pull.number, facts.actor, { event: 'committed', sha }, at);
    // Also a push that brings no new commit is a reason to look again.
    local.announce({
      event: 'pull_request',
      action: 'synchronize',
      number: pull.number,
      before,
      after,
      by: facts.actor,
    });
  }
}

function markMerged(
  local: Local,
  { after, at, facts }: Intent,
  number: number,
  more: Partial<Pick<PullRow, 'base_sha' | 'delete_head'>>,
): void {
  const pull = findPull(local, number);
  if (!pull || pull.merged_at !== null) return;
  local.db.update('pull', 'number', number, {
    merged_at: at,
    merged_by: facts.actor,
    merge_commit: after,
    ...more,
  });
  record(local, number, facts.actor, { event: 'merged', commit: after, ref: pull.base_ref }, at);
  setState(local, pull, facts.actor, 'closed', at, null);
}

/** Decides an intent that was not finished: finished if its reference moved, else set aside. */
export async function settle(local: Local, intent: Intent): Promise<void> {
  const now = (await local.repository.refOid(intent.ref)) ?? zeroOid;
  const moved =
    now === intent.after ||
    // Moved on since, by somebody with git: its log tells whether ours was among the moves.
    (now !== intent.before && (await local.repository.refNotes(intent.ref)).includes(noteOf(intent)));
  if (moved) finish(local, intent);
  else local.db.run('UPDATE intent SET dropped = 1 WHERE id = ?', intent.id);
}

/** Intents that are not finished, oldest first. */
export function openIntents(local: Local, dropped: boolean): Intent[] {
  type Row = Omit<Intent, 'facts'> & { data: string };
  const rows = local.db.all<Row>('SELECT * FROM intent WHERE dropped = ? ORDER BY id', dropped ? 1 : 0);
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.data) as Facts }));
}

/** Where a branch stands now. A move that git made behind the server's back is recorded first. */
export async function currentOid(local: Local, ref: string): Promise<string | undefined> {
  const oid = await local.repository.refOid(ref);
  if (oid === knownOid(local, ref)) return oid;
  return local.locks.hold(ref, () => followHeld(local, ref));
}

/** The same for a caller that holds the lock. */
export async function followHeld(local: Local, ref: string): Promise<string | undefined> {
  const after = await local.repository.refOid(ref);
  const before = knownOid(local, ref);
  if (after === before) return after;
  // A move of ours whose git outlived a crash of the server, and came after recovery had set it aside.
  const late = openIntents(local, true).find(
    (intent) =>
      intent.ref === ref && intent.before === (before ?? zeroOid) && intent.after === (after ?? zeroOid),
  );
  const move = { ref, before, after, actor: null };
  const facts = late?.facts ?? (await gather(local, move));
  const ids = { before: before ?? zeroOid, after: after ?? zeroOid };
  finish(local, { id: late?.id ?? -1, ref, ...ids, at: local.now(), facts });
  return after;
}

/** Looks at every branch for moves made behind the server's back. */
export async function followAll(local: Local): Promise<void> {
  const standing = new Map((await local.repository.refs('refs/heads')).map((ref) => [ref.name, ref.oid]));
  const known = local.db.all<{ name: string; oid: string }>('SELECT name, oid FROM ref');
  const differing = new Set([
    ...known.filter((ref) => standing.get(ref.name) !== ref.oid).map((ref) => ref.name),
    ...[...standing.keys()].filter((name) => knownOid(local, name) === undefined),
  ]);
  for (const ref of differing) await local.locks.hold(ref, () => followHeld(local, ref));
}

function knownOid(local: Local, ref: string): string | undefined {
  return local.db.get<{ oid: string }>('SELECT oid FROM ref WHERE name = ?', ref)?.oid;
}
