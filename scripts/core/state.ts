import type { Refusal, Violation } from './position.ts';
import type { Roster } from './peran.ts';
import { kindOfLangkah, type Sop } from './sop.ts';

/** What does not change while a history is reduced. */
export interface Context {
  readonly sop: Sop;
  readonly roster: Roster;
  /** Account of Paraf's app; null where it is not known: then no merge is the app's. */
  readonly app: number | null;
}

/** That a step is done: when, by whom, in which role, on which content. */
export interface Done {
  readonly at: string;
  readonly by: number;
  readonly peran: string | null;
  readonly atasNama: string | null;
  readonly review: string | null;
  readonly sidik: string | null;
}

/** Refusals, the latest first, as a chain: a list would be copied whole for each one more. */
export interface Refusals {
  readonly last: Refusal;
  readonly before: Refusals | null;
}

/** Refusals in the order in which they came. */
export function refusalsOf(state: State): Refusal[] {
  const list: Refusal[] = [];
  for (let item = state.ditolak; item !== null; item = item.before) list.push(item.last);
  return list.reverse();
}

/** While an item is closed its clocks stand still (R10, R12). */
export interface Closure {
  readonly from: string;
  /** Null while it is closed. */
  readonly until: string | null;
}

/** One item's state: plain data, replaced and never changed. Steps are addressed by their index in `sop.langkah`. */
export interface State {
  readonly context: Context;
  readonly phase: 'belum' | 'berjalan' | 'siap' | 'terbit' | 'selesai' | 'ditutup';
  /** Step that is waited for; `sop.langkah.length` where none is. */
  readonly current: number;
  readonly done: readonly (Done | null)[];
  readonly mulai: readonly (string | null)[];
  readonly closures: readonly Closure[];
  readonly opd: string | null;
  readonly sidik: string | null;
  readonly kelengkapan: readonly string[];
  /** Second of the latest change of content (R1, R3). */
  readonly changed: number;
  /** Contributors for good: who opened, submitted, or made a version as holder of the maker step (R6). */
  readonly lasting: readonly number[];
  /** Contributors until a holder of the latest maker step, another person, submits or confirms these bytes (R6). */
  readonly passing: readonly number[];
  /** Index of the step where the latest review began; null before the first, and after a return until the next. */
  readonly reviewFrom: number | null;
  /** Index of the maker step that was submitted last. */
  readonly submitted: number | null;
  /** Whether the current maker step was entered by a return: then only a submission ends it (R9). */
  readonly correcting: boolean;
  readonly rounds: number;
  readonly merged: boolean;
  readonly published: boolean;
  /** Content that every `setujui` signed, from `siap` on. */
  readonly approved: string | null;
  readonly ditolak: Refusals | null;
  readonly pelanggaran: readonly Violation[];
}

/** The state before anything happened. */
export function initialState(context: Context): State {
  const none = context.sop.langkah.map(() => null);
  return {
    context,
    phase: 'belum',
    current: 0,
    done: none,
    mulai: none,
    closures: [],
    opd: null,
    sidik: null,
    kelengkapan: [],
    changed: -1,
    lasting: [],
    passing: [],
    reviewFrom: null,
    submitted: null,
    correcting: false,
    rounds: 0,
    merged: false,
    published: false,
    approved: null,
    ditolak: null,
    pelanggaran: [],
  };
}

/** The state once the item is closed: its clocks stand still. */
export function close(state: State, at: string): State {
  if (state.phase === 'ditutup') return state;
  return { ...state, phase: 'ditutup', closures: [...state.closures, { from: at, until: null }] };
}

/** Kind of the step at an index; undefined past the last. */
export function kindAt(state: State, index: number) {
  const langkah = state.context.sop.langkah[index];
  return langkah === undefined ? undefined : kindOfLangkah(langkah);
}

/** Index of the next step of the ordinary way after one: steps that are entered only by a return are passed over. */
export function nextIndex(sop: Sop, index: number): number {
  let next = index + 1;
  while (sop.langkah[next]?.hanyaKoreksi === true) next += 1;
  return next;
}

/** Index of the step with a number (`kembaliKe`, `lanjutKe`). */
export function indexOfNo(sop: Sop, no: number): number {
  return sop.langkah.findIndex((langkah) => langkah.no === no);
}

/**
 * Where the review begins after a submission of the step at an index: its `lanjutKe`, else the first reviewer step
 * after it (R9).
 */
export function reviewStart(sop: Sop, index: number): number {
  const lanjutKe = sop.langkah[index]?.lanjutKe;
  if (lanjutKe !== undefined && lanjutKe !== null) return indexOfNo(sop, lanjutKe);
  let next = nextIndex(sop, index);
  while (next < sop.langkah.length && kindOfLangkah(sop.langkah[next]!) !== 'reviewer')
    next = nextIndex(sop, next);
  return next;
}

/** Ids of the kelengkapan that the step at an index needs and that are not there: its own and all earlier ones' (R5). */
export function missingKelengkapan(state: State, index: number): string[] {
  const missing = new Set<string>();
  // Asked at every signature and version: lists of all papers would cost more than the rest of the event.
  for (const { kelengkapan } of state.context.sop.langkah.slice(0, index + 1))
    for (const { id } of kelengkapan) if (id !== null && !state.kelengkapan.includes(id)) missing.add(id);
  return [...missing];
}

/** Whether it was submitted and not returned since: nothing of it may be thrown away (design, section 5). */
export function isSubmitted(state: State): boolean {
  return state.submitted !== null && !state.correcting;
}

/** A copy of a list with one place replaced. */
export function withAt<T>(list: readonly T[], index: number, value: T): T[] {
  const copy = [...list];
  copy[index] = value;
  return copy;
}

/** A copy of a set of accounts with some added. */
export function withAccounts(list: readonly number[], accounts: readonly number[]): readonly number[] {
  const added = accounts.filter((akun, place) => !list.includes(akun) && accounts.indexOf(akun) === place);
  return added.length === 0 ? list : [...list, ...added];
}
