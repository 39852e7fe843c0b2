import type { Issue } from '../core/issue.ts';
import { planFailure } from '../core/plan.ts';
import { recordEntry } from '../publish/ledger.ts';
import type { LedgerMemory, Recorded } from '../publish/ledger-memory.ts';
import { urlOf } from '../../content/schema/collections.ts';
import { applyCheck } from './apply/check.ts';
import { writeComment } from './apply/once.ts';
import { publishedMarker } from './read/marker.ts';
import { applyActions, type Applied } from './apply/actions.ts';
import { recordAirings } from './airing.ts';
import { updateAntrean } from './antrean.ts';
import type { Antrean } from './read/antrean.ts';
import { statusOf, type Client, type Repository } from './read/client.ts';
import { pagesOf } from './read/pages.ts';
import { undonePulls } from './restore.ts';
import { openPulls } from './sweep.ts';
import { understand } from './understand.ts';

export interface LookOptions {
  /** ISO 8601 with zone; the server's clock. */
  readonly now: () => string;
  /** Account of Paraf's app. */
  readonly app: number;
  /** Waits before reading again what GitHub has not written down yet, in ms; the usual few seconds by default. */
  readonly pauses?: readonly number[];
  /** Takes what the queue says of the item, and writes it soon; without it the look writes it itself. */
  readonly place?: (number: number, item: Antrean | null) => void;
  /** What is known of the ledger, for whoever looks more than once. */
  readonly ledger?: LedgerMemory;
}

/** What one look did. */
export interface Look {
  readonly number: number;
  /** Position in one line, as on the check. */
  readonly title: string;
  readonly applied: readonly Applied[];
  /** Entry written to the ledger by this look: something new may be published. */
  readonly recorded: Recorded | null;
  /** Whether its item stands in the ledger and the portal does not show it yet, as far as the app was told. */
  readonly isUnpublished: boolean;
  /** Whether it is a restoration that is merged: what is live may be shown again. */
  readonly isRestored: boolean;
  /** Other pull requests to look at because of this one: what the app does triggers nothing by itself. */
  readonly next: readonly number[];
  /** Why the pull request has no position. */
  readonly issues: readonly Issue[];
  /** Whether the look could not be completed and should be tried again. */
  readonly again: boolean;
}

/** Looking again after a merge or a reopening: more rounds than this change nothing. */
const maxRounds = 4;

/**
 * Looks at one pull request: facts → events → position → plan → actions; after a merge, the ledger. Whatever
 * triggered it, the whole is read anew, so a look may be lost, repeated, or come late. A crash at any point is mended
 * by the next look.
 */
export async function look(
  client: Client,
  repository: Repository,
  number: number,
  options: LookOptions,
): Promise<Look> {
  const applied: Applied[] = [];
  let recorded: Recorded | null = null;
  let title = '';
  let next: readonly number[] = [];
  let isRestored = false;
  let isUnpublished = false;
  for (let round = 0; round < maxRounds; round += 1) {
    const attempt = await understand(client, repository, number, options);
    if (attempt.kind === 'gagal') {
      const { facts, issues, title: failure } = attempt;
      if (facts === null) await failUnread(client, repository, number, failure, issues);
      else if (facts.state !== 'MERGED') {
        const actions = planFailure(facts.head.oid, failure, issues);
        applied.push(...(await applyActions(client, { repository, facts, app: options.app }, actions)));
      }
      if (facts !== null) next = undonePulls(facts, options.app);
      return {
        number,
        title: failure,
        applied,
        recorded,
        isUnpublished,
        isRestored,
        next,
        issues,
        again: facts === null,
      };
    }
    const { facts, entry, plan, antrean } = attempt.understood;
    // The ledger first: whoever sees the branch gone must find the entry.
    const written =
      entry === null ? null : await recordEntry(client, repository, entry, options.now(), options.ledger);
    if (written?.isNew === true) recorded = written.recorded;
    await recordAirings(client, repository, attempt.understood.airings);
    const actions = plan(written !== null);
    const results = await applyActions(client, { repository, facts, app: options.app }, actions);
    applied.push(...results);
    next = [...results.flatMap(({ pull }) => pull ?? []), ...undonePulls(facts, options.app)];
    // Other roles, hours or holidays move what is under way.
    if (recorded?.entry.jenis === 'sistem') next = [...next, ...(await openPulls(client, repository))];
    isRestored = attempt.understood.isRestored;
    isUnpublished = written !== null && antrean !== null && antrean.terbit === null;
    title = actions.find((action) => action.kind === 'check')?.title ?? title;
    // What moved the pull request itself has made the facts old.
    if (moves.some((kind) => results.some(isDone(kind)))) continue;
    if (options.place === undefined) await updateAntrean(client, repository, new Map([[number, antrean]]));
    else options.place(number, antrean);
    break;
  }
  const again = applied.some(
    ({ kind, outcome }) => outcome === 'ditolak' && (kind === 'merge' || kind === 'restore'),
  );
  return { number, title, applied, recorded, isUnpublished, isRestored, next, issues: [], again };
}

const moves = ['merge', 'reopen', 'updateBranch'] as const;

const isDone = (wanted: Applied['kind']) => (done: Applied) =>
  done.kind === wanted && done.outcome === 'dilakukan';

/** What cannot be read must not keep a success of earlier: the check on the head fails, with the reason (R13). */
async function failUnread(
  client: Client,
  repository: Repository,
  number: number,
  title: string,
  issues: readonly Issue[],
): Promise<void> {
  let head: string;
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...repository,
      pull_number: number,
    });
    const pull = data as { state: string; head: { sha: string } };
    if (pull.state !== 'open') return;
    head = pull.head.sha;
  } catch (error) {
    if (statusOf(error) === 404) return;
    throw error;
  }
  const check = planFailure(head, title, issues).find((action) => action.kind === 'check');
  if (check !== undefined) await applyCheck(client, repository, check);
}

/**
 * Tells a merged pull request that its item is live: its position is then `terbit` on the portal, and `selesai` where
 * nothing is left. Written once.
 */
export async function announce(
  client: Client,
  repository: Repository,
  app: number,
  live: { readonly pull: number; readonly path: string; readonly sidik: string },
): Promise<void> {
  const url = urlOf(live.path);
  const marker = publishedMarker(live.sidik, url);
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  for await (const page of pagesOf(client, route, { ...repository, issue_number: live.pull })) {
    const comments = page as readonly { body?: string; user: { id: number } | null }[];
    if (comments.some(({ body, user }) => user?.id === app && body?.startsWith(marker) === true)) return;
  }
  await writeComment(
    client,
    repository,
    live.pull,
    `${marker}\nSudah tayang di portal: \`${url}\`. Sidiknya \`${live.sidik}\`, sama dengan yang diparaf.`,
  );
}
