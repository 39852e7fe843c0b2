import type { Local } from '../local.ts';
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
  local.announce({ kind: 'pull', number, by: actor });
}

/** All that happened, in order. */
export function timelineOf(local: Local, number: number): TimelineItem[] {
  const sql = 'SELECT id, actor, at, data FROM timeline WHERE number = ? ORDER BY id';
  const rows = local.db.all<{ id: number; actor: number | null; at: string; data: string }>(sql, number);
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as TimelineData }));
}
