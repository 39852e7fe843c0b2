import type { Penugasan } from '../../core/pelaksana.ts';
import { instant, rosterOf } from '../../core/peran.ts';
import type { Sop } from '../../core/sop.ts';
import type { SistemRecord } from '../../github/read/record.ts';
import type { Objects } from '../proof/objects.ts';
import { sopOf, type Systems } from '../proof/systems.ts';
import type { LedgerFile } from '../verify.ts';
import { readAll } from './trees.ts';
import { Unsure } from './unsure.ts';

/**
 * What the recorded systems say of an item that is merged now. It follows from all of them, because appointments count
 * as they stood at each time, and an item keeps the SOP under which it began; so it is worked out once for each new one.
 */
export interface PresentSystem extends SistemRecord {
  /** As this program computes it: an older one may have counted other folders as the system's. */
  readonly sidik: string;
  /** Appointments as they count (R2). */
  readonly rows: readonly Penugasan[];
  /** Collection, SOP, and version of each SOP that ever governed one. */
  readonly governed: readonly (readonly [string, string, string])[];
  /** Folder of each SOP, by version. */
  readonly sops: Readonly<Record<string, string>>;
}

/**
 * @param list of all recorded systems, of which the last is the present one
 * @param sidik of the present one, as this program computes it
 */
export function presentSystem({ list }: Systems, sidik: string): PresentSystem {
  const { record, roster } = list.at(-1)!;
  const governed = new Map<string, readonly [string, string, string]>();
  const sops: Record<string, string> = {};
  for (const system of list) {
    for (const [id, version] of system.sops) sops[version] ??= id;
    for (const [koleksi, sop] of system.alur) {
      const version = system.sops.get(sop);
      if (version !== undefined) governed.set(`${koleksi} ${sop} ${version}`, [koleksi, sop, version]);
    }
  }
  const rows = [...roster.byAccount.values()].flatMap((terms) => terms.map(({ row }) => row));
  return { ...record, sidik, rows, governed: [...governed.values()], sops };
}

/** The present system as what judges entries; it can judge none that is older. */
export async function systemsNow(
  objects: Objects,
  { rows, governed, sops, ...record }: PresentSystem,
  entries: readonly LedgerFile[],
): Promise<Systems> {
  const from = instant(record.at);
  const early = entries.find(({ entry }) => instant(entry.at) < from);
  if (early !== undefined) throw new Unsure(`Catatan ${early.path} lebih tua daripada sistem yang berlaku.`);
  const named = entries.flatMap(({ entry }) => (entry.jenis === 'item' ? [entry.sopVersion] : []));
  const versions = [...new Set(named)].filter((version) => Object.hasOwn(sops, version));
  const texts = await readAll(objects, versions, 'blob');
  const read = new Map<string, Sop | null>(
    versions.map((oid, place) => [oid, sopOf(sops[oid]!, oid, texts[place]!.bytes.toString('utf8'))]),
  );
  const system = {
    record,
    from,
    root: [],
    content: [],
    sops: new Map(),
    alur: new Map(),
    roster: rosterOf(rows),
  };
  const governedSince: Systems['governedSince'] = (...names) =>
    governed.some((one) => one.every((name, place) => name === names[place])) ? 0 : -1;
  return { list: [system], sops: read, governedSince, issues: [] };
}
