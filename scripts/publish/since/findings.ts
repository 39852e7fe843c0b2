import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Git } from '../git.ts';
import { openPrepared } from '../index/database.ts';
import { verify, type Verification } from '../verify.ts';
import { advance } from './advance.ts';
import { readProven, type Proven } from './proven.ts';

/** What is left out now, and the commit of `main` at which it is. */
export type Findings = Pick<Verification, 'main' | 'findings'>;

/**
 * What `verify` finds on `main`, at the cost of what came since the last publication; whatever cannot be judged by that
 * is verified whole. Nothing is kept: a publication alone says what is proven, and one that failed has changed nothing
 * of it.
 *
 * @param index file of the index of what is published
 */
export async function findingsNow(git: Git, index: string): Promise<Findings> {
  return (await findingsSince(git, index)) ?? (await verify(git));
}

async function findingsSince(git: Git, index: string): Promise<Findings | null> {
  const database = openIfWhole(index);
  if (database === null) return null;
  try {
    const since = provenIn(database);
    const advanced = since === null ? null : await advance(git, database, since);
    return advanced === null || 'reason' in advanced
      ? null
      : { main: advanced.proven.main, findings: advanced.findings };
  } finally {
    database.close();
  }
}

/** An index that cannot be read proves nothing; the next publication makes another. */
function openIfWhole(index: string): DatabaseSync | null {
  try {
    return existsSync(index) ? openPrepared(index) : null;
  } catch {
    return null;
  }
}

/** All that follows is read as it stands now, whatever a publication writes meanwhile. */
function provenIn(database: DatabaseSync): Proven | null {
  try {
    database.exec('BEGIN');
    const since = readProven(database);
    return 'reason' in since ? null : since;
  } catch {
    return null;
  }
}
