import { ledgerEntry, ledgerMonth, ledgerPath, ledgerRoot, type LedgerEntry } from '../core/ledger.ts';
import { changeBranch, recordBranch, tipAt, tipOf, type Change, type Tip } from '../github/branch.ts';
import type { Client, Repository } from '../github/read/client.ts';
import { parseSistem, sistemFile, type SistemRecord } from '../github/read/record.ts';
import {
  entriesOf,
  findByPull,
  knownAt,
  knownWith,
  LedgerGap,
  monthsOf,
  type Known,
  type LedgerMemory,
  type Recorded,
} from './ledger-memory.ts';

/**
 * Writes an entry, numbered without gaps; a `sistem` entry also into `sistem.json`, in the same commit. An entry
 * for the same pull request is never written twice, whatever crashed or ran at the same time.
 *
 * @param now time of writing: entries lie in the month in which they were written, so that numbers rise with folders
 * @param memory of whoever records more than one entry: with it one costs the same however many a month has
 */
export async function recordEntry(
  client: Client,
  repository: Repository,
  entry: LedgerEntry,
  now: string,
  memory?: LedgerMemory,
): Promise<{ readonly recorded: Recorded; readonly isNew: boolean }> {
  ledgerEntry.parse(entry);
  const { pull } = entry;
  const found: { old?: Recorded; added?: { to: Known; month: string; number: number } } = {};
  const commit = await changeBranch(client, repository, recordBranch, async (tip) => {
    const to = await knownAt(tip, memory);
    const old = pull === null ? null : await findByPull(tip, to, pull, entry.at);
    if (old !== null) {
      found.old = old;
      return null;
    }
    const newest = to.months.at(-1) ?? '';
    const month = ledgerMonth(now) > newest ? ledgerMonth(now) : newest;
    found.added = { to, month, number: to.last + 1 };
    return changeFor(tip, entry, found.added.number, month);
  });
  if (found.old !== undefined) return { recorded: found.old, isNew: false };
  if (found.added === undefined) throw new Error('the ledger was neither read nor written');
  const { to, month, number } = found.added;
  // What cannot be asked now is read again by the next entry; this one is written.
  if (memory !== undefined)
    memory.known = await tipAt(client, repository, commit)
      .id(ledgerRoot)
      .then(
        (id) => knownWith(to, { month, number, pull }, id),
        () => null,
      );
  return { recorded: { number, entry }, isNew: true };
}

/**
 * What the ledger says last of an item's path, up to a time; null where it never had it. Throws where the ledger has
 * a gap or an unreadable entry: that could be the one.
 */
export async function latestEntry(
  client: Client,
  repository: Repository,
  path: string,
  until: string,
): Promise<LedgerEntry | null> {
  const tip = await tipOf(client, repository, recordBranch);
  let expected: number | null = null;
  for (const month of (await monthsOf(tip)).toReversed())
    for (const { number, entry } of await entriesOf(tip, month)) {
      if (expected !== null && number !== expected) throw new LedgerGap(month, expected);
      expected = number - 1;
      if (entry.jenis !== 'sistem' && entry.path === path && Date.parse(entry.at) <= Date.parse(until))
        return entry;
    }
  if (expected !== 0) throw new Error('the ledger cannot be read to its first entry');
  return null;
}

async function changeFor(tip: Tip, entry: LedgerEntry, number: number, month: string): Promise<Change> {
  const files = new Map([[ledgerPath(month, number), `${JSON.stringify(entry, null, 2)}\n`]]);
  if (entry.jenis === 'sistem') files.set(sistemFile, await sistemWith(tip, entry));
  const what = entry.jenis === 'sistem' ? 'sistem' : entry.path;
  const message = `Catat ${String(number).padStart(6, '0')}: ${what}${entry.pull === null ? '' : ` (#${entry.pull})`}`;
  return { message, files };
}

async function sistemWith(tip: Tip, entry: Extract<LedgerEntry, { jenis: 'sistem' }>): Promise<string> {
  const text = await tip.read(sistemFile);
  let records: readonly SistemRecord[] = [];
  if (text !== null) {
    const parsed = parseSistem(text);
    if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
    records = parsed.value;
  }
  const { commit, sidik, at, pull } = entry;
  return `${JSON.stringify([...records, { commit, sidik, at, pull }], null, 2)}\n`;
}
