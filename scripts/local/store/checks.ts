import type { Local } from '../local.ts';
import type { CheckRunRow, StatusRow } from './rows.ts';

/** Check runs of a commit, oldest first. */
export function checkRunsOf(local: Local, sha: string): CheckRunRow[] {
  return local.db.all<CheckRunRow>('SELECT * FROM check_run WHERE head_sha = ? ORDER BY id', sha);
}

export function findCheckRun(local: Local, id: number): CheckRunRow | undefined {
  return local.db.get<CheckRunRow>('SELECT * FROM check_run WHERE id = ?', id);
}

/** Statuses of a commit, newest first. */
export function statusesOf(local: Local, sha: string): StatusRow[] {
  return local.db.all<StatusRow>('SELECT * FROM status WHERE sha = ? ORDER BY id DESC', sha);
}
