import { ApiError } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import type { ApiApp } from '../http/routes.ts';
import { accountOf, refOf, type Local } from '../local.ts';
import { requireBranchWrite, requireMerge } from '../rules.ts';
import { addressesOf } from '../shape/addresses.ts';
import { emailOf } from '../shape/people.ts';
import { checkRunsOf } from '../store/checks.ts';
import { findPull } from '../store/issues.ts';
import { followHeld, moveRef } from '../store/moves.ts';
import { deleteMergedHeads } from '../store/recovery.ts';
import type { PullRow } from '../store/rows.ts';
import { currentPull } from './pulls.ts';
import { numberOf } from './revisions.ts';

/** `pulls/{n}/merge` and `pulls/{n}/update-branch`. */
export function mountMerge(app: ApiApp, local: Local): void {
  app.get('/pulls/:number/merge', (c) => {
    const merged = Boolean(findPull(local, numberOf(c.req.param('number')))?.merged_at);
    return merged ? c.body(null, 204) : c.json({ message: 'Not Found' }, 404);
  });

  app.put('/pulls/:number/merge', async (c) => {
    const account = c.get('account');
    const body = await readBody(c);
    const { number, head_ref, base_ref } = await currentPull(local, c.req.param('number'));
    const method = body.optionalText('merge_method') ?? 'merge';
    // Both branches stand still: what is checked is what is merged.
    const sha = await local.locks.hold(refOf(head_ref), () =>
      local.locks.hold(refOf(base_ref), async () => {
        await followHeld(local, refOf(head_ref));
        const pull = findPull(local, number)!;
        requireMerge(local, account, pull, method, checkRunsOf(local, pull.head_sha));
        const wanted = body.optionalText('sha');
        if (wanted !== undefined && wanted !== pull.head_sha)
          throw new ApiError(409, 'Head branch was modified. Review and try the merge again.');
        const title = body.optionalText('commit_title') ?? `${pull.title} (#${number})`;
        const message = body.optionalText('commit_message') ?? '';
        return squash(local, pull, account.id, message === '' ? title : `${title}\n\n${message}`);
      }),
    );
    await deleteMergedHeads(local);
    return c.json({ sha, merged: true, message: 'Pull Request successfully merged' });
  });

  app.put('/pulls/:number/update-branch', async (c) => {
    const account = c.get('account');
    const body = await readBody(c);
    const { number, head_ref } = await currentPull(local, c.req.param('number'));
    const ref = refOf(head_ref);
    requireBranchWrite(local, account, ref);
    await local.locks.hold(ref, async () => {
      const head = await followHeld(local, ref);
      const pull = findPull(local, number)!;
      if (!head || pull.state === 'closed') throw new ApiError(422, 'Pull request is closed');
      const expected = body.optionalText('expected_head_sha');
      if (expected !== undefined && expected !== head)
        throw new ApiError(422, `expected head sha didn’t match current head ref.`);
      const base = await mustBase(local, pull);
      if (await local.repository.isAncestor(base, head))
        throw new ApiError(422, 'There are no new commits on the base branch.');
      const tree = await local.repository.mergeTree(base, head);
      if (!tree) throw new ApiError(422, 'merge conflict between base and head');
      const who = signatureOf(local, account.id);
      const message = `Merge branch '${pull.base_ref}' into ${pull.head_ref}`;
      const after = await local.repository.writeCommit({
        tree,
        parents: [head, base],
        author: who,
        committer: who,
        message,
      });
      if (!(await moveRef(local, { ref, before: head, after, actor: account.id })))
        throw new ApiError(422, 'Head branch was modified. Review and try again.');
    });
    const url = `${addressesOf(c, local).repo}/pulls/${number}`;
    return c.json({ message: 'Updating pull request branch.', url }, 202);
  });
}

async function squash(local: Local, pull: PullRow, actor: number, message: string): Promise<string> {
  const ref = refOf(pull.base_ref);
  const before = await followHeld(local, ref);
  const tree = before && (await local.repository.mergeTree(before, pull.head_sha));
  if (!before || !tree)
    throw new ApiError(
      405,
      'Pull Request is not mergeable. Isinya bertentangan dengan "main" yang sudah berubah; perbarui cabangnya dahulu.',
    );
  const author = signatureOf(local, pull.author);
  const committer = signatureOf(local, actor);
  const after = await local.repository.writeCommit({ tree, parents: [before], author, committer, message });
  if (!(await moveRef(local, { ref, before, after, actor, merges: pull.number })))
    throw new ApiError(405, 'Base branch was modified. Review and try the merge again.');
  return after;
}

async function mustBase(local: Local, pull: PullRow): Promise<string> {
  const base = await local.repository.refOid(refOf(pull.base_ref));
  if (!base) throw new ApiError(422, `Branch ${pull.base_ref} does not exist.`);
  return base;
}

function signatureOf(local: Local, id: number) {
  const account = accountOf(local, id);
  const seconds = Math.floor(local.clock.now() / 1000);
  return { name: account.name, email: emailOf(account), seconds, zone: '+0000' };
}
