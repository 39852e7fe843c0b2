import type { LedgerEntry } from '../../core/ledger.ts';

export type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;
export type WithdrawalEntry = Extract<LedgerEntry, { jenis: 'pencabutan' }>;

/** An entry as it stands in the ledger. */
export interface Numbered {
  readonly number: number;
  readonly entry: LedgerEntry;
}

/** One version of a path, as the ledger has it. */
export interface Version {
  readonly jenis: 'item' | 'pencabutan';
  readonly at: string;
  readonly sidik: string;
}

/** One address of the portal, and why it is there. */
export interface Published {
  /** Folder in the repository. */
  readonly path: string;
  /** The record that published or withdrew it; null while developing, where nothing is published. */
  readonly entry: ItemEntry | WithdrawalEntry | null;
  /** Its versions before that one, oldest first. */
  readonly earlier: readonly Version[];
}

/** When an item was first published; null while developing. */
export function firstAt({ entry, earlier }: Published): string | null {
  return (earlier.find(({ jenis }) => jenis === 'item') ?? entry)?.at ?? null;
}
