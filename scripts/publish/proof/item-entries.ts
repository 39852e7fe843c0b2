import { placeOf } from '../../../content/schema/collections.ts';
import { entryFaults, kindIn } from '../../core/entry-rules.ts';
import type { Issue } from '../../core/issue.ts';
import type { LedgerEntry } from '../../core/ledger.ts';
import { instant } from '../../core/peran.ts';
import type { Sop } from '../../core/sop.ts';
import { itemTrailers } from '../../core/trailers.ts';
import type { System, Systems } from './systems.ts';

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

/** Adds an issue to an entry's file; the field is a step's, where one is meant. */
type Add = (code: string, message: string, more?: Partial<Issue>) => void;

/** The system that stood at a time; before the first one, the first. */
export function systemAt(list: readonly System[], at: string): number {
  const time = instant(at);
  return Math.max(
    list.findLastIndex(({ from }) => from <= time),
    0,
  );
}

/**
 * What of an item's entry does not fit: its place, its SOP, who signed what in which role, and the lines of its merge.
 *
 * @param opd office of the item as it was merged; null where it names none
 * @param trailers lines of ours in the merge's message; empty where somebody else merged it
 */
export function itemEntryIssues(
  path: string,
  entry: ItemEntry,
  systems: Systems,
  opd: string | null,
  trailers: readonly string[],
): Issue[] {
  const issues: Issue[] = [];
  const add: Add = (code, message, more) => issues.push({ code, file: `paraf:${path}`, ...more, message });
  const place = placeOf(`${entry.path}/index.md`);
  if (place.kind !== 'item' || place.folder !== entry.path || place.collection.name !== entry.koleksi)
    add('bukan-folder-butir', `${entry.path} bukan folder butir koleksi ${entry.koleksi}.`);

  const last = systemAt(systems.list, entry.at);
  const first = systems.governedSince(entry.koleksi, entry.sop, entry.sopVersion);
  const isGoverned = first >= 0 && first <= last;
  if (!isGoverned)
    add(
      'sop-tidak-berlaku',
      `SOP ${entry.sop} versi ${entry.sopVersion} tidak pernah mengatur koleksi ${entry.koleksi} sampai butir ini digabung.`,
    );
  const sop = systems.sops.get(entry.sopVersion);
  if (sop === undefined || sop === null) {
    // Of a version that was never there enough is said; one that no longer reads is the program's lack.
    if (sop === null)
      add(
        'sop-tak-terbaca',
        `SOP ${entry.sop} versi ${entry.sopVersion} tidak lagi terbaca oleh program ini, jadi parafnya tidak dapat dinilai. Periksa dengan program dari masanya.`,
        { level: 'peringatan' },
      );
    return issues;
  }
  for (const { code, message, place: step } of entryFaults(entry, sop, systems.list[last]!.roster, opd))
    add(code, message, step === undefined ? {} : { field: `langkah.${step}` });
  trailerFaults(entry, sop, trailers, add);
  return issues;
}

function trailerFaults(entry: ItemEntry, sop: Sop, trailers: readonly string[], add: Add): void {
  const { commit } = entry;
  if (trailers.length === 0)
    return add(
      'digabung-bukan-paraf',
      `Commit ${commit} tidak menyebut satu paraf pun: isi yang disetujui ini digabung bukan oleh Paraf. Isinya sama dengan yang disetujui, jadi tetap tayang.`,
      { level: 'peringatan' },
    );
  // What the system and observers do comes after the merge.
  const before = entry.langkah.filter(({ no }) => !['system', 'observer'].includes(kindIn(sop, no) ?? ''));
  const roleName = (peran: string) => sop.pelaksana.find(({ id }) => id === peran)?.nama ?? peran;
  const expected = itemTrailers({ ...entry, langkah: before }, roleName);
  const first = Array.from({ length: Math.max(expected.length, trailers.length) }, (_, index) => index).find(
    (index) => expected[index] !== trailers[index],
  );
  if (first === undefined) return;
  add(
    'paraf-berbeda',
    `Commit ${commit} berkata “${trailers[first] ?? '(tidak ada)'}”, padahal menurut catatan “${expected[first] ?? '(tidak ada)'}”.`,
  );
}
