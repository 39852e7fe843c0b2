import { ApiError, notFound } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import { pageOfList } from '../http/paging.ts';
import type { ApiApp } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { addressesOf } from '../shape/addresses.ts';
import { commentJson, issueJson } from '../shape/issues.ts';
import { timelineJson } from '../shape/timeline.ts';
import {
  addComment,
  addIssue,
  changeText,
  commentsOf,
  findComment,
  findIssue,
  findPull,
  labelsOf,
  listIssues,
  setLabels,
  setState,
} from '../store/issues.ts';
import { commitsOfPull } from '../store/pull-facts.ts';
import type { CommentRow, IssueRow } from '../store/rows.ts';
import { timelineOf } from '../store/timeline.ts';
import { requireBody, requireTitle, textsOf } from './issue-text.ts';
import { numberOf } from './revisions.ts';

/** `issues`, their comments and timeline. Pull requests are issues too. */
export function mountIssues(app: ApiApp, local: Local): void {
  app.get('/issues', (c) => {
    const state = c.req.query('state') ?? 'open';
    const labels = (c.req.query('labels') ?? '').split(',').filter(Boolean);
    const found = listIssues(local).filter((issue) => {
      const names = new Set(labelsOf(local, issue.number).map((label) => label.name));
      return (state === 'all' || issue.state === state) && labels.every((name) => names.has(name));
    });
    const at = addressesOf(c, local);
    return c.json(pageOfList(c, found, (issue) => issueJson(local, at, issue)));
  });

  app.post('/issues', async (c) => {
    const account = c.get('account');
    const body = await readBody(c);
    const title = requireTitle(body.text('title'));
    const text = requireBody(body.optionalText('body') ?? null);
    const labels = body.textList('labels');
    const number = local.db.transaction(() => {
      const added = addIssue(local, account.id, title, text);
      local.announce({ event: 'issues', action: 'opened', number: added, by: account.id });
      setLabels(local, added, account.id, labels);
      return added;
    });
    return c.json(issueJson(local, addressesOf(c, local), findIssue(local, number)!), 201);
  });

  app.get('/issues/:number', (c) => {
    const issue = mustIssue(local, c.req.param('number'));
    return c.json(issueJson(local, addressesOf(c, local), issue));
  });

  app.patch('/issues/:number', async (c) => {
    const account = c.get('account');
    const issue = mustIssue(local, c.req.param('number'));
    const body = await readBody(c);
    const state = body.optionalText('state');
    if (state !== undefined && state !== 'open' && state !== 'closed')
      throw new ApiError(422, 'Validation Failed', [{ resource: 'Issue', field: 'state', code: 'invalid' }]);
    if (state !== undefined && state !== issue.state && findPull(local, issue.number))
      throw new ApiError(422, 'The state of a pull request is changed at PATCH /pulls/{number}.');
    requireAuthor(issue.author, account.id, account.permission);
    local.db.transaction(() => {
      changeText(local, issue, account.id, textsOf(body));
      if (body.has('labels')) setLabels(local, issue.number, account.id, body.textList('labels'));
      const reason = body.optionalText('state_reason');
      if (state !== undefined) setState(local, issue, account.id, state, local.now(), reason);
    });
    return c.json(issueJson(local, addressesOf(c, local), findIssue(local, issue.number)!));
  });

  app.get('/issues/:number/comments', (c) => {
    const issue = mustIssue(local, c.req.param('number'));
    const at = addressesOf(c, local);
    return c.json(
      pageOfList(c, commentsOf(local, issue.number), (comment) => commentJson(local, at, comment)),
    );
  });

  app.post('/issues/:number/comments', async (c) => {
    const issue = mustIssue(local, c.req.param('number'));
    const body = requireBody((await readBody(c)).text('body'));
    const comment = addComment(local, issue.number, c.get('account').id, body);
    return c.json(commentJson(local, addressesOf(c, local), comment), 201);
  });

  app.get('/issues/comments/:id', (c) =>
    c.json(commentJson(local, addressesOf(c, local), mustComment(local, c.req.param('id')))),
  );

  app.patch('/issues/comments/:id', async (c) => {
    const account = c.get('account');
    const comment = mustComment(local, c.req.param('id'));
    requireAuthor(comment.author, account.id, account.permission);
    const body = requireBody((await readBody(c)).text('body'));
    local.db.transaction(() => {
      local.db.update('comment', 'id', comment.id, { body, updated_at: local.now() });
      const { id, number, body: from } = comment;
      const about = { number, comment: id, by: account.id };
      local.announce({ event: 'issue_comment', action: 'edited', ...about, changes: { body: { from } } });
    });
    return c.json(commentJson(local, addressesOf(c, local), findComment(local, comment.id)!));
  });

  app.get('/issues/:number/timeline', async (c) => {
    const issue = mustIssue(local, c.req.param('number'));
    const pull = findPull(local, issue.number);
    const standing = new Set((pull ? await commitsOfPull(local, pull) : []).map((commit) => commit.oid));
    const items = timelineOf(local, issue.number).filter(
      ({ data }) => data.event !== 'committed' || standing.delete(data.sha),
    );
    const at = addressesOf(c, local);
    const page = pageOfList(c, items, (item) => timelineJson(local, at, issue.number, item));
    return c.json((await Promise.all(page)).filter((item) => item !== undefined));
  });
}

function mustIssue(local: Local, number: string): IssueRow {
  const issue = findIssue(local, numberOf(number));
  if (!issue) throw notFound();
  return issue;
}

function mustComment(local: Local, id: string): CommentRow {
  const comment = findComment(local, numberOf(id));
  if (!comment) throw notFound();
  return comment;
}

/** Texts are changed by who wrote them; an administrator may, as on GitHub. */
function requireAuthor(author: number, account: number, permission: string): void {
  if (author !== account && permission !== 'admin')
    throw new ApiError(
      403,
      'Must have admin rights to Repository. Hanya penulisnya yang boleh mengubah teks ini.',
    );
}
