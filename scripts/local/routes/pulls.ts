import { ApiError, notFound } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import { pageOfList } from '../http/paging.ts';
import type { ApiApp } from '../http/routes.ts';
import { refOf, type Local } from '../local.ts';
import { requireWrite } from '../rules.ts';
import { addressesOf } from '../shape/addresses.ts';
import { commitJson, fileJson } from '../shape/git.ts';
import { fullPullJson, pullJson } from '../shape/pulls.ts';
import { addIssue, changeText, findPull, listPulls, pullsOfHead, setState } from '../store/issues.ts';
import { followHeld } from '../store/moves.ts';
import { commitsOfPull, detailOf, mergeBaseOf } from '../store/pull-facts.ts';
import type { PullRow } from '../store/rows.ts';
import { record } from '../store/timeline.ts';
import { requireBody, requireTitle, textsOf } from './issue-text.ts';
import { branchOfLabel, numberOf, resolveCommit } from './revisions.ts';

/** `pulls`: make, list, show, change. */
export function mountPulls(app: ApiApp, local: Local): void {
  app.get('/pulls', (c) => {
    const state = c.req.query('state') ?? 'open';
    const base = c.req.query('base');
    const head = c.req.query('head');
    const branch =
      head === undefined ? undefined : head.includes(':') ? head.slice(head.indexOf(':') + 1) : null;
    const oldestFirst = c.req.query('direction') === 'asc';
    const found = listPulls(local).filter(
      (pull) =>
        (state === 'all' || pull.state === state) &&
        (base === undefined || pull.base_ref === base) &&
        // GitHub passes over a `head` without an owner.
        (branch === undefined || branch === null || pull.head_ref === branch),
    );
    if (c.req.query('sort') === 'updated') found.sort((a, b) => b.updated_at.localeCompare(a.updated_at));
    const at = addressesOf(c, local);
    return c.json(
      pageOfList(c, oldestFirst ? found.reverse() : found, (pull) =>
        pullJson(local, at, c.get('account'), pull),
      ),
    );
  });

  app.post('/pulls', async (c) => {
    const account = c.get('account');
    requireWrite(account);
    const body = await readBody(c);
    const title = requireTitle(body.text('title'));
    const text = requireBody(body.optionalText('body') ?? null);
    const headRef = branchOfLabel(local, body.text('head'));
    const baseRef = body.text('base');
    return local.locks.hold(refOf(headRef), async () => {
      const head = await followHeld(local, refOf(headRef));
      if (!head) throw pullFault('head', 'invalid');
      const base = await resolveCommit(local, `refs/heads/${baseRef}`).catch(() => undefined);
      if (!base) throw pullFault('base', 'invalid');
      if ((await local.repository.mergeBase(base, head)) === undefined)
        throw pullFault('head', 'custom', `The ${headRef} branch has no history in common with ${baseRef}`);
      const open = pullsOfHead(local, headRef).find(
        (pull) => pull.state === 'open' && pull.base_ref === baseRef,
      );
      if (open)
        throw pullFault('head', 'custom', `A pull request already exists for ${local.owner}:${headRef}.`);
      const commits = (await local.repository.history(head, { not: [base], limit: 250 })).toReversed();
      if (commits.length === 0)
        throw pullFault('head', 'custom', `No commits between ${baseRef} and ${headRef}`);
      const number = local.db.transaction(() => {
        const added = addIssue(local, account.id, title, text);
        local.db.insert('pull', {
          number: added,
          head_ref: headRef,
          base_ref: baseRef,
          head_sha: head,
          base_sha: base,
          draft: body.flag('draft') ? 1 : 0,
        });
        for (const sha of commits) record(local, added, account.id, { event: 'committed', sha });
        local.announce({ event: 'pull_request', action: 'opened', number: added, by: account.id });
        return added;
      });
      return c.json(await showPull(number), 201);

      async function showPull(added: number) {
        const pull = findPull(local, added)!;
        return fullPullJson(local, addressesOf(c, local), account, pull, await detailOf(local, pull));
      }
    });
  });

  app.get('/pulls/:number', async (c) => {
    const pull = await currentPull(local, c.req.param('number'));
    return c.json(
      fullPullJson(local, addressesOf(c, local), c.get('account'), pull, await detailOf(local, pull)),
    );
  });

  app.patch('/pulls/:number', async (c) => {
    const account = c.get('account');
    requireWrite(account);
    const body = await readBody(c);
    const { number, head_ref } = await currentPull(local, c.req.param('number'));
    await local.locks.hold(refOf(head_ref), async () => {
      const pull = findPull(local, number)!;
      const state = body.optionalText('state');
      if (state !== undefined && state !== 'open' && state !== 'closed') throw pullFault('state', 'invalid');
      if (body.has('base') && body.get('base') !== pull.base_ref)
        throw new ApiError(422, 'Changing the base of a pull request is not served locally.');
      const reopened =
        state === 'open' && pull.state === 'closed' ? await reopenFacts(local, pull) : undefined;
      local.db.transaction(() => {
        changeText(local, pull, account.id, textsOf(body));
        if (reopened) local.db.update('pull', 'number', number, { head_sha: reopened.head });
        for (const sha of reopened?.commits ?? [])
          record(local, number, account.id, { event: 'committed', sha });
        if (state !== undefined) setState(local, pull, account.id, state, local.now(), null);
      });
    });
    const pull = findPull(local, number)!;
    return c.json(fullPullJson(local, addressesOf(c, local), account, pull, await detailOf(local, pull)));
  });

  app.get('/pulls/:number/files', async (c) => {
    const pull = await currentPull(local, c.req.param('number'));
    const files = await local.repository.changedFiles(await mergeBaseOf(local, pull), pull.head_sha);
    const at = addressesOf(c, local);
    return c.json(pageOfList(c, files.slice(0, 3000), (file) => fileJson(at, pull.head_sha, file)));
  });

  app.get('/pulls/:number/commits', async (c) => {
    const pull = await currentPull(local, c.req.param('number'));
    const commits = await commitsOfPull(local, pull);
    const at = addressesOf(c, local);
    return c.json(pageOfList(c, commits, (commit) => commitJson(local, at, commit)));
  });
}

