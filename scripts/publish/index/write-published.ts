import type { Issue } from '../../core/issue.ts';
import { makeItem } from './make-item.ts';
import type { ItemEntry, Published } from './publication.ts';
import { keyOf, withdrawn, type RowFacts, type Rows } from './rows.ts';
import type { TreeFile } from './tree.ts';

/** What rows are made of, beside the ledger. */
export interface Source {
  /** All files of an item's folder: from a directory, or straight from Git. */
  readonly readTree: (path: string) => readonly TreeFile[];
  /** Where the portal stands on its host. */
  readonly base: string;
  /** How long the work of an item took, in the unit of its SOP; null where that cannot be measured. */
  readonly measure: (entry: ItemEntry) => number | null;
}

/** What stands in a row beside the item; its key: the records, where the portal stands, and what was measured. */
export function factsOf(published: Published, { base, measure }: Pick<Source, 'base' | 'measure'>): RowFacts {
  const { path, entry, earlier } = published;
  const lama = entry?.jenis === 'item' ? measure(entry) : null;
  return { published, lama, kunci: keyOf(path, entry, earlier, base, lama) };
}

/** An item for its row, or every fault for which it cannot be shown as approved. */
export type Made = ReturnType<typeof makeItem>;

export function makePublished(
  published: Published,
  { readTree, base }: Pick<Source, 'readTree' | 'base'>,
): Made {
  const { path, entry } = published;
  return entry?.jenis === 'pencabutan'
    ? { item: withdrawn(entry) }
    : makeItem(published, readTree(path), base);
}

/** Writes what was made; returns its faults instead. */
export function writeMade(rows: Rows, facts: RowFacts, made: Made): readonly Issue[] {
  if ('issues' in made) return made.issues;
  rows.write(made.item, facts);
  return [];
}
