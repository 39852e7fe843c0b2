import {
  ledgerEntry,
  ledgerMonth,
  ledgerNumber,
  ledgerPath,
  ledgerRoot,
  type LedgerEntry,
} from '../core/ledger.ts';
import { changeBranch, recordBranch, tipOf, type Change, type Tip } from '../github/branch.ts';
import type { Client, Repository } from '../github/read/client.ts';
import { parseSistem, sistemFile, type SistemRecord } from '../github/read/record.ts';

/** An entry as it stands in the ledger. */
export interface Recorded {
  readonly number: number;
  readonly entry: LedgerEntry;
}

/**
 * Writes an entry, numbered without gaps; a `sistem` entry also into `sistem.json`, in the same commit. An entry
 * for the same pull request is never written twice, whatever crashed or ran at the same time.
 *
 * @param now time of writing: entries lie in the month in which they were written, so that numbers rise with folders
 */
export async function recordEntry(
  client: Client,
  repository: Repository,
  entry: LedgerEntry,
  now: string,
): Promise<{ readonly recorded: Recorded; readonly isNew: boolean }> {
  ledgerEntry.parse(entry);
  let result: { recorded: Recorded; isNew: boolean } | undefined;
  await changeBranch(client, repository, recordBranch, async (tip) => {
    const months = await monthsOf(tip);
    const old = entry.pull === null ? null : await findByPull(tip, months, entry.pull, entry.at);
    if (old !== null) {
      result = { recorded: old, isNew: false };
      return null;
    }
    const number = (await lastNumber(tip, months)) + 1;
    result = { recorded: { number, entry }, isNew: true };
    const newest = months.at(-1) ?? '';
    const month = ledgerMonth(now);
    return changeFor(tip, entry, number, month > newest ? month : newest);
  });
  if (result === undefined) throw new Error('the ledger was neither read nor written');
  return result;
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
  for (const month of (await monthsOf(tip)).toReversed()) {
    const folder = `${ledgerRoot}/${month}`;
    const [names, texts] = await Promise.all([tip.list(folder), tip.texts(folder)]);
    const files = names.flatMap((name) => {
      const number = ledgerNumber(name);
      return number === null ? [] : [{ number, text: texts.get(name) }];
    });
    for (const { number, text } of files.toSorted((a, b) => b.number - a.number)) {
      if (text === undefined || (expected !== null && number !== expected))
        throw new Error(`the ledger cannot be read whole: ${ledgerPath(month, expected ?? number)}`);
      expected = number - 1;
      const entry = ledgerEntry.parse(JSON.parse(text));
      if (entry.jenis !== 'sistem' && entry.path === path && Date.parse(entry.at) <= Date.parse(until))
        return entry;
    }
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

/** Months that have entries, oldest first: `2026/11`. */
async function monthsOf(tip: Tip): Promise<string[]> {
  const years = (await tip.list(ledgerRoot)).filter((name) => /^\d{4}$/.test(name));
  const months = await Promise.all(
    years.map(async (year) =>
      (await tip.list(`${ledgerRoot}/${year}`))
        .filter((name) => /^\d{2}$/.test(name))
        .map((month) => `${year}/${month}`),
    ),
  );
  return months.flat().toSorted();
}

async function lastNumber(tip: Tip, months: readonly string[]): Promise<number> {
  const newest = months.at(-1);
  if (newest === undefined) return 0;
  const numbers = (await tip.list(`${ledgerRoot}/${newest}`)).map((name) => ledgerNumber(name) ?? 0);
  return Math.max(0, ...numbers);
}

/** Looks from the month of the merge on: an entry is written after it, never before. */
async function findByPull(
  tip: Tip,
  months: readonly string[],
  pull: number,
  mergedAt: string,
): Promise<Recorded | null> {
  for (const month of months.filter((name) => name >= ledgerMonth(mergedAt)).toReversed()) {
    for (const [name, text] of await tip.texts(`${ledgerRoot}/${month}`)) {
      const number = ledgerNumber(name);
      if (number === null) continue;
      const entry = ledgerEntry.parse(JSON.parse(text));
      if (entry.pull === pull) return { number, entry };
    }
  }
  return null;
}
