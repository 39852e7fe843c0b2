import type { Issue } from '../../core/issue.ts';
import { makeItem } from './make-item.ts';
import type { ItemEntry, Published } from './publication.ts';
import { keyOf, withdrawn, type Rows } from './rows.ts';
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

/** Key of the row of what is published: its records, where the portal stands, and what was measured. */
export function keyOfPublished({ path, entry, earlier }: Published, { base, measure }: Source): string {
  return keyOf(path, entry, earlier, base, entry?.jenis === 'item' ? measure(entry) : null);
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
export function writeMade(rows: Rows, published: Published, made: Made, source: Source): readonly Issue[] {
  if ('issues' in made) return made.issues;
  const { entry } = published;
  rows.write(made.item, {
    kunci: keyOfPublished(published, source),
    published,
    lama: entry?.jenis === 'item' ? source.measure(entry) : null,
  });
  return [];
}
