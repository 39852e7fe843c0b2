import { accountOf, type Local } from '../local.ts';
import type { CommentRow, IssueRow, LabelRow, PullRow, ReviewRow, ReviewState } from './rows.ts';
import { record } from './timeline.ts';

/** Decap's label for a draft whose author asks for a review. */
export const reviewLabel = 'decap-cms/pending_review';
/** First line of a comment review that submits. */
export const submitWord = '/ajukan';

const pullColumns = `SELECT issue.*, pull.head_ref, pull.base_ref, pull.head_sha, pull.base_sha, pull.draft,
  pull.submitted, pull.merged_at, pull.merged_by, pull.merge_commit, pull.delete_head
  FROM pull JOIN issue USING (number)`;

export function findIssue(local: Local, number: number): IssueRow | undefined {
  return local.db.get<IssueRow>('SELECT * FROM issue WHERE number = ?', number);
}

export function findPull(local: Local, number: number): PullRow | undefined {
  return local.db.get<PullRow>(`${pullColumns} WHERE number = ?`, number);
}

/** Pull requests, newest first. */
export function listPulls(local: Local): PullRow[] {
  return local.db.all<PullRow>(`${pullColumns} ORDER BY number DESC`);
}

/** Pull requests from that branch, newest first. */
export function pullsOfHead(local: Local, headRef: string): PullRow[] {
  return local.db.all<PullRow>(`${pullColumns} WHERE head_ref = ? ORDER BY number DESC`, headRef);
}

/** Issues and pull requests, newest first. */
export function listIssues(local: Local): IssueRow[] {
  return local.db.all<IssueRow>('SELECT * FROM issue ORDER BY number DESC');
}

/** Adds an issue; its number is never used again. */
export function addIssue(local: Local, author: number, title: string, body: string | null): number {
  const now = local.now();
  const row = { title, body, state: 'open', author, created_at: now, updated_at: now };
  return local.db.insert('issue', row);
}

/** Closes an issue or pull request, or opens it again. No-op when it is so already. */
export function setState(
  local: Local,
  issue: IssueRow,
  actor: number | null,
  state: 'open' | 'closed',
  at = local.now(),
  reason: string | null = state === 'open' ? 'reopened' : 'completed',
): void {
  if (issue.state === state) return;
  const closed = state === 'closed';
  local.db.update('issue', 'number', issue.number, {
    state,
    state_reason: reason,
    closed_at: closed ? at : null,
    closed_by: closed ? actor : null,
  });
  record(local, issue.number, actor, { event: closed ? 'closed' : 'reopened' }, at);
}

/** Gives an issue or pull request another title or text. Only what really changes is recorded and told. */
export function changeText(
  local: Local,
  { number, title, body }: IssueRow,
  actor: number,
  next: { readonly title?: string | undefined; readonly body?: string | null | undefined },
): void {
  const to = next.title ?? title;
  const isRewritten = next.body !== undefined && next.body !== body;
  if (to === title && !isRewritten) return;
  const text = isRewritten ? { body: next.body } : {};
  local.db.update('issue', 'number', number, { title: to, ...text, updated_at: local.now() });
  if (to !== title) record(local, number, actor, { event: 'renamed', from: title, to });
  local.announce({
    event: findPull(local, number) === undefined ? 'issues' : 'pull_request',
    action: 'edited',
    number,
    changes: {
      ...(to === title ? {} : { title: { from: title } }),
      ...(isRewritten ? { body: { from: body ?? '' } } : {}),
    },
    by: actor,
  });
}

export function labelsOf(local: Local, number: number): LabelRow[] {
  const sql = `SELECT label.* FROM label JOIN issue_label ON issue_label.label = label.id
    WHERE issue_label.number = ? ORDER BY label.name`;
  return local.db.all<LabelRow>(sql, number);
}

export function findLabel(local: Local, name: string): LabelRow | undefined {
  return local.db.get<LabelRow>('SELECT * FROM label WHERE name = ?', name);
}

/** Gives an issue exactly these labels. Only what really changes is recorded; unknown labels are made. */
export function setLabels(local: Local, number: number, actor: number, names: readonly string[]): void {
  local.db.transaction(() => {
    const before = labelsOf(local, number);
    const wanted = [...new Set(names)].map((name) => findLabel(local, name) ?? addLabel(local, name));
    const wantedIds = new Set(wanted.map((label) => label.id));
    for (const label of before.filter((old) => !wantedIds.has(old.id))) {
      local.db.run('DELETE FROM issue_label WHERE number = ? AND label = ?', number, label.id);
      record(local, number, actor, { event: 'unlabeled', name: label.name, color: label.color });
    }
    const beforeIds = new Set(before.map((label) => label.id));
    for (const label of wanted) {
      if (beforeIds.has(label.id)) continue;
      beforeIds.add(label.id);
      local.db.insert('issue_label', { number, label: label.id });
      record(local, number, actor, { event: 'labeled', name: label.name, color: label.color });
      if (label.name === reviewLabel) markSubmitted(local, number);
    }
  });
}

/** Adds a label to the repository. */
export function addLabel(
  local: Local,
  name: string,
  color = 'ededed',
  description: string | null = null,
): LabelRow {
  const id = local.db.insert('label', { name, color, description });
  return { id, name, color, description };
}

export function commentsOf(local: Local, number: number): CommentRow[] {
  return local.db.all<CommentRow>('SELECT * FROM comment WHERE number = ? ORDER BY id', number);
}

export function findComment(local: Local, id: number): CommentRow | undefined {
  return local.db.get<CommentRow>('SELECT * FROM comment WHERE id = ?', id);
}

export function addComment(local: Local, number: number, author: number, body: string): CommentRow {
  return local.db.transaction(() => {
    const now = local.now();
    const id = local.db.insert('comment', { number, author, body, created_at: now, updated_at: now });
    record(local, number, author, { event: 'commented', comment: id });
    return findComment(local, id)!;
  });
}

export function reviewsOf(local: Local, number: number): ReviewRow[] {
  return local.db.all<ReviewRow>('SELECT * FROM review WHERE number = ? ORDER BY id', number);
}

export function findReview(local: Local, number: number, id: number): ReviewRow | undefined {
  return local.db.get<ReviewRow>('SELECT * FROM review WHERE number = ? AND id = ?', number, id);
}

export function addReview(
  local: Local,
  pull: PullRow,
  author: number,
  review: { readonly state: ReviewState; readonly body: string; readonly commit: string },
): ReviewRow {
  return local.db.transaction(() => {
    const { state, body, commit } = review;
    const row = { number: pull.number, author, state, body, commit_id: commit, submitted_at: local.now() };
    const id = local.db.insert('review', row);
    record(local, pull.number, author, { event: 'reviewed', review: id });
    if (body.split('\n')[0]!.trim().startsWith(submitWord)) markSubmitted(local, pull.number);
    return findReview(local, pull.number, id)!;
  });
}

/** What was once submitted is never thrown away, whatever its labels say later. */
function markSubmitted(local: Local, number: number): void {
  local.db.run('UPDATE pull SET submitted = 1 WHERE number = ?', number);
}

/** GitHub's word for what a person is to the repository. */
export function associationOf(local: Local, author: number): 'MEMBER' | 'NONE' {
  return accountOf(local, author).permission === 'read' ? 'NONE' : 'MEMBER';
}
