import type { EventOf } from './events.ts';
import type { Penugasan } from './pelaksana.ts';
import { reasonOf } from './command.ts';
import { clearCurrent, doneBy, reopenReview, settle } from './clear.ts';
import { alsoFitting, fitting } from './maker.ts';
import { second } from './peran.ts';
import { refuse, type Refused } from './refuse.ts';
import { lapsed, unfitToSign } from './unfit.ts';
import { indexOfNo, kindAt, missingKelengkapan, reviewStart, withAt, type State } from './state.ts';

/** Whether the account contributed to the content as it stands: then it may clear no `setujui` (R6). */
export function isContributor(state: State, akun: number): boolean {
  return state.lasting.includes(akun) || state.passing.includes(akun);
}

/** Whether somebody contributed to an item, or did any step of it before the one at an index. */
export function tookPart(state: State, akun: number, index: number): boolean {
  return isContributor(state, akun) || state.done.slice(0, index).some((done) => done?.by === akun);
}

/** Whether a step may only be done by who took no part in the item before. */
export function needsAnother(state: State, index: number): boolean {
  return state.context.sop.langkah[index]?.orangLain === true;
}

function needsOutsider(state: State, index: number): boolean {
  return state.context.sop.langkah[index]?.tindakan === 'setujui';
}

/** Appointments in which the signer can sign the current step, or why there are none. */
function signingRows(state: State, event: EventOf<'reviewed'>): readonly Penugasan[] | Refused {
  if (event.by === state.context.app) return refuse('aplikasi');
  const rows = fitting(state, event.by, event.at, state.current);
  const isReviewers = kindAt(state, state.current) === 'reviewer';
  if (!isReviewers || rows.length === 0) return unfitToSign(state, event.by, event.at);
  if (event.sebagai === undefined) return rows;
  const said = rows.filter((row) => row.peran === event.sebagai);
  return said.length === 0 ? refuse('sebagai-tidak-cocok') : said;
}

/** Why the signer cannot clear the step at an index now; null where they can (R3, R5, R6). */
function obstacle(state: State, event: EventOf<'reviewed'>, index: number): Refused | null {
  const missing = missingKelengkapan(state, index);
  if (missing.length > 0) return refuse('kelengkapan-kurang', index, { missing });
  if (needsOutsider(state, index) && isContributor(state, event.by)) return refuse('penyumbang', index);
  return null;
}

/**
 * A signature (R3 to R6): clears the current step if role, content, papers and person fit, then every directly
 * following step of the same pelaksana for which this person is eligible.
 *
 * @returns the new state, and why it went no further where a later step of the same person was not cleared
 */
export function sign(
  state: State,
  event: EventOf<'reviewed'>,
): { state: State; stopped: Refused | null } | Refused {
  let rows = signingRows(state, event);
  if ('code' in rows) return rows;
  if (event.sidik === null) return refuse('sidik-tak-terbukti');
  if (event.sidik !== state.sidik) return refuse('isi-berbeda');
  if (second(event.at) === state.changed) return refuse('sedetik-dengan-perubahan');
  const first = obstacle(state, event, state.current);
  if (first !== null) return first;

  let next = state;
  let stopped: Refused | null = null;
  do {
    next = clearCurrent(next, doneBy(next, rows[0], { at: event.at, by: event.by, review: event.id }));
    rows = alsoFitting(next, rows, next.current);
    stopped =
      rows.length > 0 && kindAt(next, next.current) === 'reviewer'
        ? obstacle(next, event, next.current)
        : null;
  } while (stopped === null && rows.length > 0 && kindAt(next, next.current) === 'reviewer');

  return { state: settle(next), stopped };
}

/** Index of the last step that an account signed in the current review; -1 where it signed none. */
function lastSigned(state: State, akun: number): number {
  return state.done.findLastIndex(
    (done, index) =>
      done?.by === akun &&
      done.review !== null &&
      kindAt(state, index) === 'reviewer' &&
      state.reviewFrom !== null &&
      index >= state.reviewFrom,
  );
}

/** Whether an account holds a reviewer step at or after an index (R8, R10). */
function holdsFrom(state: State, akun: number, at: string, from: number): boolean {
  return state.context.sop.langkah.some(
    (_, index) =>
      index >= from && kindAt(state, index) === 'reviewer' && fitting(state, akun, at, index).length > 0,
  );
}

/** Why an account that was given the role of a reviewer step at or after an index does not hold it now (R2). */
function notHolding(state: State, event: { at: string; by: number }, from: number): Refused | null {
  const roles = state.context.sop.langkah.flatMap(({ pelaksana }, index) =>
    index >= from && kindAt(state, index) === 'reviewer' ? pelaksana : [],
  );
  return lapsed(state, event.by, event.at, roles);
}

/** Maker step that a return from the step at an index leads to; -1 where the SOP names none. */
function returnTarget(state: State, from: number): number {
  const kembaliKe = state.context.sop.langkah[from]?.kembaliKe ?? null;
  return kembaliKe === null ? (state.submitted ?? -1) : indexOfNo(state.context.sop, kembaliKe);
}

/** A return with a reason (R8): the round is counted, and the steps from where the review will begin open again. */
export function giveBack(state: State, event: EventOf<'reviewed'>): State | Refused {
  // At a maker step there is nothing to return: it is a note.
  if (kindAt(state, state.current) === 'maker') return state;
  if (event.by === state.context.app) return refuse('aplikasi');
  const signed = lastSigned(state, event.by);
  const ready = state.phase === 'siap';
  // At siap no reviewer step is left: only who signed may.
  if (signed < 0 && !holdsFrom(state, event.by, event.at, state.current))
    return notHolding(state, event, state.current) ?? refuse('tidak-berhak-mengembalikan');
  if (reasonOf(event.body) === '') return refuse('tanpa-alasan');
  const target = returnTarget(state, ready ? signed : state.current);
  if (target < 0) return refuse('tanpa-tujuan-kembali');

  const start = reviewStart(state.context.sop, target);
  const opens = (index: number) => index === target || index >= start;
  return {
    ...state,
    phase: 'berjalan',
    approved: null,
    current: target,
    correcting: true,
    reviewFrom: null,
    rounds: state.rounds + 1,
    done: state.done.map((done, index) => (opens(index) ? null : done)),
    mulai: withAt(
      state.mulai.map((mulai, index) => (opens(index) ? null : mulai)),
      target,
      event.at,
    ),
  };
}

/**
 * Index of the first step that a review cleared, if it can still be taken back: in the latest review, which no
 * submission and no return followed, and not opened again.
 */
function clearedBy(state: State, review: string): number {
  const from = state.reviewFrom;
  return from === null ? -1 : state.done.findIndex((done, index) => index >= from && done?.review === review);
}

/** A review that signed and is edited afterwards signs nothing (R3); an edited return stands. */
export function editReview(state: State, event: EventOf<'edited'>): State {
  const first = clearedBy(state, event.review);
  return first < 0 ? state : reopenReview(state, first, event.at);
}

/** A dismissal acts from its own time, if its actor wrote the review or holds a later step (R10). */
export function dismissReview(state: State, event: EventOf<'dismissed'>): State | Refused {
  const first = clearedBy(state, event.review);
  if (first < 0) return refuse('tidak-dapat-dicabut');
  const isAuthor = state.done[first]?.by === event.by;
  if (!isAuthor && !holdsFrom(state, event.by, event.at, first + 1))
    return notHolding(state, event, first + 1) ?? refuse('tidak-berhak-mencabut');
  return reopenReview(state, first, event.at);
}
