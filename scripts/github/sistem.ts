import { commandOf } from '../core/command.ts';
import type { LedgerEntry } from '../core/ledger.ts';
import type { Result } from '../core/issue.ts';
import type { Action } from '../core/plan.ts';
import {
  planSistem,
  sistemPosition,
  type SistemPosition,
  type SistemPull,
  type SistemReview,
} from '../core/sistem.ts';
import { loginsOf } from './item.ts';
import { branchOf, hasBranch } from './read/activity.ts';
import type { Client, Repository } from './read/client.ts';
import type { Facts, Review } from './read/facts.ts';
import { rosterOfFacts } from './read/settings.ts';
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
  };
  const base = { ...pull, isRecorded: false, mergeResult: null };
  const position = sistemPosition(base, roster.value, now);
  const mergeResult =
    position.status === 'siap' ? await readMergeResult(client, repository, facts.head.oid, null) : null;
  return {
    ok: true,
    value: {
      position,
      plan: (isRecorded) => planSistem(position, { ...pull, mergeResult, isRecorded }),
      entry: await entryOf(client, repository, facts, position),
    },
  };
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

/** Verdicts are said as for items: the platform's own, or `/paraf` and `/kembalikan` in words. */
function reviewOf(facts: Facts, review: Review, branch: ReturnType<typeof branchOf>): SistemReview[] {
  if (review.by === null || review.by.type !== 'User') return [];
  const dismissal = facts.happenings.find(
    (happening) => happening.kind === 'dismissed' && happening.review === review.id,
  );
  const state = dismissal?.kind === 'dismissed' ? dismissal.before : review.state;
  const verdict = commandOf({
    kind: 'reviewed',
    at: review.at,
    by: review.by.id,
    id: review.id,
    verdict: state === 'APPROVED' ? 'sign' : state === 'CHANGES_REQUESTED' ? 'return' : 'comment',
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
