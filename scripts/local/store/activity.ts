import type { Local } from '../local.ts';
import type { ActivityKind, ActivityRow } from './rows.ts';

/** What happened to branches, newest first. */
export function activityOf(
  local: Local,
  filter: { ref?: string; actor?: number; kind?: string },
): ActivityRow[] {
  const where = ['1 = 1'];
  const values: (string | number)[] = [];
  const match = (column: string, value: string | number | undefined) => {
    if (value === undefined) return;
    where.push(`${column} = ?`);
    values.push(value);
  };
  match('ref', filter.ref);
  match('actor', filter.actor);
  match('kind', filter.kind);
  const sql = `SELECT * FROM activity WHERE ${where.join(' AND ')} ORDER BY id DESC`;
  return local.db.all<ActivityRow>(sql, ...values);
}

export function addActivity(
  local: Local,
  row: { ref: string; before: string; after: string; actor: number | null; at: string; kind: ActivityKind },
): void {
  local.db.insert('activity', row);
}