/** The pull request, after what happened to its branch behind the server's back is recorded. */
export async function currentPull(local: Local, number: string): Promise<PullRow> {
  const pull = findPull(local, numberOf(number));
  if (!pull) throw notFound();
  if (pull.state === 'closed') return pull;
  await local.locks.hold(refOf(pull.head_ref), () => followHeld(local, refOf(pull.head_ref)));
  return findPull(local, pull.number)!;
}

/** Where a closed pull request's branch stands now. GitHub opens none whose branch is gone or was rewritten. */
async function reopenFacts(local: Local, pull: PullRow) {
  const refuse = (message: string) =>
    new ApiError(422, 'Validation Failed', [
      {
        resource: 'PullRequest',
        field: 'state',
        code: 'invalid',
        message: `state cannot be changed. ${message}`,
      },
    ]);
  if (pull.merged_at !== null) throw refuse('The pull request is merged.');
  const head = await followHeld(local, refOf(pull.head_ref));
  if (!head) throw refuse(`The ${pull.head_ref} branch has been deleted.`);
  if (!(await local.repository.isAncestor(pull.head_sha, head)))
    throw refuse(`The ${pull.head_ref} branch was force-pushed or recreated.`);
  if (pullsOfHead(local, pull.head_ref).some((other) => other.state === 'open'))
    throw refuse(`There is already an open pull request from ${pull.head_ref}.`);
  return { head, commits: (await local.repository.history(head, { not: [pull.head_sha] })).toReversed() };
}

function pullFault(field: string, code: string, message?: string): ApiError {
  const fault = { resource: 'PullRequest', field, code, ...(message ? { message } : {}) };
  return new ApiError(422, message ? `Validation Failed: ${message}` : 'Validation Failed', [fault]);
}
