import type { Penugasan } from './pelaksana.ts';
import { beginReview, clearCurrent, clearStep, doneBy } from './clear.ts';
import { instant, rolesOf } from './peran.ts';
import { kindAt, missingKelengkapan, nextIndex, reviewStart, withAccounts, type State } from './state.ts';

/** Appointments of an account that fit the step at an index, at a time. */
export function fitting(state: State, akun: number, at: string, index: number): readonly Penugasan[] {
  const wanted = state.context.sop.langkah[index]?.pelaksana ?? [];
  return rolesOf(state.context.roster, akun, instant(at), state.opd).filter((row) =>
    wanted.includes(row.peran),
  );
}

/** Of some appointments those that also fit the step at an index: one role does several steps in one act (R4). */
export function alsoFitting(state: State, rows: readonly Penugasan[], index: number): readonly Penugasan[] {
  const wanted = state.context.sop.langkah[index]?.pelaksana ?? [];
  return rows.filter((row) => wanted.includes(row.peran));
}

/** Whether reviewers come after the maker step at an index: next on the ordinary way, or where its `lanjutKe` leads. */
function leadsToReview(state: State, index: number): boolean {
  const { sop } = state.context;
  return (sop.langkah[index]?.lanjutKe ?? null) !== null || kindAt(state, nextIndex(sop, index)) !== 'maker';
}

/**
 * What a new version does at maker steps (design, section 3): the current one, and directly following ones of the
 * same pelaksana, are done if its kelengkapan are present and a holder made it. The last one before a review, and
 * one that corrects, wait for a submission (R9).
 */
export function advanceByVersion(state: State, by: number, at: string): State {
  let next = state;
  let rows = fitting(state, by, at, state.current);
  while (
    rows.length > 0 &&
    !next.correcting &&
    kindAt(next, next.current) === 'maker' &&
    !leadsToReview(next, next.current) &&
    missingKelengkapan(next, next.current).length === 0
  ) {
    next = clearCurrent(next, doneBy(next, rows[0], { at, by, review: null }));
    rows = alsoFitting(next, rows, next.current);
  }
  return next;
}

/**
 * A valid submission of the current maker step: it is done, so are the directly following ones of the same
 * pelaksana, and where a reviewer's step is next, the review begins. The submitter is a contributor for good; what
 * others edited is theirs no more, for another person has now put these bytes forward (R6).
 *
 * @param rows appointments of the submitter that fit the current step; at least one
 */
export function advanceBySubmission(state: State, by: number, at: string, rows: readonly Penugasan[]): State {
  const { sop } = state.context;
  let next = takeOver(state, by);
  let fit = rows;
  for (;;) {
    const index = next.current;
    const done = doneBy(next, fit[0], { at, by, review: null });
    if (next.correcting || leadsToReview(next, index)) {
      const start = firstOpenReview(next, reviewStart(sop, index));
      return beginReview(clearStep(next, index, done, start), start, index);
    }
    next = clearCurrent(next, done);
    fit = alsoFitting(next, fit, next.current);
    if (fit.length === 0 || missingKelengkapan(next, next.current).length > 0) return next;
  }
}

/**
 * Where the review begins: no reviewer step before it is left unsigned, however far on a correction leads (design,
 * section 7: `siap`).
 */
function firstOpenReview(state: State, start: number): number {
  const unsigned = state.done.findIndex(
    (done, index) => done === null && kindAt(state, index) === 'reviewer',
  );
  return unsigned < 0 ? start : Math.min(unsigned, start);
}

/** A holder of the latest maker step puts the present bytes forward as their own (R6). */
export function takeOver(state: State, by: number): State {
  return {
    ...state,
    lasting: withAccounts(state.lasting, [by]),
    passing: state.passing.filter((akun) => akun === by),
  };
}
