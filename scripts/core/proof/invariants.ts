/** What must hold of every event in every history, each as a function named after the rule it comes from. */
import type { Event } from '../events.ts';
import type { State } from '../state.ts';
import { held, statusOf, type Model, type Rules } from './model-state.ts';

/** One event: the state and the model before it and after it. */
export interface Moment {
  readonly rules: Rules;
  readonly before: State;
  readonly event: Event;
  readonly after: State;
  readonly known: Model;
  readonly knownAfter: Model;
}

type Invariant = (moment: Moment) => string | null;

const status = ({ phase }: State) => (phase === 'belum' ? 'berjalan' : phase);

/** Places of steps that were open and are done now, and the other way round. */
function closedNow({ before, after }: Moment): number[] {
  if (before.done === after.done) return [];
  return after.done.flatMap((done, place) => (done !== null && done !== before.done[place] ? [place] : []));
}
function openedNow({ before, after }: Moment): number[] {
  if (before.done === after.done) return [];
  return before.done.flatMap((done, place) => (done !== null && after.done[place] === null ? [place] : []));
}

const isReviewer = (rules: Rules, place: number) => rules.steps[place]!.kind === 'reviewer';

/** Section 4 as a whole: reducer and model, written apart, say the same. */
export const agreesWithTheRules: Invariant = ({ rules, after, knownAfter: model }) => {
  if (status(after) !== statusOf(rules, model))
    return `status is ${after.phase}, not ${statusOf(rules, model)}`;
  if (after.current !== model.turn) return `place ${after.current} is waited for, not ${model.turn}`;
  if (after.rounds !== model.rounds) return `${after.rounds} rounds, not ${model.rounds}`;
  if (after.sidik !== model.bytes) return `content ${after.sidik}, not ${model.bytes}`;
  if (after.pelanggaran.length !== model.violations) return `${after.pelanggaran.length} violations`;
  for (const [place, done] of after.done.entries()) {
    const mark = model.marks.get(place) ?? null;
    if ((done === null) !== (mark === null)) return `place ${place} is ${done === null ? 'open' : 'done'}`;
    if (done === null || mark === null) continue;
    if (done.by !== mark.by || done.review !== mark.review || done.sidik !== mark.bytes)
      return `place ${place} was done by ${done.by} (${done.review}) on ${done.sidik}, not by ${mark.by} (${mark.review}) on ${mark.bytes}`;
  }
  return null;
};

/** R3, R5, section 7: `siap` needs every reviewer step, signed by an eligible person on the content of its time. */
export const readyMeansSigned: Invariant = ({ rules, before, event, after, known }) => {
  if (after.phase !== 'siap') return null;
  for (const [place, done] of after.done.entries()) {
    if (!isReviewer(rules, place)) continue;
    if (done === null || done.review === null) return `siap, and place ${place} is unsigned`;
    if (held(rules, done.by, place).size === 0) return `siap, and ${done.by} has no role at place ${place}`;
    if (rules.steps[place]!.isApproval && done.sidik !== after.sidik)
      return `siap, and the approval at place ${place} is of ${done.sidik}`;
  }
  if (after.approved !== after.sidik) return 'siap, with other content approved than stands';
  if (before.phase === 'siap') return null;
  if (event.kind !== 'reviewed' || event.sidik !== known.bytes) return `siap by ${event.kind}`;
  return null;
};

/** R6: nobody who contributed clears a `setujui`; the model keeps its own list of who did. */
export const approversAreOutsiders: Invariant = (moment) => {
  for (const place of closedNow(moment)) {
    const { by } = moment.after.done[place]!;
    if (!moment.rules.steps[place]!.isApproval) continue;
    if (moment.known.makers.has(by) || moment.known.editors.has(by))
      return `${by} approved their own content`;
  }
  return null;
};

/** R3, R4, R5: a reviewer step is cleared by a review alone: in its turn, of the content that stands, with its papers. */
export const signaturesCount: Invariant = (moment) => {
  const { rules, before, event, after, known } = moment;
  const cleared = closedNow(moment);
  if (cleared.length > 0 && cleared[0] !== before.current) return `place ${cleared[0]} was done out of turn`;
  for (const place of cleared.filter((each) => isReviewer(rules, each))) {
    if (event.kind !== 'reviewed') return `place ${place} was signed by ${event.kind}`;
    if (event.sidik === null || event.sidik !== known.bytes)
      return `place ${place} was signed on other content`;
    if (held(rules, event.by, place).size === 0) return `${event.by} has no role at place ${place}`;
    if (after.done[place]!.review !== event.id) return `place ${place} names another review`;
    const needed = rules.steps.slice(0, place + 1).flatMap(({ papers }) => papers);
    if (needed.some((id) => !known.papers.includes(id)))
      return `place ${place} was signed without its papers`;
  }
  return null;
};

/** R9: a correction, and the last maker step before a review, end with a submission of the content that stands. */
export const submissionsEndMaking: Invariant = (moment) => {
  const { rules, event, after, known } = moment;
  for (const place of closedNow(moment)) {
    if (rules.steps[place]!.kind !== 'maker') continue;
    if (held(rules, event.by, place).size === 0) return `${event.by} has no role at place ${place}`;
    const isSubmission = event.kind === 'submitted' || event.kind === 'reviewed';
    if (isSubmission && event.sidik !== known.bytes) return `place ${place} was submitted as other content`;
    const leads = isReviewer(rules, after.current) || known.isCorrecting;
    if (leads && !isSubmission) return `place ${place} ended by ${event.kind}`;
  }
  return null;
};

