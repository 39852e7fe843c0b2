import { commandOf } from '../core/command.ts';
import type { LedgerEntry } from '../core/ledger.ts';
import type { Result } from '../core/issue.ts';
import type { Penugasan } from '../core/pelaksana.ts';
import type { Action } from '../core/plan.ts';
import {
  planSistem,
  sistemPosition,
  type SistemMergeResult,
  type SistemPosition,
  type SistemPull,
  type SistemReview,
} from '../core/sistem.ts';
import type { Aturan } from '../core/aturan.ts';
import { emptyRoles } from '../core/pelaksana-holders.ts';
import { changedCollections, governingOf, isUnderOlder, type UnderWay } from '../core/under-way.ts';
import { readAntrean, underWayOf } from './antrean.ts';
import { headOf } from './branch.ts';
import { loginsOf } from './item.ts';
import { branchOf, hasBranch } from './read/activity.ts';
import type { Client, Repository } from './read/client.ts';
import { sentVerdict } from './read/events.ts';
import type { Facts, Review } from './read/facts.ts';
import { aturanOf, rosterOfFacts } from './read/settings.ts';
import { readSettings } from './settings-check.ts';
import { readMergeResult, sistemSidikOf } from './trees.ts';

export interface SistemLook {
  readonly position: SistemPosition;
  plan(isRecorded: boolean): Action[];
  readonly entry: LedgerEntry | null;
}

/** Reads a `sistem` pull request to its end: position, plan, and ledger entry. */
export async function lookAtSistem(
  client: Client,
  repository: Repository,
  facts: Facts,
  now: string,
): Promise<Result<SistemLook>> {
  const roster = rosterOfFacts(facts);
  if (!roster.ok) return roster;
  const branch = branchOf(facts.activity, facts.head.oid);
  const settings =
    facts.state === 'OPEN'
      ? await readSettings(client, repository, facts.head.oid, recordedRowsOf(facts))
      : null;
  const aturan = settings?.aturan ?? null;
  const pull: Omit<SistemPull, 'isRecorded' | 'mergeResult'> = {
    number: facts.number,
    state: facts.state,
    head: facts.head,
    hasBranch: hasBranch(facts),
    author: facts.author?.id ?? 0,
    contributors: branch.moves.map(({ by }) => by?.id ?? 0),
    reviews: facts.reviews.flatMap((review) => reviewOf(facts, review, branch)),
    mergedAt: facts.mergedAt,
    logins: loginsOf(facts),
    findings: settings?.issues ?? [],
    warnings: aturan === null ? [] : emptyRoles(aturan, now),
    older: aturan === null ? [] : await olderItems(client, repository, facts, aturan),
  };
  const base = { ...pull, isRecorded: false, mergeResult: null };
  const position = sistemPosition(base, roster.value, now);
  const mergeResult = position.status === 'siap' ? await mergeResultOf(client, repository, facts) : null;
  return {
    ok: true,
    value: {
      position,
      plan: (isRecorded) => planSistem(position, { ...pull, mergeResult, isRecorded }),
      entry: await entryOf(client, repository, facts, position),
    },
  };
}

/** Items under way in the collections whose SOP a change replaces: they finish under the one they began under. */
async function olderItems(
  client: Client,
  repository: Repository,
  facts: Facts,
  head: Aturan,
): Promise<UnderWay[]> {
  const now = aturanOf(facts.now);
  const after = governingOf(head);
  const changed = changedCollections(now.ok ? governingOf(now.value) : new Map(), after);
  if (changed.length === 0) return [];
  return underWayOf(await readAntrean(client, repository)).filter(
    (item) => changed.includes(item.koleksi) && isUnderOlder(item, after),
  );
}

/** What merging the head would leave on `main`, and whether `main` may be built on at all. */
async function mergeResultOf(
  client: Client,
  repository: Repository,
  facts: Facts,
): Promise<SistemMergeResult> {
  const main = await headOf(client, repository, 'main');
  if (main === null) throw new Error('branch main is gone');
  return (await buildsOnApproved(client, repository, facts, main, facts.head.oid))
    ? readMergeResult(client, repository, facts.head.oid, null)
    : 'menyimpang';
}

/**
 * Whether a pull request shows all that it would bring: it stands on the system that was approved last, or leads back
 * to it. Otherwise what somebody pushed to `main` would be approved along with it, unseen.
 */
async function buildsOnApproved(
  client: Client,
  repository: Repository,
  facts: Facts,
  before: string,
  after: string,
): Promise<boolean> {
  const approved = await sistemSidikOf(client, repository, facts.records.at(-1)!.commit);
  if ((await sistemSidikOf(client, repository, before)) === approved) return true;
  return (await sistemSidikOf(client, repository, after)) === approved;
}

/** The rows of the last recorded `pelaksana.yml`. */
function recordedRowsOf(facts: Facts): readonly Penugasan[] {
  const now = aturanOf(facts.now);
  return now.ok ? now.value.pelaksana : [];
}

/** The entry of an approved merge; only if what was merged is, outside the items, what was approved. */
async function entryOf(
  client: Client,
  repository: Repository,
  facts: Facts,
  position: SistemPosition,
): Promise<LedgerEntry | null> {
  const { mergeCommit, mergedAt } = facts;
  if (position.status !== 'digabung' || mergeCommit === null || mergedAt === null) return null;
  const [approved, merged] = await Promise.all(
    [facts.head.oid, mergeCommit].map((commit) => sistemSidikOf(client, repository, commit)),
  );
  if (approved === undefined || approved !== merged) return null;
  const isRecorded = facts.records.some(({ pull }) => pull === facts.number);
  if (!isRecorded) {
    const before = await parentOf(client, repository, mergeCommit);
    if (!(await buildsOnApproved(client, repository, facts, before, mergeCommit))) return null;
  }
  return {
    jenis: 'sistem',
    versi: 1,
    pull: facts.number,
    commit: mergeCommit,
    at: mergedAt,
    sidik: merged,
    disetujuiOleh: [...position.disetujuiOleh],
  };
}

/** What stood on `main` before a squash. */
async function parentOf(client: Client, repository: Repository, commit: string): Promise<string> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
    ...repository,
    commit_sha: commit,
  });
  const [parent] = (data as { parents: readonly { sha: string }[] }).parents;
  if (parent === undefined) throw new Error(`the merge ${commit} has no parent`);
  return parent.sha;
}

/** Verdicts are said as for items: the platform's own, or `/paraf` and `/kembalikan` in words. */
function reviewOf(facts: Facts, review: Review, branch: ReturnType<typeof branchOf>): SistemReview[] {
  if (review.by === null || review.by.type !== 'User') return [];
  const verdict = commandOf({
    kind: 'reviewed',
    at: review.at,
    by: review.by.id,
    id: review.id,
    verdict: sentVerdict(facts, review),
    sidik: null,
    body: review.firstBody ?? review.body,
  });
  const { head } = facts;
  return [
    {
      id: review.id,
      at: review.at,
      by: review.by.id,
      verdict: verdict === 'submit' ? 'comment' : verdict,
      isCurrent:
        review.edited === null &&
        review.commit === head.oid &&
        branch.commitAt(review.at) === head.oid &&
        !branch.movedAt(review.at),
      isDismissed: review.state === 'DISMISSED',
    },
  ];
}
