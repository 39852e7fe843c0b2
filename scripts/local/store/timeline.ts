import type { Change, Local } from '../local.ts';
import type { TimelineData, TimelineItem } from './rows.ts';

/** Records that something happened to an issue or pull request, now or at a known time, and tells the listeners. */
export function record(
  local: Local,
  number: number,
  actor: number | null,
  data: TimelineData,
  at = local.now(),
): void {
  local.db.insert('timeline', { number, event: data.event, actor, at, data: JSON.stringify(data) });
  local.db.update('issue', 'number', number, { updated_at: at });
  const change = changeOf(local, number, actor, data);
  if (change !== null) local.announce(change);
}

/** The webhook of what was recorded. Moves of a branch are told once by who records them, however many commits. */
function changeOf(local: Local, number: number, by: number | null, data: TimelineData): Change | null {
  const isPull =
    local.db.get<{ number: number }>('SELECT number FROM pull WHERE number = ?', number) !== undefined;
  const event = isPull ? 'pull_request' : 'issues';
  switch (data.event) {
    case 'commented':
      return { event: 'issue_comment', action: 'created', number, comment: data.comment, by };
    case 'reviewed':
      return { event: 'pull_request_review', action: 'submitted', number, review: data.review, by };
    case 'review_dismissed':
      return { event: 'pull_request_review', action: 'dismissed', number, review: data.review, by };
    case 'labeled':
    case 'unlabeled':
    case 'closed':
    case 'reopened':
      return { event, action: data.event, number, by };
    // Told with the text, by who changed both.
    case 'renamed':
    case 'committed':
    case 'head_ref_force_pushed':
    case 'head_ref_deleted':
    case 'merged':
      return null;
  }
}

/** All that happened, in order. */
export function timelineOf(local: Local, number: number): TimelineItem[] {
  const sql = 'SELECT id, actor, at, data FROM timeline WHERE number = ? ORDER BY id';
  const rows = local.db.all<{ id: number; actor: number | null; at: string; data: string }>(sql, number);
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as TimelineData }));
}
