import type { EventOf } from './events.ts';
import { reopenReview } from './clear.ts';
import { advanceByVersion, fitting } from './maker.ts';
import { second } from './peran.ts';
import { refuse, type Refused } from './refuse.ts';
import { initialState, kindAt, withAccounts, withAt, type State } from './state.ts';

type Version = EventOf<'opened'> | EventOf<'content'>;

/** Takes over the bytes of a version, and who edited them without being their maker (R6). */
function withVersion(state: State, event: Version): State {
  const isMaker =
    kindAt(state, state.current) === 'maker' && fitting(state, event.by, event.at, state.current).length > 0;
  return {
    ...state,
    sidik: event.sidik,
    kelengkapan: event.kelengkapan,
    changed: second(event.at),
    lasting: isMaker ? withAccounts(state.lasting, [event.by]) : state.lasting,
    passing: withAccounts(state.passing, isMaker ? event.coAuthors : [event.by, ...event.coAuthors]),
  };
}

/** The pull request is opened: the first version, its office, and a contributor for good. */
export function open(state: State, event: EventOf<'opened'>): State | Refused {
  if (state.phase !== 'belum') return refuse('sudah-dibuka');
  const begun: State = {
    ...initialState(state.context),
    ditolak: state.ditolak,
    phase: 'berjalan',
    opd: event.opd ?? null,
    lasting: [event.by],
    mulai: withAt(state.mulai, 0, event.at),
  };
  return advanceByVersion(withVersion(begun, event), event.by, event.at);
}

/**
 * A new version (R7, R11). The same bytes change nothing. At a maker step it is the work itself; at a reviewer step
 * a holder of that step edits as part of it, as long as no `setujui` of this review is signed; every other edit
 * sends the position back to where the review began.
 */
export function change(state: State, event: EventOf<'content'>): State | Refused {
  if (state.merged) return refuse('sudah-digabung');
  if (event.sidik === state.sidik) return state;
  const next = withVersion(state, event);
  if (state.phase === 'ditutup') return next;
  if (kindAt(state, state.current) === 'maker') return advanceByVersion(next, event.by, event.at);
  const from = state.reviewFrom;
  if (from === null) return next;
  const isStepWork =
    kindAt(state, state.current) === 'reviewer' &&
    fitting(state, event.by, event.at, state.current).length > 0 &&
    !hasApproval(state, from);
  return isStepWork ? next : reopenReview(next, from, event.at);
}

/** Whether a `setujui` of the current review is signed. */
function hasApproval(state: State, from: number): boolean {
  return state.done.some(
    (done, index) =>
      index >= from && done !== null && state.context.sop.langkah[index]?.tindakan === 'setujui',
  );
}
