import type { Penugasan } from './pelaksana.ts';
import { atasNamaOf } from './peran.ts';
import { roleName } from './refusal.ts';
import { kindAt, nextIndex, withAt, type Done, type State } from './state.ts';

/** Moves to a step: its clock starts when the step before it is done (R12). */
function enter(state: State, index: number, at: string): State {
  const mulai = index < state.mulai.length ? withAt(state.mulai, index, at) : state.mulai;
  return { ...state, current: index, mulai, correcting: false };
}

/** Marks the step at an index as done and goes to another. */
export function clearStep(state: State, index: number, done: Done, next: number): State {
  return enter({ ...state, done: withAt(state.done, index, done) }, next, done.at);
}

/** Marks the current step as done and goes on the ordinary way. */
export function clearCurrent(state: State, done: Done): State {
  return clearStep(state, state.current, done, nextIndex(state.context.sop, state.current));
}

/** The record of a step done by an account in the appointment that it used. */
export function doneBy(
  state: State,
  row: Penugasan | undefined,
  by: { at: string; by: number; review: string | null },
): Done {
  const peran = row?.peran ?? null;
  return {
    at: by.at,
    by: by.by,
    review: by.review,
    peran,
    atasNama:
      row === undefined
        ? null
        : atasNamaOf(state.context.roster, row, roleName(state.context.sop, row.peran)),
    sidik: state.sidik,
  };
}

/** Notes that a submission of a maker step led here: to reviewers, where a new review begins (R9). */
export function beginReview(state: State, index: number, submitted: number): State {
  if (kindAt(state, index) !== 'reviewer') return { ...state, submitted };
  return { ...state, reviewFrom: index, submitted };
}

/**
 * Sends the position back to a step of the latest review: it and the later steps of the ordinary way open again (R7,
 * R10). A maker step among them comes after the review and was not submitted yet; corrections that were made stay.
 */
export function reopenReview(state: State, from: number, at: string): State {
  const open = (index: number) => index >= from && state.context.sop.langkah[index]?.hanyaKoreksi !== true;
  return {
    ...state,
    phase: state.phase === 'siap' ? 'berjalan' : state.phase,
    approved: null,
    current: from,
    done: state.done.map((done, index) => (open(index) ? null : done)),
    // The clock of a step that was still open runs on.
    mulai: state.mulai.map((mulai, index) => {
      if (index === from) return state.done[from] === null ? mulai : at;
      return open(index) ? null : mulai;
    }),
  };
}

/** Declares the item ready once no reviewer step before publication is left. */
export function settle(state: State): State {
  const kind = kindAt(state, state.current);
  if (state.phase !== 'berjalan' || kind === 'maker' || kind === 'reviewer') return state;
  return { ...state, phase: 'siap', approved: state.sidik };
}
