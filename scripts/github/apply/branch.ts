import type { Action } from '../../core/plan.ts';
import { headOf } from '../branch.ts';
import { noCommit } from '../read/activity.ts';
import type { Client, Repository } from '../read/client.ts';
import type { Applied, Target } from './actions.ts';
import { applyNote } from './note.ts';
import { refusedBy } from './refused.ts';

/** Brings the branch up to date with `main`. */
export async function applyUpdate(client: Client, target: Target, head: string): Promise<Applied> {
  try {
    await client.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch', {
      ...target.repository,
      pull_number: target.facts.number,
      expected_head_sha: head,
    });
    return { kind: 'updateBranch', outcome: 'dilakukan' };
  } catch (error) {
    // A conflict, or the head moved: the comment says what a person can do.
    return refusedBy(error, 'updateBranch', [403, 422]);
  }
}

/** Takes a branch away that still stands where it stood and that nobody works on. */
export async function applyDelete(
  client: Client,
  target: Target,
  ref: string,
  head: string,
): Promise<Applied> {
  const now = await headOf(client, target.repository, ref);
  // Somebody works on it again: leave it.
  if (now !== head || (await isInUse(client, target.repository, ref)))
    return { kind: 'deleteBranch', outcome: 'sama' };
  try {
    await client.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', {
      ...target.repository,
      ref: `heads/${ref}`,
    });
    return { kind: 'deleteBranch', outcome: 'dilakukan' };
  } catch (error) {
    return refusedBy(error, 'deleteBranch', [403, 404, 409, 422]);
  }
}

async function isInUse(client: Client, { owner, repo }: Repository, ref: string): Promise<boolean> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/pulls', {
    owner,
    repo,
    state: 'open',
    head: `${owner}:${ref}`,
  });
  return (data as readonly unknown[]).length > 0;
}

/** Opens a closed pull request again, and asks why it was closed. */
export async function applyReopen(
  client: Client,
  target: Target,
  action: Extract<Action, { kind: 'reopen' }>,
): Promise<Applied> {
  const { repository, facts } = target;
  const now = await headOf(client, repository, action.ref);
  try {
    // Decap closes and deletes the branch: without it nothing can be reopened.
    if (now === null || now === noCommit)
      await client.request('POST /repos/{owner}/{repo}/git/refs', {
        ...repository,
        ref: `refs/heads/${action.ref}`,
        sha: action.head,
      });
    await client.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...repository,
      pull_number: facts.number,
      state: 'open',
    });
  } catch (error) {
    return refusedBy(error, 'reopen', [403, 422]);
  }
  await applyNote(client, target, action.question);
  return { kind: 'reopen', outcome: 'dilakukan' };
}
