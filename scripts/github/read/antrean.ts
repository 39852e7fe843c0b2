import type { Position, StepPosition } from '../../core/position.ts';

/** `antrean.json` on branch `paraf`: where every open item stands, and the last ones that were finished. */
export const antreanFile = 'antrean.json';

/** A step in the queue: what is null in a Position is left out, and clocks that still run have no reading. */
export interface AntreanStep extends Pick<StepPosition, 'no' | 'tindakan'> {
  readonly mulai?: string;
  readonly selesai?: string;
  readonly oleh?: number;
  readonly atasNama?: string;
  readonly peran?: string;
  readonly tenggat?: string;
  readonly menitKerja?: number;
  readonly hariKerja?: number;
  readonly terlambat?: boolean;
}

/** A Position as the queue keeps it: without sentences, which are made anew from the pull request itself. */
export interface AntreanPosition extends Pick<
  Position,
  'sop' | 'sopVersion' | 'langkah' | 'status' | 'menunggu' | 'putaranKoreksi' | 'sidik'
> {
  readonly steps: readonly AntreanStep[];
  /** Numbers of the `setujui` steps that nobody present may sign. */
  readonly macet: readonly number[];
}

/** Why an item stands at a maker's step again. */
export interface Pengembalian {
  readonly pada: string;
  readonly oleh: number;
  /** The first words of the reason. */
  readonly alasan: string;
}

/** One item that somebody is waiting for, or that was finished lately. */
export interface Antrean {
  readonly pull: number;
  readonly judul: string;
  readonly path: string;
  readonly koleksi: string;
  readonly opd: string | null;
  readonly pembuka: number | null;
  readonly dibuka: string;
  /** Accounts that may clear no `setujui` of it, because they contributed (R6). */
  readonly penyumbang: readonly number[];
  /** Set from a return until the next submission. */
  readonly dikembalikan: Pengembalian | null;
  /** Set once it is live. */
  readonly terbit: { readonly pada: string; readonly url: string } | null;
  readonly posisi: AntreanPosition;
}

/**
 * A Position for the queue. What changes with every look (running clocks) is left out: it would make every look a
 * commit. Start and deadline stay, from which a reader tells the time that is left.
 */
export function antreanPosition(position: Position): AntreanPosition {
  const { sop, sopVersion, langkah, status, menunggu, putaranKoreksi, sidik, steps, macet } = position;
  return {
    sop,
    sopVersion,
    langkah,
    status,
    menunggu,
    putaranKoreksi,
    sidik,
    macet: macet.map(({ no }) => no),
    steps: steps.map(antreanStep),
  };
}

function antreanStep(step: StepPosition): AntreanStep {
  const { no, tindakan, mulai, selesai, oleh, atasNama, peran, tenggat } = step;
  const { menitKerja, hariKerja, terlambat } = step;
  const clock = selesai === null ? {} : { menitKerja, hariKerja, terlambat };
  const values = Object.entries({ mulai, selesai, oleh, atasNama, peran, tenggat, ...clock });
  return { no, tindakan, ...Object.fromEntries(values.filter(([, value]) => value !== null)) };
}

/** The queue as text: one item a line, so that a change of one item changes one line. */
export function antreanText(items: readonly Antrean[]): string {
  return items.length === 0 ? '[]\n' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`;
}

/** Reads the queue; it is made of looks alone, so a broken one is an empty one, and the next sweep fills it. */
export function antreanFrom(text: string | null): readonly Antrean[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isAntrean) : [];
  } catch {
    return [];
  }
}

function isAntrean(value: unknown): value is Antrean {
  if (typeof value !== 'object' || value === null || !('posisi' in value) || !('penyumbang' in value))
    return false;
  const { posisi } = value;
  return typeof posisi === 'object' && posisi !== null && 'steps' in posisi && Array.isArray(posisi.steps);
}
