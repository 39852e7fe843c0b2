import type { DatabaseSync } from 'node:sqlite';
import type { Issue } from '../../core/issue.ts';
import type { LedgerEntry } from '../../core/ledger.ts';
import { IndexFault } from './build-index.ts';
import { inTransaction } from './database.ts';
import { openHistory } from './history.ts';
import type { Numbered } from './publication.ts';
import { openRows } from './rows.ts';
import { changesSinceShown, type RowChange } from './shown.ts';
import { settledState, stateBefore, writeState, type State } from './state.ts';
import { factsOf, makePublished, writeMade, type Source } from './write-published.ts';

/** What came to the ledger since the index was brought up to date. */
export interface Addition extends Source {
  /** New entries, in order. One of the system is none of them: it needs a whole index. */
  readonly entries: readonly Numbered[];
  /** Addresses at which something else is published than before, each with its latest entry; null: nothing any more. */
  readonly changes: readonly { readonly path: string; readonly after: LedgerEntry | null }[];
  readonly state: State;
}

/**
 * Brings an index that was up to date to what came since, in one transaction: costs what came, however much the ledger
 * has.
 *
 * @returns every row that is another one than in the portal that is live
 * @throws IndexFault naming everything that cannot be shown; then nothing is changed
 */
export function applyEntries(database: DatabaseSync, addition: Addition): RowChange[] {
  return inTransaction(database, () => {
    const before = stateBefore(database);
    const history = openHistory(database);
    for (const one of addition.entries) history.add(one);
    const rows = openRows(database);
    const issues: Issue[] = [];
    for (const { path, after } of addition.changes) {
      if (after?.jenis === 'sistem') throw new Error('an entry of the system needs a whole index');
      const published = { path, entry: after, earlier: history.of(path).slice(0, -1) };
      if (after === null) rows.remove(path);
      else issues.push(...writeMade(rows, factsOf(published, addition), makePublished(published, addition)));
    }
    if (issues.length > 0) throw new IndexFault(issues);
    rows.finish();
    writeState(database, settledState(database, before, addition.state));
    return changesSinceShown(database);
  });
}
