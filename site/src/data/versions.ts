import type { Item } from './items.ts';
import { portal } from './portal.ts';

/** One approved version of an item. */
export interface Version {
  readonly at: string;
  /** Git tree id of what was approved. */
  readonly sidik: string;
  readonly jenis: 'terbit' | 'ralat' | 'pencabutan';
}

/** Every version of an item that the ledger names, newest first; none while developing. */
export function versionsOf({ path, entry }: Pick<Item, 'path' | 'entry'>): Version[] {
  if (entry === null) return [];
  const earlier = portal().publication.riwayat[path] ?? [];
  const all = [...earlier, { at: entry.at, sidik: entry.sidik, jenis: 'item' as const }];
  return all
    .map(({ at, sidik, jenis }, place): Version => ({
      at,
      sidik,
      jenis: jenis === 'pencabutan' ? jenis : place === 0 ? 'terbit' : 'ralat',
    }))
    .toReversed();
}
