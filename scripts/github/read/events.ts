import { airingOf } from '../../core/airing.ts';
import { commandOf } from '../../core/command.ts';
import { eventSchema, type Event } from '../../core/events.ts';
import type { Issue, Result } from '../../core/issue.ts';
import { orderEvents } from '../../core/order.ts';
import { branchOf, noCommit, type Branch } from './activity.ts';
import type { Activity, Actor, Facts, Happening, Review, Version } from './facts.ts';
import { publishedOf, signatureLines } from './marker.ts';

/** The label that Decap's "In review" sets; setting it is a submission, its state is never read. */
const submittedLabel = 'decap-cms/pending_review';

/** Git's id of a folder without anything in it: what a version that deletes the item holds. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** An account that the platform does not name: it holds no role, so whatever it did only counts against. */
const nobody = 0;

export interface Reading {
  /** Account of Paraf's app: what it says was published is believed, what it labels is no submission. */
  readonly app: number;
  /** What a version holds, by the settings under which the item stands. */
  describe(version: Version): { readonly kelengkapan: readonly string[]; readonly opd?: string | undefined };
}

/**
 * Turns the facts of an item's pull request into events, in the order of R1. Times are the server's; what stood on
 * the branch at a time is told by its record of moves alone (R3).
 */
export function eventsOf(facts: Facts, reading: Reading): Result<Event[]> {
  if (facts.kind.kind !== 'item')
    return fault('bukan-butir', `Pull request #${facts.number} bukan tentang satu butir.`);
  const branch = branchOf(facts.activity, facts.head.oid);
  const opening = openingMoves(facts, branch);
  const first = opening.at(-1);
  if (first === undefined)
    return fault(
      'catatan-cabang',
      `Catatan cabang ${facts.head.ref} tidak memuat keadaan saat #${facts.number} dibuka, sehingga tidak ada yang dapat dibuktikan. Buat cabang dan pull request baru.`,
    );

  const sidikOf = (commit: string) => facts.versions.get(commit)?.sidik ?? emptyTree;
  const describe = (commit: string) => {
    const version = facts.versions.get(commit);
    return version === undefined ? { kelengkapan: [] } : reading.describe(version);
  };
  const authors = (commit: string) =>
    facts.versions.get(commit)?.commits.flatMap((item) => item.accounts) ?? [];

  const events: unknown[] = [];
  const author = openerOf(facts, opening);
  events.push({
    kind: 'opened',
    at: facts.createdAt,
    by: author,
    sidik: sidikOf(first.after),
    ...describe(first.after),
    // Whoever worked on the branch before is a contributor as well (R6).
    coAuthors: others(
      author,
      opening.flatMap((move) => [move.by?.id ?? nobody, ...authors(move.after)]),
    ),
  });
  for (const move of branch.moves) {
    if (opening.includes(move) || move.after === noCommit) continue;
    const by = move.by?.id ?? nobody;
    events.push({
      kind: 'content',
      at: move.at,
      by,
      sidik: sidikOf(move.after),
      ...describe(move.after),
      coAuthors: others(by, authors(move.after)),
    });
  }
  for (const review of facts.reviews) events.push(...reviewEvents(facts, review, branch));
  for (const happening of facts.happenings) events.push(...happeningEvents(facts, happening, branch));
  for (const comment of facts.comments) events.push(...commentEvents(comment, reading.app));
  return parsed(events);
}

/** Moves of the branch up to the opening of the pull request; a push in that second was there before it. */
function openingMoves(facts: Facts, branch: Branch) {
  const opened = Math.floor(Date.parse(facts.createdAt) / 1000);
  return branch.moves.filter(
    (move) => Math.floor(Date.parse(move.at) / 1000) <= opened && move.after !== noCommit,
  );
}

/** Who opened the item: a person, or, where an app opened the pull request, whoever put its content there (R6). */
function openerOf(facts: Facts, opening: readonly Activity[]): number {
  if (isPerson(facts.author)) return facts.author.id;
  const pusher = opening.findLast(({ by }) => isPerson(by))?.by;
  return (pusher ?? facts.author)?.id ?? nobody;
}

function others(by: number, accounts: readonly number[]): number[] {
  return [...new Set(accounts)].filter((akun) => akun !== by && akun !== nobody);
}

function parsed(events: readonly unknown[]): Result<Event[]> {
  const list: Event[] = [];
  const issues: Issue[] = [];
  for (const event of events) {
    const result = eventSchema.safeParse(event);
    if (result.success) list.push(result.data);
    else
      issues.push({
        code: 'peristiwa-tak-terbaca',
        file: 'GitHub',
        message: `Satu peristiwa tidak terbaca: ${result.error.issues[0]?.path.join('.') ?? ''} ${result.error.issues[0]?.message ?? ''}.`,
      });
  }
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, value: orderEvents(list).map(({ event }) => event) };
}

