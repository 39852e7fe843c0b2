import type { DatabaseSync } from 'node:sqlite';
import { formatIssue, type Issue } from '../../core/issue.ts';
import { progressOf } from '../progress.ts';
import { fillEmpty, inTransaction } from './database.ts';
import { openHistory, type History } from './history.ts';
import { makeMany } from './make-many.ts';
import type { ItemEntry, Numbered, Published, WithdrawalEntry } from './publication.ts';
import { openRows, type RowFacts } from './rows.ts';
import { forgetShown, readShown } from './shown.ts';
import { readBase, settledState, stateBefore, writeBase, writeState, type State } from './state.ts';
import { factsOf, writeMade, type Source } from './write-published.ts';

/** What is published. */
export interface Publication extends Source {
  /** The whole ledger, in order. */
  readonly ledger: readonly Numbered[];
  /** Entries of the items that are live, each the last of its path. What was withdrawn has its page all the same. */
  readonly live: readonly ItemEntry[];
  readonly state: State;
  /** Folder that items are read from, where it is one: then the cores of the machine share what there is to make. */
  readonly root?: string | undefined;
  readonly onProgress?: ((line: string) => void) | undefined;
}

/** What an update did, by folder. */
export interface Changes {
  readonly made: readonly string[];
  readonly kept: number;
  readonly removed: readonly string[];
}

/** Items that cannot be shown as they were approved: the index stays as it was, and so does the portal. */
export class IndexFault extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    const list = issues
      .toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
      .map((issue) => `  ${formatIssue(issue)}`)
      .join('\n');
    super(`Ada butir yang tidak dapat diterbitkan, jadi portal lama tetap tayang:\n${list}`);
    this.issues = issues;
  }
}

/**
 * Brings the index to what is published: a row whose records are unchanged is kept without looking at its files, others
 * are made anew, and what is published no longer is removed. All or nothing, in one transaction.
 *
 * @throws IndexFault naming everything that cannot be shown
 */
export function buildIndex(database: DatabaseSync, publication: Publication): Changes {
  const { ledger, live, base, state } = publication;
  return inTransaction(database, () => {
    const before = stateBefore(database);
    // Another system makes every page anew: then nobody asks which rows are others.
    if (readShown(database)?.state.sistem !== state.sistem || readBase(database) !== base)
      forgetShown(database);
    const history = openHistory(database);
    history.clear();
    for (const one of ledger) history.add(one);
    const rows = openRows(database);
    const gone = rows.keys();
    const isEmpty = gone.size === 0;
    const stale: RowFacts[] = [];
    let kept = 0;
    for (const published of publishedOf(ledger, live, history)) {
      const { path } = published;
      const facts = factsOf(published, publication);
      if (gone.get(path) === facts.kunci) kept += 1;
      else stale.push(facts);
      gone.delete(path);
    }
    const issues: Issue[] = [];
    const write = () => {
      const tell = progressOf('Mengolah naskah', stale.length, publication.onProgress ?? (() => undefined));
      let done = 0;
      for (const [place, made] of makeMany(stale, publication)) {
        issues.push(...writeMade(rows, stale[place]!, made));
        tell((done += 1));
      }
    };
    if (isEmpty) fillEmpty(database, write);
    else write();
    if (issues.length > 0) throw new IndexFault(issues);
    for (const path of gone.keys()) rows.remove(path);
    rows.finish();
    writeBase(database, base);
    writeState(database, settledState(database, before, state));
    return { made: stale.map(({ published }) => published.path), kept, removed: [...gone.keys()] };
  });
}

/** Every address of the portal: what is live, and what was withdrawn. */
function* publishedOf(
  ledger: readonly Numbered[],
  live: readonly ItemEntry[],
  history: History,
): Generator<Published> {
  const isLive = new Set(live.map(({ path }) => path));
  const last = new Map<string, ItemEntry | WithdrawalEntry>();
  for (const { entry } of ledger) if (entry.jenis !== 'sistem') last.set(entry.path, entry);
  for (const [path, entry] of last)
    if (entry.jenis === 'pencabutan' || isLive.has(path))
      yield { path, entry, earlier: history.of(path).slice(0, -1) };
}