/** R14: a step that is done stays so, and as it was, unless a rule opens it again. */
export const doneStaysDone: Invariant = (moment) => {
  const { rules, before, event, after } = moment;
  const opened = openedNow(moment);
  for (const [place, done] of before.done.entries()) {
    const now = after.done[place];
    if (done !== null && now !== null && now !== done) return `place ${place} was done again`;
  }
  if (opened.length === 0) return null;
  if (event.kind === 'content' && event.sidik === before.sidik) return 'the same bytes opened a step (R11)';
  const may: Partial<Record<Event['kind'], string>> = {
    content: 'R7',
    reviewed: 'R8',
    edited: 'R3',
    dismissed: 'R10',
    reopened: 'R10',
  };
  if (may[event.kind] === undefined) return `${event.kind} opened places ${opened.join()}`;
  if (event.kind === 'reviewed')
    return after.rounds > before.rounds ? null : 'a review that is no return opened a step';
  const from = before.reviewFrom;
  if (from === null || opened.some((place) => place < from)) return `${event.kind} reached behind the review`;
  if (event.kind === 'content' && rules.steps[before.current]?.kind === 'maker')
    return 'work opened a step (R7)';
  return null;
};

/** R8: rounds are counted by returns, one each, and never fall. */
export const roundsOnlyGrow: Invariant = ({ rules, before, event, after }) => {
  const more = after.rounds - before.rounds;
  if (more === 0) return null;
  if (more !== 1 || event.kind !== 'reviewed') return `${event.kind} changed the rounds by ${more}`;
  if (rules.steps[after.current]?.kind !== 'maker') return 'a return led to no maker';
  return null;
};

/** R15, R16: `terbit` follows `siap` alone, with the content that every `setujui` signed, and `selesai` ends it. */
export const publishedIsSigned: Invariant = ({ rules, before, event, after }) => {
  const isOut = after.phase === 'terbit' || after.phase === 'selesai';
  if (!isOut) {
    if (before.phase === 'terbit' || before.phase === 'selesai')
      return `${after.phase} after ${before.phase}`;
    return after.published ? 'live without a merge' : null;
  }
  if (after.approved !== after.sidik) return 'published other content than was approved';
  for (const [place, done] of after.done.entries())
    if (rules.steps[place]!.isApproval && done?.sidik !== after.approved)
      return `place ${place} signed other content`;
  if (before.phase === 'selesai') return null;
  if (after.phase === 'selesai') {
    if (before.phase !== 'terbit') return `selesai after ${before.phase}`;
    const isLeft = rules.steps.some(({ onlyCorrects }, place) => !onlyCorrects && after.done[place] === null);
    return isLeft || !after.published ? 'selesai, and something is left' : null;
  }
  if (before.phase === 'terbit') return null;
  if (before.phase !== 'siap') return `terbit after ${before.phase}`;
  if (event.kind !== 'merged' || event.sidik !== before.approved) return `terbit by ${event.kind}`;
  return null;
};

/** R5: what is refused is recorded, and changes nothing else unless the same signature cleared an earlier step. */
export const refusedChangesNothing: Invariant = (moment) => {
  const { before, after } = moment;
  if (after.ditolak === before.ditolak || closedNow(moment).length > 0) return null;
  for (const key of Object.keys(before) as (keyof State)[])
    if (key !== 'ditolak' && before[key] !== after[key]) return `a refusal changed ${key}`;
  return null;
};

/** R12: the step that is waited for has a clock, and it started with the event that led to it. */
export const clocksRun: Invariant = ({ before, event, after }) => {
  if (after.phase === 'belum' || after.current >= after.mulai.length) return null;
  if (after.mulai[after.current] === null) return `place ${after.current} has no clock`;
  if (after.current !== before.current && after.mulai[after.current] !== event.at)
    return `the clock of place ${after.current} did not start with the event`;
  return null;
};

/** R15: everything but a merge of the signed content by the app, at `siap`, is a violation. */
export const mergesAreJudged: Invariant = ({ rules, before, event, after }) => {
  const more = after.pelanggaran.length - before.pelanggaran.length;
  if (event.kind !== 'merged' || before.merged || before.phase === 'belum')
    return more === 0 ? null : `${event.kind} is no violation`;
  const isOrdered = before.phase === 'siap' && event.sidik === before.approved && event.by === rules.app;
  if (more !== (isOrdered ? 0 : 1))
    return isOrdered ? 'an ordered merge is no violation' : 'a violation is not told';
  return null;
};

export const invariants = Object.entries<Invariant>({
  agreesWithTheRules,
  readyMeansSigned,
  approversAreOutsiders,
  signaturesCount,
  submissionsEndMaking,
  doneStaysDone,
  roundsOnlyGrow,
  publishedIsSigned,
  refusedChangesNothing,
  clocksRun,
  mergesAreJudged,
});

/** The first invariant that an event breaks, and how; null where all hold. */
export function brokenBy(moment: Moment): string | null {
  for (const [name, holds] of invariants) {
    const fault = holds(moment);
    if (fault !== null) return `${name}: ${fault}`;
  }
  return null;
}
