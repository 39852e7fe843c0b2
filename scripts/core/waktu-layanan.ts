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

/** So many publications that took so long. */
export interface Terukur {
  readonly lama: number;
  readonly jumlah: number;
}

/**
 * How long the work of one item took, from the end of its first step (its submission) to its publication, in working
 * time by the unit of its SOP. Null where the calendar has no year for it, or the SOP's steps have no times, or not all
 * of one unit.
 */
export function lamaOf(
  sop: Sop,
  { langkah, at }: Pick<ItemEntry, 'langkah' | 'at'>,
  kalender: Kalender,
): number | null {
  const satuan = unitOf(sop);
  const [first] = langkah;
  if (satuan === null || first === undefined) return null;
  const taken = (satuan === 'menit' ? workedMinutes : workedDays)(kalender, first.at, at);
  return taken.ok ? taken.value : null;
}

/**
 * What an SOP promises, and what was measured: each length once, the shortest first. Null where the SOP's steps have no
 * times, or not all of one unit.
 */
export function waktuLayanan(sop: Sop, terukur: readonly Terukur[]): WaktuLayanan | null {
  const satuan = unitOf(sop);
  if (satuan === null) return null;
  const janji = timed(sop)
    .slice(1)
    .reduce((sum, { waktu }) => sum + lengthOf(waktu), 0);
  const countOf = (some: readonly Terukur[]) => some.reduce((sum, { jumlah }) => sum + jumlah, 0);
  const jumlah = countOf(terukur);
  return {
    satuan,
    janji,
    jumlah,
    median: medianOf(terukur, jumlah),
    tercepat: terukur[0]?.lama ?? null,
    terlama: terukur.at(-1)?.lama ?? null,
    tepatWaktu: countOf(terukur.filter(({ lama }) => lama <= janji)),
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

function medianOf(terukur: readonly Terukur[], jumlah: number): number | null {
  const at = (place: number): number | null => {
    let before = 0;
    for (const { lama, jumlah: count } of terukur) {
      before += count;
      if (place < before) return lama;
    }
    return null;
  };
  const [low, high] = [at(Math.floor((jumlah - 1) / 2)), at(Math.floor(jumlah / 2))];
  return low === null || high === null ? null : (low + high) / 2;
}
