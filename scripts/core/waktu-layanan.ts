/** How long an SOP's work really took, by the ledger, beside what the SOP promises. */
import { workedDays, workedMinutes } from './kalender-deadline.ts';
import type { Kalender } from './kalender-table.ts';
import type { LedgerEntry } from './ledger.ts';
import { kindOfLangkah, type Sop } from './sop.ts';

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

/** What was promised and what was measured, in working minutes or in working days. */
export interface WaktuLayanan {
  readonly satuan: 'menit' | 'hari';
  /** Standard time of every step after the first one, until publication. */
  readonly janji: number;
  /** Publications that could be measured. */
  readonly jumlah: number;
  /** Null while nothing was measured. */
  readonly median: number | null;
  readonly tercepat: number | null;
  readonly terlama: number | null;
  /** Publications within what was promised, rounds of correction included. */
  readonly tepatWaktu: number;
}

/**
 * Measures from the end of an item's first step (its submission) to its publication, in working time; what the
 * calendar has no year for is left out. Null where the SOP's steps have no times, or not all of one unit.
 */
export function waktuLayanan(
  sop: Sop,
  entries: readonly ItemEntry[],
  kalender: Kalender,
): WaktuLayanan | null {
  const satuan = unitOf(sop);
  if (satuan === null) return null;
  const janji = timed(sop)
    .slice(1)
    .reduce((sum, { waktu }) => sum + lengthOf(waktu), 0);
  const measure = satuan === 'menit' ? workedMinutes : workedDays;
  const all = entries
    .flatMap(({ sop: id, langkah, at }) => {
      const [first] = langkah;
      if (id !== sop.id || first === undefined) return [];
      const taken = measure(kalender, first.at, at);
      return taken.ok ? [taken.value] : [];
    })
    .toSorted((a, b) => a - b);
  return {
    satuan,
    janji,
    jumlah: all.length,
    median: medianOf(all),
    tercepat: all[0] ?? null,
    terlama: all.at(-1) ?? null,
    tepatWaktu: all.filter((taken) => taken <= janji).length,
  };
}

/** The steps until publication, corrections aside, that have a standard time. */
function timed(sop: Sop) {
  return sop.langkah.filter(
    (langkah) => !langkah.hanyaKoreksi && kindOfLangkah(langkah) !== 'observer' && langkah.waktu !== null,
  );
}

function unitOf(sop: Sop): WaktuLayanan['satuan'] | null {
  const units = new Set(
    timed(sop).map(({ waktu }) => (waktu !== null && 'menit' in waktu ? 'menit' : 'hari')),
  );
  const [unit] = units;
  return units.size === 1 && unit !== undefined ? unit : null;
}

function lengthOf(waktu: Sop['langkah'][number]['waktu']): number {
  if (waktu === null) return 0;
  return 'menit' in waktu ? waktu.menit : waktu.hariKerja;
}

function medianOf(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle]!, sorted[middle]!];
  return (low + high) / 2;
}
