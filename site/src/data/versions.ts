import type { Version as Recorded } from '../../../scripts/publish/index/publication.ts';
import type { Item } from './items.ts';
import { rows } from './portal.ts';

/** One approved version of an item. */
export interface Version {
  readonly at: string;
  /** Git tree id of what was approved. */
  readonly sidik: string;
  readonly jenis: 'terbit' | 'ralat' | 'pencabutan';
}

/** Every version of an item that the ledger names, newest first; none while developing. */
export function versionsOf({ path }: Pick<Item, 'path'>): Version[] {
  return rows('SELECT jenis, at, sidik FROM versi WHERE path = ? ORDER BY nomor', path)
    .map((row, place): Version => {
      const jenis = row['jenis'] as Recorded['jenis'];
      return {
        at: String(row['at']),
        sidik: String(row['sidik']),
        jenis: jenis === 'pencabutan' ? jenis : place === 0 ? 'terbit' : 'ralat',
      };
    })
    .toReversed();
}
