import type { DatabaseSync } from 'node:sqlite';
import type { Issue } from '../../core/issue.ts';
import { IndexFault } from './build-index.ts';
import { inTransaction } from './database.ts';
import { openHistory } from './history.ts';
import type { Numbered, Published } from './publication.ts';
import { openRows } from './rows.ts';
import { changesSinceShown, type RowChange } from './shown.ts';
import { settledState, stateBefore, writeState, type State } from './state.ts';
import { writePublished, type Source } from './write-published.ts';

/** What came to the ledger since the index was brought up to date. */
export interface Addition extends Source {
  /** New entries, in order. One of the system is none of them: it needs a whole index. */
  readonly entries: readonly Numbered[];
  readonly state: State;
}

/**
 * Brings an index that was up to date to what a few new entries say, in one transaction: costs these entries, however
 * many the ledger has.
 *
 * @returns every row that is another one than in the portal that is live
 * @throws IndexFault naming everything that cannot be shown; then nothing is changed
 */
export function applyEntries(database: DatabaseSync, addition: Addition): RowChange[] {
  return inTransaction(database, () => {
    const before = stateBefore(database);
    const rows = openRows(database);
    const issues: Issue[] = [];
    for (const published of latestOf(database, addition.entries))
      issues.push(...writePublished(rows, published, addition));
    if (issues.length > 0) throw new IndexFault(issues);
    rows.finish();
    writeState(database, settledState(database, before, addition.state));
    return changesSinceShown(database);
  });
}

/** Records new entries; of those for one path, the last one counts. */
function latestOf(database: DatabaseSync, entries: readonly Numbered[]): Published[] {
  const history = openHistory(database);
  const latest = new Map<string, Published>();
  for (const { number, entry } of entries) {
    if (entry.jenis === 'sistem') throw new Error('an entry of the system needs a whole index');
    latest.set(entry.path, { path: entry.path, entry, earlier: history.before(entry.path, number) });
    history.add({ number, entry });
  }
  return [...latest.values()];
}
