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

/**
 * Makes the row of what is published and writes it, or returns every fault for which it cannot be shown as approved.
 *
 * @param kunci its key
 */
export function writePublished(
  rows: Rows,
  published: Published,
  source: Source,
  kunci = keyOfPublished(published, source),
): readonly Issue[] {
  const { path, entry } = published;
  const result =
    entry?.jenis === 'pencabutan'
      ? { item: withdrawn(entry) }
      : makeItem(published, source.readTree(path), source.base);
  if ('issues' in result) return result.issues;
  rows.write(result.item, {
    kunci,
    published,
    lama: entry?.jenis === 'item' ? source.measure(entry) : null,
  });
  return [];
}
