import { z } from 'zod';
import type { Result } from '../../core/issue.ts';
import type { Client, Repository } from './client.ts';
import { actorFrom } from './actor.ts';
import type { Activity } from './facts.ts';
import { pagesOf } from './pages.ts';

export const noCommit = '0'.repeat(40);

const answer = z.array(
  z.object({
    before: z.string(),
    after: z.string(),
    ref: z.string(),
    timestamp: z.iso.datetime({ offset: true }),
    actor: z.object({ id: z.number(), login: z.string(), type: z.string().default('User') }).nullable(),
  }),
);

const maxPages = 20;

/**
 * Second read: the server's own record of when a branch moved, by whom, from where to where. Git's dates are free
 * text; this is not. Returned oldest first; a record longer than 2,000 moves is an issue.
 */
export async function readActivity(
  client: Client,
  { owner, repo }: Repository,
  branch: string,
): Promise<Result<Activity[]>> {
  const ref = `refs/heads/${branch}`;
  const asked = { owner, repo, ref, direction: 'desc' };
  const pages = pagesOf(client, 'GET /repos/{owner}/{repo}/activity', asked, maxPages);
  const all: Activity[] = [];
  for (;;) {
    const page = await pages.next();
    if (page.done === true)
      return page.value === 'selesai'
        ? { ok: true, value: all.reverse() }
        : fault('Cabang ini sudah bergerak lebih dari 2.000 kali. Buat cabang dan pull request baru.');
    const parsed = answer.safeParse(page.value);
    if (!parsed.success) return fault('Catatan gerak cabang dari GitHub tidak terbaca.');
    for (const move of parsed.data)
      // Should the filter ever take in more than it was asked for: what another branch did proves nothing here.
      if (move.ref === ref)
        all.push({ at: move.timestamp, by: actorFrom(move.actor), before: move.before, after: move.after });
  }
}

function fault(message: string): Result<never> {
  return { ok: false, issues: [{ code: 'catatan-cabang', file: 'GitHub', message }] };
}

/**
 * The part of a branch's record that belongs to one pull request: a name may have been used before, and may be used
 * again after the branch was deleted.
 *
 * @param opened when the pull request was opened
 * @param ended when it was merged or closed for good; null while it is open
 */
export function ownActivity(
  record: readonly Activity[],
  opened: string,
  ended: string | null,
): readonly Activity[] {
  const time = (text: string) => Date.parse(text);
  const start = record.findLastIndex((move) => move.before === noCommit && time(move.at) <= time(opened));
  const from = record.slice(Math.max(start, 0));
  if (ended === null) return from;
  const end = from.findIndex((move) => move.after === noCommit && time(move.at) >= time(ended));
  return end < 0 ? from : from.slice(0, end);
}

/** Whether the branch is still there, as far as its record says. */
export function hasBranch({ activity }: { readonly activity: readonly Activity[] }): boolean {
  return activity.at(-1)?.after !== noCommit;
}

/** What stood on a branch, as far as its record proves it. */
export interface Branch {
  /** Commits in the order in which they came, with the gaps in the record filled in as moves by nobody. */
  readonly moves: readonly Activity[];
  /** Commit that stood at a time, pushes of the same second included; null where the record has a gap there. */
  commitAt(at: string): string | null;
  /** Whether something was pushed in the same second: what a signature was about is then unknown (R1). */
  movedAt(at: string): boolean;
}

const second = (text: string) => Math.floor(Date.parse(text) / 1000);

/** A move with a time no earlier than that of the move before it: the chain tells the order, whatever a clock said. */
function inOrder(before: Activity, move: Activity): Activity {
  return second(move.at) < second(before.at) ? { ...move, at: before.at } : move;
}

/**
 * Reads a branch's record as a chain: where one move does not start at the end of the one before, something
 * happened that nobody wrote down. What stood between is not proven (R3).
 */
export function branchOf(activity: readonly Activity[], head: string): Branch {
  const moves: Activity[] = [];
  /** Seconds from which, and before which, nothing is proven. */
  const gaps: { from: number; until: number }[] = [];
  let last: Activity | undefined;
  for (const told of activity) {
    const move = last === undefined ? told : inOrder(last, told);
    // A clock that went backwards: what stood in between is not proven, but what came after what is.
    if (move.at !== told.at) gaps.push({ from: second(told.at), until: second(move.at) });
    const expected = last?.after ?? noCommit;
    if (move.before !== expected) {
      gaps.push({ from: last === undefined ? -Infinity : second(last.at), until: second(move.at) });
      if (move.before !== noCommit)
        moves.push({ at: move.at, by: null, before: expected, after: move.before });
    }
    moves.push(move);
    last = move;
  }
  if (last === undefined) gaps.push({ from: -Infinity, until: Infinity });
  else if (last.after !== head && last.after !== noCommit) {
    gaps.push({ from: second(last.at), until: Infinity });
    // The record comes late, or lacks its end: what stands there now was signed by nobody.
    moves.push({ at: last.at, by: null, before: last.after, after: head });
  }
  return {
    moves,
    commitAt(at) {
      const time = second(at);
      if (gaps.some((gap) => time >= gap.from && time < gap.until)) return null;
      const move = moves.findLast((candidate) => second(candidate.at) <= time);
      return move === undefined || move.after === noCommit ? null : move.after;
    },
    movedAt(at) {
      const time = second(at);
      return moves.some((move) => second(move.at) === time);
    },
  };
}
