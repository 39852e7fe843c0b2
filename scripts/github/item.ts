import type { AiringRecord } from '../core/airing.ts';
import { itemEntry, type LedgerEntry } from '../core/ledger.ts';
import { planItem, type Action, type ItemPull } from '../core/plan.ts';
import type { Position } from '../core/position.ts';
import type { Issue, Result } from '../core/issue.ts';
import { airingsOf } from './airing.ts';
import { isSubmitted } from '../core/state.ts';
import { checkContent } from './content.ts';
import { hasBranch } from './read/activity.ts';
import type { Client, Repository } from './read/client.ts';
import type { Facts, Version } from './read/facts.ts';
import { readItem, type ItemReading } from './read/item.ts';
import { undoOf } from './restore.ts';
import { readMergeResult } from './trees.ts';

/** What one look at an item found: where it stands, what to do, and what the ledger must say. */
export interface ItemLook {
  readonly reading: ItemReading;
  /** Plans the actions, once it is known whether the ledger has the entry. */
  plan(isRecorded: boolean): Action[];
  /** The entry that the ledger must have; null while nothing is merged as signed. */
  readonly entry: LedgerEntry | null;
  /** Airing reports that the records must have. */
  readonly airings: readonly AiringRecord[];
}

/** Reads an item's pull request to its end: position, plan, and ledger entry. */
export async function lookAtItem(
  client: Client,
  repository: Repository,
  facts: Facts,
  app: number,
  now: string,
): Promise<Result<ItemLook>> {
  const { kind } = facts;
  if (kind.kind !== 'item') throw new Error(`#${facts.number} is no item`);
  const reading = readItem(facts, app, now);
  if (!reading.ok) return reading;
  const { position, state, sop, events } = reading.value;
  const isMerged = facts.state === 'MERGED';
  const isViolation = isMerged && position.pelanggaran.length > 0;
  const merged = isMerged ? mergedVersion(facts) : undefined;
  if (isViolation && merged === undefined) return unknownMerge(facts);
  const sidik = (merged ?? facts.versions.get(facts.head.oid))?.sidik ?? null;
  // What the app merged was checked before; a merge by others is no way around the checks.
  const isUnchecked = facts.state === 'OPEN' || isViolation;
  const inFiles =
    isUnchecked && sidik !== null ? await checkContent(client, repository, kind.folder, sidik) : [];
  const findings = withoutRepeats([...reading.value.findings, ...inFiles.filter(isFault)]);
  const isAllowed = !isViolation || findings.length === 0;
  const entry = isAllowed ? entryOf(facts, position) : null;
  const undo =
    isViolation && entry === null
      ? await undoOf(client, repository, { folder: kind.folder, merged: sidik, now })
      : null;
  // What is merged is the head, so the head itself must be what was signed.
  const isReady =
    facts.state === 'OPEN' &&
    position.status === 'siap' &&
    sidik !== null &&
    sidik === position.sidikDisetujui;
  const pull: Omit<ItemPull, 'isRecorded'> = {
    sop,
    events,
    logins: loginsOf(facts),
    findings,
    unknownAuthors: unknownAuthorsOf(facts),
    mergeResult: isReady ? await readMergeResult(client, repository, facts.head.oid, kind.folder) : null,
    number: facts.number,
    state: facts.state,
    head: facts.head,
    hasBranch: hasBranch(facts),
    closedAt: facts.closedAt,
    folder: kind.folder,
    singular: kind.collection.singular,
    isSubmitted: isSubmitted(state),
    undo,
  };
  const { records, notes } = airingsOf(facts, state, kind.folder);
  return {
    ok: true,
    value: {
      reading: reading.value,
      plan: (isRecorded) => [
        ...planItem(position, { ...pull, isRecorded }),
        ...notes.map((note): Action => ({ kind: 'note', note })),
      ],
      entry,
      airings: records,
    },
  };
}

/** A warning is for the author; it holds nothing up. */
function isFault({ level }: Issue): boolean {
  return level === undefined;
}

/** Reader and check of the files both look at `index.md`: what both found is told once. */
function withoutRepeats(issues: readonly Issue[]): Issue[] {
  return [
    ...new Map(issues.map((issue) => [`${issue.field ?? issue.file} ${issue.message}`, issue])).values(),
  ];
}

/** The item as the merge left it on `main`. */
function mergedVersion(facts: Facts): Version | undefined {
  return facts.mergeCommit === null ? undefined : facts.versions.get(facts.mergeCommit);
}

function unknownMerge(facts: Facts): Result<never> {
  const message = `Commit penggabungan #${facts.number} tidak dapat dibaca, sehingga tidak diketahui apa yang harus dibatalkan. Bandingkan main dengan buku catatan; isinya tidak diterbitkan.`;
  return {
    ok: false,
    issues: [{ code: 'penggabungan-tak-terbaca', file: `#${facts.number}`, message }],
  };
}

/** Merged with the signed bytes: `terbit` says so; what was merged otherwise is never written down as approved. */
function entryOf(facts: Facts, position: Position): LedgerEntry | null {
  const { kind, mergeCommit, mergedAt } = facts;
  const isMerged = position.status === 'terbit' || position.status === 'selesai';
  if (kind.kind !== 'item' || !isMerged || mergeCommit === null || mergedAt === null) return null;
  const merged = mergedVersion(facts)?.sidik ?? null;
  if (merged === null || merged !== position.sidikDisetujui) return null;
  return itemEntry(position, {
    pull: facts.number,
    commit: mergeCommit,
    at: mergedAt,
    path: kind.folder,
    koleksi: kind.collection.name,
    sidik: merged,
  });
}

/** Login of every account that appears in the facts. */
export function loginsOf(facts: Facts): ReadonlyMap<number, string> {
  const actors = [
    facts.author,
    ...facts.reviews.flatMap(({ by, edited }) => [by, edited?.by ?? null]),
    ...facts.comments.map(({ by }) => by),
    ...facts.happenings.map(({ by }) => by),
    ...facts.activity.map(({ by }) => by),
  ];
  return new Map(actors.flatMap((actor) => (actor === null ? [] : [[actor.id, actor.login]])));
}

function unknownAuthorsOf(facts: Facts): string[] {
  const versions = [...facts.versions.values()];
  return [...new Set(versions.flatMap(({ commits }) => commits.flatMap(({ unknown }) => unknown)))];
}
