/** What the second reading of the rules (`model.ts`) remembers, and what it asks of an SOP. */
import { kindOf, type Kind, type SopDocument } from '../../../content/schema/sop.ts';

/** A step as the rules see it; steps are named by their place. */
interface Step {
  readonly kind: Kind;
  readonly isApproval: boolean;
  readonly roles: ReadonlySet<string>;
  readonly papers: readonly string[];
  readonly backTo: number | null;
  readonly onTo: number | null;
  readonly onlyCorrects: boolean;
  readonly byAnother: boolean;
}

/** What stays the same: the SOP, and who holds which roles all the time. */
export interface Rules {
  readonly steps: readonly Step[];
  readonly roles: ReadonlyMap<number, ReadonlySet<string>>;
  readonly app: number | null;
}

/** That a step is done: by whom, by which review (null: not by one), on which bytes. */
export interface Mark {
  readonly by: number;
  readonly review: string | null;
  readonly bytes: string | null;
}

/** Everything that the rules need to remember. */
export interface Model {
  readonly isOpened: boolean;
  readonly isClosed: boolean;
  /** `taken`: merged although it was not signed. */
  readonly merged: 'no' | 'signed' | 'taken';
  readonly isLive: boolean;
  readonly violations: number;
  readonly bytes: string | null;
  readonly papers: readonly string[];
  readonly changedAt: number;
  /** Whose turn it is: place of a step, or the number of steps. */
  readonly turn: number;
  readonly marks: ReadonlyMap<number, Mark>;
  /** R6: contributors for good. */
  readonly makers: ReadonlySet<number>;
  /** R6: contributors until somebody else puts their bytes forward. */
  readonly editors: ReadonlySet<number>;
  /** Where the latest review began, as long as no return ended it. */
  readonly review: number | null;
  readonly lastSubmitted: number | null;
  readonly isCorrecting: boolean;
  readonly rounds: number;
}

export const unopened: Model = {
  isOpened: false,
  isClosed: false,
  merged: 'no',
  isLive: false,
  violations: 0,
  bytes: null,
  papers: [],
  changedAt: -1,
  turn: 0,
  marks: new Map(),
  makers: new Set(),
  editors: new Set(),
  review: null,
  lastSubmitted: null,
  isCorrecting: false,
  rounds: 0,
};

/** The rules of an SOP, and the people who hold its roles. */
export function rulesOf(sop: SopDocument, holders: Iterable<readonly [number, string]>, app: number): Rules {
  const placeOf = (no: number | null) => (no === null ? null : sop.langkah.findIndex((l) => l.no === no));
  const roles = new Map<number, Set<string>>();
  for (const [person, role] of holders) roles.set(person, (roles.get(person) ?? new Set()).add(role));
  return {
    app,
    roles,
    steps: sop.langkah.map((langkah) => ({
      kind: kindOf(langkah.tindakan),
      isApproval: langkah.tindakan === 'setujui',
      roles: new Set(langkah.pelaksana),
      papers: langkah.kelengkapan.flatMap(({ id }) => id ?? []),
      backTo: placeOf(langkah.kembaliKe),
      onTo: placeOf(langkah.lanjutKe),
      onlyCorrects: langkah.hanyaKoreksi,
      byAnother: langkah.orangLain,
    })),
  };
}

export const nobody: ReadonlySet<string> = new Set();

/** The roles of a step that a person holds. */
export function held({ roles, steps }: Rules, person: number, place: number): ReadonlySet<string> {
  return (roles.get(person) ?? nobody).intersection(steps[place]?.roles ?? nobody);
}

export const mayDo = (rules: Rules, person: number, place: number) => held(rules, person, place).size > 0;

/** Places of reviewer steps from one on. */
export function reviewersFrom({ steps }: Rules, from: number): number[] {
  return steps.flatMap(({ kind }, place) => (place >= from && kind === 'reviewer' ? [place] : []));
}

/** The next step of the ordinary way. */
export function after({ steps }: Rules, place: number): number {
  const next = steps.findIndex((step, other) => other > place && !step.onlyCorrects);
  return next < 0 ? steps.length : next;
}

/** R9: where the review begins that a submission of a maker step leads to; no reviewer before it is left out. */
export function reviewAfter(rules: Rules, { marks }: Model, place: number): number {
  const named = rules.steps[place]!.onTo ?? reviewersFrom(rules, place + 1)[0]!;
  return reviewersFrom(rules, 0).find((other) => other >= named || !marks.has(other)) ?? named;
}

/** R5: the papers of a step and of all before it. */
export function hasPapers({ steps }: Rules, { papers }: Model, place: number): boolean {
  return steps.slice(0, place + 1).every((step) => step.papers.every((id) => papers.includes(id)));
}

/** Whether a submission of this maker step, not a version alone, leads on: a reviewer is next, or it says where to. */
export function needsSubmission(rules: Rules, place: number): boolean {
  const { steps } = rules;
  return steps[place]!.onTo !== null || steps[after(rules, place)]?.kind !== 'maker';
}

/** Every reviewer step before publication is signed (section 7), and nothing else is waited for. */
export function isReady(rules: Rules, model: Model): boolean {
  const kind = rules.steps[model.turn]?.kind;
  return (
    model.isOpened &&
    !model.isClosed &&
    model.merged === 'no' &&
    kind !== 'maker' &&
    reviewersFrom(rules, 0).every((place) => model.marks.has(place))
  );
}

/** What the Position must call it. */
export function statusOf(rules: Rules, model: Model): string {
  if (model.merged === 'taken') return 'ditutup';
  if (model.merged === 'signed')
    return model.isLive && model.turn >= rules.steps.length ? 'selesai' : 'terbit';
  if (model.isClosed) return 'ditutup';
  return isReady(rules, model) ? 'siap' : 'berjalan';
}
