import { ledgerEntry, ledgerMonth, ledgerNumber, ledgerPath, ledgerRoot } from '../core/ledger.ts';
import type { LedgerEntry } from '../core/ledger.ts';
import type { Tip } from '../github/branch.ts';

/** An entry as it stands in the ledger. */
export interface Recorded {
  readonly number: number;
  readonly entry: LedgerEntry;
}

/** One state of the ledger, as far as it was read. */
export interface Known {
  /** Id of its folder: under the same id lies the same, whoever wrote it. Null where it has or needs none. */
  readonly id: string | null;
  /** Months that have entries, oldest first: `2026/11`. */
  readonly months: readonly string[];
  /** Number of the last entry; 0 where there is none. */
  readonly last: number;
  /** Numbers of entries by their pull requests, of each month that was read. */
  readonly read: Map<string, ReadonlyMap<number, number>>;
}

/** What a process read of the ledger last, so that it reads again only what somebody else changed. */
export interface LedgerMemory {
  known: Known | null;
}

/** The ledger at a tip: what is remembered, where it is that; read anew otherwise. */
export async function knownAt(tip: Tip, memory: LedgerMemory | undefined): Promise<Known> {
  const id = memory === undefined ? null : await tip.id(ledgerRoot);
  if (memory?.known?.id === id) return memory.known;
  const months = await monthsOf(tip);
  const known = { id, months, last: await lastNumber(tip, months), read: new Map() };
  if (memory !== undefined) memory.known = known;
  return known;
}

/** The entry of a pull request, which was merged at a time: an entry is written after the merge, never before. */
export async function findByPull(
  tip: Tip,
  known: Known,
  pull: number,
  mergedAt: string,
): Promise<Recorded | null> {
  for (const month of known.months.filter((name) => name >= ledgerMonth(mergedAt)).toReversed()) {
    const pulls = known.read.get(month) ?? (await pullsOf(tip, month));
    known.read.set(month, pulls);
    const number = pulls.get(pull);
    if (number !== undefined) return { number, entry: await entryAt(tip, ledgerPath(month, number), pull) };
  }
  return null;
}

/** The same ledger with one entry more, whose folder then has another id. */
export function knownWith(
  { months, read }: Known,
  added: { readonly month: string; readonly number: number; readonly pull: number | null },
  id: string | null,
): Known {
  const { month, number, pull } = added;
  const isNew = !months.includes(month);
  const pulls = isNew ? new Map<number, number>() : read.get(month);
  return {
    id,
    months: isNew ? [...months, month] : months,
    last: number,
    read: new Map(
      pulls === undefined
        ? read
        : [...read, [month, pull === null ? pulls : new Map([...pulls, [pull, number]])]],
    ),
  };
}

/** All entries of a month, newest first. Throws where one cannot be read: it could be the one that is looked for. */
export async function entriesOf(tip: Tip, month: string): Promise<readonly Recorded[]> {
  const texts = await tip.texts(`${ledgerRoot}/${month}`);
  return [...texts]
    .flatMap(([name, text]) => {
      const number = ledgerNumber(name);
      return number === null ? [] : [{ number, text }];
    })
    .toSorted((a, b) => b.number - a.number)
    .map(({ number, text }) => {
      if (text === null) throw new LedgerGap(month, number);
      return { number, entry: ledgerEntry.parse(JSON.parse(text)) };
    });
}

/** The ledger cannot be read whole. */
export class LedgerGap extends Error {
  constructor(month: string, number: number) {
    super(`the ledger cannot be read whole: ${ledgerPath(month, number)}`);
  }
}

/** Months that have entries, oldest first. */
export async function monthsOf(tip: Tip): Promise<string[]> {
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

async function pullsOf(tip: Tip, month: string): Promise<ReadonlyMap<number, number>> {
  const entries = await entriesOf(tip, month);
  return new Map(
    entries.flatMap(({ number, entry: { pull } }) => (pull === null ? [] : [[pull, number] as const])),
  );
}

async function entryAt(tip: Tip, path: string, pull: number): Promise<LedgerEntry> {
  const entry = ledgerEntry.parse(JSON.parse((await tip.read(path)) ?? 'null'));
  if (entry.pull !== pull) throw new Error(`${path} is not the entry of #${pull}`);
  return entry;
}