function fault(code: string, message: string): Result<never> {
  return { ok: false, issues: [{ code, file: 'GitHub', message }] };
}

/** People act; apps are no persons whatever their name says. */
function isPerson(actor: Actor | null): actor is Actor {
  return actor !== null && actor.type === 'User';
}

const verdictOf: Readonly<Record<string, 'sign' | 'return'>> = {
  APPROVED: 'sign',
  CHANGES_REQUESTED: 'return',
};

/** What a review was worth when it was sent: a dismissed one still was what it was, until its dismissal. */
export function sentVerdict(facts: Facts, review: Review): 'sign' | 'return' | 'comment' {
  const dismissal = facts.happenings.find(
    (happening) => happening.kind === 'dismissed' && happening.review === review.id,
  );
  const isDismissed = review.state === 'DISMISSED' && dismissal?.kind === 'dismissed';
  return verdictOf[isDismissed ? dismissal.before.toUpperCase() : review.state] ?? 'comment';
}

function reviewEvents(facts: Facts, review: Review, branch: Branch): unknown[] {
  if (!isPerson(review.by)) return [];
  // Its meaning is what was first sent: an edit must not turn a remark into something else, or a return into none.
  const { sidik, sebagai, text } = signatureLines(review.firstBody ?? review.body);
  const said = {
    kind: 'reviewed' as const,
    at: review.at,
    by: review.by.id,
    id: review.id,
    verdict: sentVerdict(facts, review),
    body: text,
    sidik: null,
    ...(sebagai === null ? {} : { sebagai }),
  };
  const command = wordsOf(review, commandOf(said));
  const proven =
    command === 'sign' && branch.movedAt(review.at) ? null : standing(facts, review, branch, sidik);
  const event = { ...said, verdict: command === 'submit' ? 'comment' : command, sidik: proven };
  if (review.edited === null) return [event];
  return [
    event,
    { kind: 'edited', at: review.edited.at, by: review.edited.by?.id ?? nobody, review: review.id },
  ];
}

type Command = ReturnType<typeof commandOf>;

/** Words edited in afterwards sign and submit nothing; a return stands, whatever was done to its words (R3). */
function wordsOf(review: Review, command: Command): Command {
  const isRewritten = review.edited !== null && review.firstBody === null;
  return isRewritten && command !== 'return' && verdictOf[review.state] === undefined ? 'comment' : command;
}

/** The content that a review was about, as far as it is proven; null where records disagree (R3). */
function standing(facts: Facts, review: Review, branch: Branch, said: string | null): string | null {
  const commit = branch.commitAt(review.at);
  const stood = commit === null ? null : (facts.versions.get(commit)?.sidik ?? null);
  if (stood === null) return null;
  if (said !== null) return said === stood ? stood : null;
  const named = review.commit === null ? null : (facts.versions.get(review.commit)?.sidik ?? null);
  return named === stood ? stood : null;
}

function happeningEvents(facts: Facts, happening: Happening, branch: Branch): unknown[] {
  const { at } = happening;
  const by = happening.by?.id ?? nobody;
  switch (happening.kind) {
    case 'labeled': {
      if (happening.label !== submittedLabel || !isPerson(happening.by)) return [];
      const commit = branch.commitAt(at);
      const sidik = commit === null ? null : (facts.versions.get(commit)?.sidik ?? null);
      return [{ kind: 'submitted', at, by, sidik }];
    }
    case 'dismissed':
      return [{ kind: 'dismissed', at, by, review: happening.review }];
    case 'closed':
      // A merge closes as well; that is no closing of its own.
      return facts.mergedAt !== null && Date.parse(at) >= Date.parse(facts.mergedAt)
        ? []
        : [{ kind: 'closed', at, by }];
    case 'reopened':
      return [{ kind: 'reopened', at, by }];
    case 'merged': {
      const version = facts.mergeCommit === null ? undefined : facts.versions.get(facts.mergeCommit);
      return [{ kind: 'merged', at, by, sidik: version?.sidik ?? null }];
    }
  }
}

function commentEvents(comment: Facts['comments'][number], app: number): unknown[] {
  if (comment.by?.id === app) {
    // People with rights can edit a comment of the app; what it said itself it never edits.
    const said = comment.edited ? null : publishedOf(comment.body);
    return said === null ? [] : [{ kind: 'published', at: comment.at, by: app, ...said }];
  }
  if (!isPerson(comment.by) || comment.edited) return [];
  const report = airingOf(comment.body);
  // A report with faults says nothing that could be written down; its author is told.
  if (report === null || !report.ok) return [];
  const { kanal, frekuensi, ketepatan } = report.airing;
  return [{ kind: 'observed', at: comment.at, by: comment.by.id, kanal, frekuensi, ketepatan }];
}
