/**
 * A second reading of design section 4: what an event must do, written from the rules alone. It shares no function
 * and no state with the reducer, and has no clocks, no sentences and no appointments by date: only who may do what,
 * when. The proof walks it beside the reducer and compares the two after every event.
 */
import type { Event } from '../events.ts';
import {
  after,
  hasPapers,
  held,
  isReady,
  mayDo,
  needsSubmission,
  nobody,
  reviewAfter,
  reviewersFrom,
  statusOf,
  type Mark,
  type Model,
  type Rules,
} from './model-state.ts';

const secondOf = (at: string) => Math.floor(Date.parse(at) / 1000);

function marked(rules: Rules, model: Model, mark: Mark): Model {
  const marks = new Map(model.marks).set(model.turn, mark);
  return { ...model, marks, turn: after(rules, model.turn), isCorrecting: false };
}

/** R7, R10: back to a step of the review; it and the later ones of the ordinary way are open again. */
function undoneFrom({ steps }: Rules, model: Model, from: number): Model {
  const marks = new Map([...model.marks].filter(([place]) => place < from || steps[place]!.onlyCorrects));
  return { ...model, marks, turn: from };
}

/** What the design's rules make of an event. The model is replaced, never changed; itself where nothing happens. */
export function expected(rules: Rules, model: Model, event: Event): Model {
  if (event.kind === 'opened') return model.isOpened ? model : opened(rules, model, event);
  if (!model.isOpened) return model;
  if (event.kind === 'published') return published(rules, model, event);
  if (event.kind === 'observed') return observed(rules, model, event.by);
  if (model.merged !== 'no') return model;
  switch (event.kind) {
    case 'content':
      return changed(rules, model, event);
    case 'merged':
      return mergedBy(rules, model, event.by, event.sidik);
    case 'closed':
      return { ...model, isClosed: true };
    case 'reopened':
      return model.isClosed ? reopened(rules, { ...model, isClosed: false }) : model;
    default:
      return model.isClosed ? model : acted(rules, model, event);
  }
}

type Act = Extract<Event, { kind: 'submitted' | 'reviewed' | 'edited' | 'dismissed' }>;

/** What can only be done while the pull request is open. */
function acted(rules: Rules, model: Model, event: Act): Model {
  if (event.kind === 'submitted') return submitted(rules, model, event);
  if (event.kind === 'edited') return withdrawn(rules, model, event.review, () => true);
  if (event.kind === 'dismissed') {
    const { by } = event;
    const mayDismiss = (first: number) =>
      model.marks.get(first)!.by === by ||
      reviewersFrom(rules, first + 1).some((place) => mayDo(rules, by, place));
    return withdrawn(rules, model, event.review, mayDismiss);
  }
  const [firstLine = ''] = event.body.split('\n');
  if (event.verdict === 'return' || event.body.trimStart().startsWith('/kembalikan'))
    return returned(rules, model, event.by, event.body);
  if (event.verdict === 'sign' || firstLine.trim() === '/paraf') return signed(rules, model, event);
  return firstLine.trim() === '/ajukan' ? submitted(rules, model, event) : model;
}

type Version = Extract<Event, { kind: 'opened' | 'content' }>;

function opened(rules: Rules, model: Model, event: Version): Model {
  const begun = { ...model, isOpened: true, makers: new Set([event.by]) };
  return worked(rules, taken(rules, begun, event), event.by);
}

/** The bytes of a version, and whose they are (R6). */
function taken(rules: Rules, model: Model, { by, sidik, kelengkapan, at, coAuthors }: Version): Model {
  const isMakers = rules.steps[model.turn]?.kind === 'maker' && mayDo(rules, by, model.turn);
  return {
    ...model,
    bytes: sidik,
    papers: kelengkapan,
    changedAt: secondOf(at),
    makers: isMakers ? model.makers.union(new Set([by])) : model.makers,
    editors: model.editors.union(new Set(isMakers ? coAuthors : [by, ...coAuthors])),
  };
}

/** Section 3: one version does directly following maker steps of the same pelaksana, up to the one to be submitted. */
function worked(rules: Rules, model: Model, by: number): Model {
  let next = model;
  let roles = held(rules, by, model.turn);
  while (
    roles.size > 0 &&
    rules.steps[next.turn]?.kind === 'maker' &&
    !next.isCorrecting &&
    !needsSubmission(rules, next.turn) &&
    hasPapers(rules, next, next.turn)
  ) {
    next = marked(rules, next, { by, review: null, bytes: next.bytes });
    roles = roles.intersection(rules.steps[next.turn]!.roles);
  }
  return next;
}

/** R7, R11. */
function changed(rules: Rules, model: Model, event: Version): Model {
  if (event.sidik === model.bytes) return model;
  const next = taken(rules, model, event);
  if (model.isClosed) return next;
  const kind = rules.steps[model.turn]?.kind;
  if (kind === 'maker') return worked(rules, next, event.by);
  const from = model.review!;
  const isApproved = [...model.marks.keys()].some((place) => place >= from && rules.steps[place]!.isApproval);
  const isPartOfStep = kind === 'reviewer' && mayDo(rules, event.by, model.turn) && !isApproved;
  return isPartOfStep ? next : undoneFrom(rules, next, from);
}

