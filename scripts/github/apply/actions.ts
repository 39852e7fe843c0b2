import type { Action, StatusLabel } from '../../core/plan.ts';
import type { Client, Repository } from '../read/client.ts';
import type { Facts } from '../read/facts.ts';
import { boardMarker } from '../read/marker.ts';
import { applyDelete, applyReopen, applyUpdate } from './branch.ts';
import { applyCheck } from './check.ts';
import { applyNote, applyReport } from './note.ts';
import { refusedBy } from './refused.ts';
import { applyRestore } from './restore.ts';
import { writeComment } from './once.ts';

/** What became of one action. */
export interface Applied {
  readonly kind: Action['kind'];
  /** `sama`: it was so already. `ditolak`: the platform refused; the next look sees why. */
  readonly outcome: 'dilakukan' | 'sama' | 'ditolak';
  /** What the platform said. */
  readonly detail?: string;
  /** For a merge: the commit on `main`. */
  readonly commit?: string;
  /** For a restoration: the pull request that does it. */
  readonly pull?: number;
}

/** Where actions are applied: the repository, what was read of the pull request, and who we are. */
export interface Target {
  readonly repository: Repository;
  readonly facts: Facts;
  readonly app: number;
}

/**
 * Does what the plan says, in its order: each action is compared with what is there, and only the difference is
 * written, so that applying twice changes nothing. A refused action stops the ones after it.
 */
export async function applyActions(
  client: Client,
  target: Target,
  actions: readonly Action[],
): Promise<Applied[]> {
  const done: Applied[] = [];
  for (const action of actions) {
    const applied = await applyAction(client, target, action);
    done.push(applied);
    if (applied.outcome === 'ditolak') break;
  }
  return done;
}

async function applyAction(client: Client, target: Target, action: Action): Promise<Applied> {
  switch (action.kind) {
    case 'check':
      return { kind: 'check', outcome: await applyCheck(client, target.repository, action) };
    case 'comment':
      return { kind: 'comment', outcome: await applyBoard(client, target, action.body) };
    case 'label':
      return applyLabel(client, target, action.label);
    case 'merge':
      return applyMerge(client, target, action);
    case 'updateBranch':
      return applyUpdate(client, target, action.head);
    case 'deleteBranch':
      return applyDelete(client, target, action.ref, action.head);
    case 'reopen':
      return applyReopen(client, target, action);
    case 'note':
      return { kind: 'note', outcome: await applyNote(client, target, action.note) };
    case 'report':
      return {
        kind: 'report',
        outcome: await applyReport(client, target.repository, target.app, action.report),
      };
    case 'restore':
      return applyRestore(client, target, action.restoration);
  }
}

/** GitHub sends line ends as it likes. */
const same = (a: string, b: string) => a.replaceAll('\r\n', '\n').trim() === b.trim();

/** The one comment that is kept up to date. */
async function applyBoard(client: Client, target: Target, text: string): Promise<Applied['outcome']> {
  const body = `${boardMarker}\n${text}`;
  const [old, ...more] = target.facts.comments.filter(
    (comment) => comment.by?.id === target.app && comment.body.startsWith(boardMarker),
  );
  const rewrite = (id: string, words: string) =>
    client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      ...target.repository,
      comment_id: Number(id),
      body: words,
    });
  // The server may have answered with an older state when the first was looked for.
  for (const { id } of more) await rewrite(id, 'Posisi terkini: lihat komentar Paraf yang pertama di atas.');
  if (old !== undefined && same(old.body, body)) return more.length === 0 ? 'sama' : 'dilakukan';
  if (old === undefined) await writeComment(client, target.repository, target.facts.number, body);
  else await rewrite(old.id, body);
  return 'dilakukan';
}

const statusPrefix = 'decap-cms/';

/** Swaps Decap's status label in one call: an item without exactly one falls off Decap's board. */
async function applyLabel(client: Client, target: Target, label: StatusLabel): Promise<Applied> {
  const { labels, number } = target.facts;
  const wanted = [...labels.filter((name) => !name.startsWith(statusPrefix)), label];
  const isThere = labels.includes(label) && labels.length === wanted.length;
  if (isThere) return { kind: 'label', outcome: 'sama' };
  const { data } = await client.request('PUT /repos/{owner}/{repo}/issues/{issue_number}/labels', {
    ...target.repository,
    issue_number: number,
    labels: wanted,
  });
  const now = (data as readonly { name: string }[]).map(({ name }) => name);
  return now.filter((name) => name.startsWith(statusPrefix)).join() === label
    ? { kind: 'label', outcome: 'dilakukan' }
    : { kind: 'label', outcome: 'ditolak', detail: `label sekarang: ${now.join(', ')}` };
}

async function applyMerge(
  client: Client,
  target: Target,
  action: Extract<Action, { kind: 'merge' }>,
): Promise<Applied> {
  if (target.facts.state === 'MERGED') return { kind: 'merge', outcome: 'sama' };
  try {
    const { data } = await client.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', {
      ...target.repository,
      pull_number: target.facts.number,
      merge_method: 'squash',
      // The platform merges this head or nothing (409).
      sha: action.head,
      commit_title: action.title,
      commit_message: action.message,
      request: { retries: 0 },
    });
    return { kind: 'merge', outcome: 'dilakukan', commit: (data as { sha: string }).sha };
  } catch (error) {
    return refusedBy(error, 'merge', [403, 405, 409, 422]);
  }
}
