import { waktuLayanan, type WaktuLayanan } from '../../../scripts/core/waktu-layanan.ts';
import type { Sop } from '../../../scripts/core/sop.ts';
import type { ItemEntry } from '../../../scripts/publish/index/publication.ts';
import { kalender } from './kalender.ts';
import { portal } from './portal.ts';
import { allSops } from './sops.ts';

/** The records by which what is live was published. */
export function liveEntries(): ItemEntry[] {
  return portal().publication.published.flatMap(({ entry }) => (entry?.jenis === 'item' ? [entry] : []));
}

/** Promised and measured times of every SOP that has times. */
export function measuredTimes(): { readonly sop: Sop; readonly waktu: WaktuLayanan }[] {
  const entries = liveEntries();
  return allSops().flatMap((sop) => {
    const waktu = waktuLayanan(sop, entries, kalender());
    return waktu === null ? [] : [{ sop, waktu }];
  });
}
