import type { Event, EventOf } from './events.ts';
import { commandOf } from './command.ts';
import { clearCurrent, doneBy, reopenReview } from './clear.ts';
import { change, open } from './content.ts';
import { advanceBySubmission, fitting, takeOver } from './maker.ts';
import { isRefused, refuse, type Refused } from './refuse.ts';
import { refusalText } from './refusal.ts';
import { dismissReview, editReview, giveBack, needsAnother, sign, tookPart } from './reviewer.ts';
import { lapsed } from './unfit.ts';
import { close, kindAt, missingKelengkapan, type State } from './state.ts';

/**
 * One event more: the reducer of design section 4. Takes the state and the event, returns the new state; never
 * throws, never changes what it was given. What clears nothing is recorded in `ditolak` with the reason.
 *
 * @param index place of the event in the history, by which a refusal names it
 */
export function step(state: State, event: Event, index: number): State {
  const result = apply(state, event, index);
  return isRefused(result) ? withRefusal(state, state, event, index, result) : result;
}

/** Records why an event cleared nothing, in the words of the state in which it came. */
function withRefusal(state: State, seen: State, event: Event, index: number, refused: Refused): State {
  const message = refusalText(seen, event, refused);
  const last = { event: index, code: refused.code, message };
  return { ...state, ditolak: { last, before: state.ditolak } };
}

function apply(state: State, event: Event, index: number): State | Refused {
  if (event.kind === 'opened') return open(state, event);
  if (state.phase === 'belum') return refuse('belum-dibuka');
  switch (event.kind) {
    case 'content':
      return change(state, event);
    case 'submitted':
      return closedTo(state) ?? submit(state, event);
    case 'reviewed':
      return review(state, event, index);
    case 'edited':
      return closedTo(state) === null ? editReview(state, event) : state;
    case 'dismissed':
      return closedTo(state) ?? dismissReview(state, event);
    case 'closed':
      return state.merged ? state : close(state, event.at);
    case 'reopened':
      return reopen(state, event);
    case 'merged':
      return merge(state, event, index);
    case 'published':
      return publish(state, event);
    case 'observed':
      return observe(state, event);
  }
}

/** Why nothing can be submitted or signed in this phase; null while it can. */
function closedTo(state: State): Refused | null {
  if (state.merged) return refuse('sudah-digabung');
  return state.phase === 'ditutup' ? refuse('sudah-ditutup') : null;
}

/**
 * A submission (design, section 3): ends the maker step; during a review it only confirms the present bytes, so
 * that what others edited is theirs no more (R6).
 */
function submit(state: State, event: { at: string; by: number; sidik: string | null }): State | Refused {
  if (event.by === state.context.app) return refuse('aplikasi');
  const inReview = kindAt(state, state.current) !== 'maker';
  const step = inReview ? state.submitted : state.current;
  if (step === null) return refuse('bukan-giliran');
  const rows = fitting(state, event.by, event.at, step);
  if (rows.length === 0) return withoutRole(state, event, step);
  if (event.sidik === null) return refuse('sidik-tak-terbukti', step);
  if (event.sidik !== state.sidik) return refuse('isi-berbeda', step);
  if (inReview) return takeOver(state, event.by);
  const missing = missingKelengkapan(state, step);
  if (missing.length > 0) return refuse('kelengkapan-kurang', step, { missing });
  return advanceBySubmission(state, event.by, event.at, rows);
}

/** Why an account may not do the step at an index, which none of its appointments fits (R2). */
function withoutRole(state: State, event: { at: string; by: number }, step: number): Refused {
  const roles = state.context.sop.langkah[step]?.pelaksana ?? [];
  return lapsed(state, event.by, event.at, roles, step) ?? refuse('peran-lain', step);
}

function review(state: State, event: EventOf<'reviewed'>, index: number): State | Refused {
  const command = commandOf(event);
  // A remark is welcome at any time; it is no evidence of anything.
  if (command === 'comment') return state;
  const closed = closedTo(state);
  if (closed !== null) return closed;
  if (command === 'submit') return submit(state, event);
  if (command === 'return') return giveBack(state, event);
  if (state.phase === 'siap') return refuse('tidak-ada-yang-menunggu');
  const result = sign(state, event);
  if (isRefused(result)) return result;
  const { state: next, stopped } = result;
  if (stopped === null) return next;
  return withRefusal(next, next, event, index, { ...stopped, cleared: state.current });
}

/** Reopened: the signatures of the current review lapse, the rounds stay (R10). */
function reopen(state: State, event: EventOf<'reopened'>): State | Refused {
  if (state.phase !== 'ditutup' || state.merged) return state;
  const closures = state.closures.map((item) => ({ ...item, until: item.until ?? event.at }));
  const open: State = { ...state, phase: 'berjalan', closures };
  const isReview = kindAt(open, open.current) !== 'maker';
  return isReview && open.reviewFrom !== null ? reopenReview(open, open.reviewFrom, event.at) : open;
}

/** A merge that the plan did not order is a violation; the signed content may be published all the same (R15). */
function merge(state: State, event: EventOf<'merged'>, index: number): State | Refused {
  if (state.merged) return refuse('sudah-digabung');
  const isSigned = state.phase === 'siap' && event.sidik !== null && event.sidik === state.approved;
  const isOrdered = isSigned && event.by === state.context.app;
  const violation = isSigned
    ? {
        code: 'digabung-bukan-aplikasi',
        message:
          'Isi yang disetujui digabung bukan oleh aplikasi Paraf. Isinya boleh terbit; penggabungannya dilaporkan.',
      }
    : {
        code: 'digabung-tanpa-persetujuan',
        message:
          'Digabung tanpa persetujuan yang lengkap atas isi ini. Tidak diterbitkan; penggabungannya dibatalkan dengan pull request baru.',
      };
  return {
    ...(isSigned ? { ...state, phase: 'terbit' } : close(state, event.at)),
    merged: true,
    pelanggaran: isOrdered ? state.pelanggaran : [...state.pelanggaran, { event: index, ...violation }],
  };
}

/** Live on the portal: the system's step, where the SOP has one, is done (R16). */
function publish(state: State, event: EventOf<'published'>): State | Refused {
  if (state.phase === 'selesai') return state;
  if (state.phase !== 'terbit') return refuse('belum-terbit');
  if (event.sidik === null || event.sidik !== state.approved) return refuse('sidik-terbit-berbeda');
  const live: State = { ...state, published: true };
  if (kindAt(live, live.current) !== 'system') return finish(live);
  return finish(clearCurrent(live, doneBy(live, undefined, { at: event.at, by: event.by, review: null })));
}

/** Nothing left: finished; an observer left: published, and waiting for the airing report. */
function finish(state: State): State {
  return state.current >= state.context.sop.langkah.length ? { ...state, phase: 'selesai' } : state;
}

function observe(state: State, event: EventOf<'observed'>): State | Refused {
  if (state.phase === 'selesai') return state;
  if (!state.published || kindAt(state, state.current) !== 'observer') return refuse('belum-terbit');
  const rows = fitting(state, event.by, event.at, state.current);
  if (rows.length === 0) return withoutRole(state, event, state.current);
  if (needsAnother(state, state.current) && tookPart(state, event.by, state.current))
    return refuse('ikut-serta');
  return finish(clearCurrent(state, doneBy(state, rows[0], { at: event.at, by: event.by, review: null })));
}