interface Proposal {
  readonly by: number;
  readonly sidik: string | null;
}

/** R9 at a maker step; R6 during a review, where it moves nothing. */
function submitted(rules: Rules, model: Model, { by, sidik }: Proposal): Model {
  const isWork = rules.steps[model.turn]?.kind === 'maker';
  const place = isWork ? model.turn : model.lastSubmitted!;
  let roles = held(rules, by, place);
  if (by === rules.app || roles.size === 0 || sidik === null || sidik !== model.bytes) return model;
  if (isWork && !hasPapers(rules, model, place)) return model;
  const makers = model.makers.union(new Set([by]));
  const editors = model.editors.intersection(new Set([by]));
  let next: Model = { ...model, makers, editors };
  if (!isWork) return next;
  do {
    const from = next.turn;
    const leads = next.isCorrecting || needsSubmission(rules, from);
    next = marked(rules, next, { by, review: null, bytes: sidik });
    if (leads) {
      const review = reviewAfter(rules, next, from);
      return { ...next, turn: review, review, lastSubmitted: from };
    }
    roles = roles.intersection(rules.steps[next.turn]!.roles);
  } while (roles.size > 0 && hasPapers(rules, next, next.turn));
  return next;
}

/** R3 to R6: who may clear what. */
function signed(rules: Rules, model: Model, event: Extract<Event, { kind: 'reviewed' }>): Model {
  const { by, sidik, id, sebagai } = event;
  if (by === rules.app || sidik === null || sidik !== model.bytes) return model;
  if (secondOf(event.at) === model.changedAt) return model;
  let next = model;
  let roles = held(rules, by, model.turn);
  if (sebagai !== undefined) roles = roles.intersection(new Set([sebagai]));
  while (
    roles.size > 0 &&
    rules.steps[next.turn]?.kind === 'reviewer' &&
    hasPapers(rules, next, next.turn) &&
    !(rules.steps[next.turn]!.isApproval && (model.makers.has(by) || model.editors.has(by)))
  ) {
    next = marked(rules, next, { by, review: id, bytes: sidik });
    roles = roles.intersection(rules.steps[next.turn]?.roles ?? nobody);
  }
  return next;
}

/** R8. */
function returned(rules: Rules, model: Model, by: number, body: string): Model {
  if (rules.steps[model.turn]?.kind === 'maker' || by === rules.app) return model;
  if (
    body
      .trim()
      .replace(/^\/kembalikan/, '')
      .trim() === ''
  )
    return model;
  const own = reviewersFrom(rules, model.review!).findLast((place) => model.marks.get(place)?.by === by);
  const isHolder = reviewersFrom(rules, model.turn).some((place) => mayDo(rules, by, place));
  if (own === undefined && !isHolder) return model;
  const target = rules.steps[isReady(rules, model) ? own! : model.turn]!.backTo ?? model.lastSubmitted!;
  const from = rules.steps[target]!.onTo ?? reviewersFrom(rules, target + 1)[0]!;
  const marks = new Map([...model.marks].filter(([place]) => place !== target && place < from));
  return { ...model, marks, turn: target, isCorrecting: true, review: null, rounds: model.rounds + 1 };
}

/** R3 (edited) and R10 (dismissed): a signature of the latest review counts no more. */
function withdrawn(rules: Rules, model: Model, id: string, may: (first: number) => boolean): Model {
  const { review, marks } = model;
  if (review === null) return model;
  const first = rules.steps.findIndex((_, place) => place >= review && marks.get(place)?.review === id);
  return first < 0 || !may(first) ? model : undoneFrom(rules, model, first);
}

/** R10: the signatures of the current review lapse. */
function reopened(rules: Rules, model: Model): Model {
  const isReview = rules.steps[model.turn]?.kind !== 'maker';
  return isReview && model.review !== null ? undoneFrom(rules, model, model.review) : model;
}

/** R15. */
function mergedBy(rules: Rules, model: Model, by: number, bytes: string | null): Model {
  const isSigned = isReady(rules, model) && bytes !== null && bytes === model.bytes;
  const violations = isSigned && by === rules.app ? model.violations : model.violations + 1;
  return { ...model, merged: isSigned ? 'signed' : 'taken', violations };
}

/** R16, R3: live with the signed bytes. */
function published(rules: Rules, model: Model, event: Extract<Event, { kind: 'published' }>): Model {
  if (model.merged !== 'signed' || event.sidik !== model.bytes || statusOf(rules, model) === 'selesai')
    return model;
  const live = { ...model, isLive: true };
  return rules.steps[model.turn]?.kind === 'system'
    ? marked(rules, live, { by: event.by, review: null, bytes: model.bytes })
    : live;
}

/** R16: what is left is the observer's. */
function observed(rules: Rules, model: Model, by: number): Model {
  if (!model.isLive || rules.steps[model.turn]?.kind !== 'observer' || !mayDo(rules, by, model.turn))
    return model;
  const didAny = [...model.marks.values()].some((mark) => mark.by === by);
  const isOwn = didAny || model.makers.has(by) || model.editors.has(by);
  if (rules.steps[model.turn]!.byAnother && isOwn) return model;
  return marked(rules, model, { by, review: null, bytes: model.bytes });
}
