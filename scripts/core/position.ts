/** Where an item stands in its SOP: the contract of `paraf trace --json` (design, section 7). */
export interface Position {
  readonly sop: string;
  readonly sopVersion: string;
  /** Number of the step that is waited for; null once nothing is. */
  readonly langkah: number | null;
  readonly status: 'berjalan' | 'siap' | 'terbit' | 'selesai' | 'ditutup';
  /** Roles that can do what is waited for. */
  readonly menunggu: readonly string[];
  readonly putaranKoreksi: number;
  readonly steps: readonly StepPosition[];
  /** What was recorded and cleared nothing, with the reason. */
  readonly ditolak: readonly Refusal[];
  readonly pelanggaran: readonly Violation[];
  /** Set while a `setujui` step can be signed by nobody: the roles of which another holder is needed (R6). */
  readonly macet: readonly Deadlock[];
  /** Tree id of the item's folder as it stands now; null before anything was opened. */
  readonly sidik: string | null;
  /** Tree id that every `setujui` signed, from `siap` on. */
  readonly sidikDisetujui: string | null;
}

export interface StepPosition {
  readonly no: number;
  readonly tindakan: string;
  /** When the step's clock started: when the step before it was done. ISO 8601, or null. */
  readonly mulai: string | null;
  readonly selesai: string | null;
  /** Account that did it. */
  readonly oleh: number | null;
  /** Role in which it was done, as the reader should see it: "Sekretaris, Plh Kepala Dinas". */
  readonly atasNama: string | null;
  /** Role id in which it was done. */
  readonly peran: string | null;
  /** Review that signed it, where one did. */
  readonly review: string | null;
  /** Content that stood when it was done. */
  readonly sidik: string | null;
  /** Working minutes that a step with a time in minutes took, or has taken so far. */
  readonly menitKerja: number | null;
  /** Working days that a step with a time in days took, or has taken so far; the first day is not counted. */
  readonly hariKerja: number | null;
  /** ISO 8601, or null where the step has no clock yet, no time, or no calendar for it. */
  readonly tenggat: string | null;
  /** Whether it was done, or is now, after the deadline. */
  readonly terlambat: boolean | null;
  /** How the deadline of an open step came about, or why there is none. */
  readonly catatan?: string;
}

export interface Refusal {
  /** Position of the event in the ordered history, from 0. */
  readonly event: number;
  readonly code: string;
  readonly message: string;
}

export interface Violation {
  readonly event: number;
  readonly code: string;
  readonly message: string;
}

export interface Deadlock {
  readonly no: number;
  readonly peran: readonly string[];
  readonly message: string;
}
