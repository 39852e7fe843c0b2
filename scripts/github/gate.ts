import type { Issue } from '../core/issue.ts';
import type { LedgerEntry } from '../core/ledger.ts';
import { planFailure, type Action } from '../core/plan.ts';
import { recordEntry, type Recorded } from '../publish/ledger.ts';
import { urlOf } from '../../content/schema/collections.ts';
import { applyCheck } from './apply/check.ts';
import { publishedMarker } from './read/marker.ts';
import { applyActions, type Applied } from './apply/actions.ts';
import { lookAtItem } from './item.ts';
import { updateAntrean, type Antrean } from './antrean.ts';
import { statusOf, type Client, type Repository } from './read/client.ts';
import type { Facts } from './read/facts.ts';
import { readPullRequest } from './read/pull.ts';
import { lookAtSistem } from './sistem.ts';

export interface LookOptions {
  /** ISO 8601 with zone; the server's clock. */
  readonly now: () => string;
  /** Account of Paraf's app. */
  readonly app: number;
}

/** What one look did. */
export interface Look {
  readonly number: number;
  /** Position in one line, as on the check. */
  readonly title: string;
  readonly applied: readonly Applied[];
  /** Entry written to the ledger by this look: something new may be published. */
  readonly recorded: Recorded | null;
  /** Why the pull request has no position. */
  readonly issues: readonly Issue[];
  /** Whether the look could not be completed and should be tried again. */
  readonly again: boolean;
}

/** A look understood: its plan, and what must stand in the ledger and in the queue. */
interface Understood {
  readonly facts: Facts;
  readonly entry: LedgerEntry | null;
  plan(isRecorded: boolean): Action[];
  readonly antrean: Antrean | null;
}

type Attempt =
  | { readonly kind: 'dipahami'; readonly understood: Understood }
  | {
      readonly kind: 'gagal';
      readonly facts: Facts | null;
      readonly title: string;
      readonly issues: readonly Issue[];
    };

/** Looking again after a merge or a reopening: more rounds than this change nothing. */
const maxRounds = 4;

/**
 * Looks at one pull request: facts → events → position → plan → actions; after a merge, the ledger. Whatever
 * triggered it, the whole is read anew, so a look may be lost, repeated, or come late. A crash at any point is mended
 * by the next look.
 */
export async function look(
  client: Client,
  repository: Repository,
  number: number,
  options: LookOptions,
): Promise<Look> {
  const applied: Applied[] = [];
  let recorded: Recorded | null = null;
  let title = '';
  for (let round = 0; round < maxRounds; round += 1) {
    const attempt = await understand(client, repository, number, options);
    if (attempt.kind === 'gagal') {
      const { facts, issues, title: failure } = attempt;
      if (facts === null) await failUnread(client, repository, number, failure, issues);
      else if (facts.state !== 'MERGED') {
        const actions = planFailure(facts.head.oid, failure, issues);
        applied.push(...(await applyActions(client, { repository, facts, app: options.app }, actions)));
      }
      return { number, title: failure, applied, recorded, issues, again: facts === null };
    }
    const { facts, entry, plan, antrean } = attempt.understood;
    // The ledger first: whoever sees the branch gone must find the entry.
    const written = entry === null ? null : await recordEntry(client, repository, entry, options.now());
    if (written?.isNew === true) recorded = written.recorded;
    const actions = plan(written !== null);
    const results = await applyActions(client, { repository, facts, app: options.app }, actions);
    applied.push(...results);
    title = actions.find((action) => action.kind === 'check')?.title ?? title;
    // What moved the pull request itself has made the facts old.
    const hasMoved = results.some(
      ({ kind, outcome }) =>
        outcome === 'dilakukan' && (kind === 'merge' || kind === 'reopen' || kind === 'updateBranch'),
    );
    if (hasMoved) continue;
    await updateAntrean(client, repository, number, antrean);
    break;
  }
  const again = applied.some(({ kind, outcome }) => kind === 'merge' && outcome === 'ditolak');
  return { number, title, applied, recorded, issues: [], again };
}

/** What cannot be read must not keep a success of earlier: the check on the head fails, with the reason (R13). */
async function failUnread(
  client: Client,
  repository: Repository,
  number: number,
  title: string,
  issues: readonly Issue[],
): Promise<void> {
  let head: string;
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...repository,
      pull_number: number,
    });
    const pull = data as { state: string; head: { sha: string } };
    if (pull.state !== 'open') return;
    head = pull.head.sha;
  } catch (error) {
    if (statusOf(error) === 404) return;
    throw error;
  }
  const check = planFailure(head, title, issues).find((action) => action.kind === 'check');
  if (check !== undefined) await applyCheck(client, repository, check);
}

/**
 * Tells a merged pull request that its item is live: its position is then `terbit` on the portal, and `selesai` where
 * nothing is left. Written once.
 */
export async function announce(
  client: Client,
  repository: Repository,
  app: number,
  live: { readonly pull: number; readonly path: string; readonly sidik: string },
): Promise<void> {
  const url = urlOf(live.path);
  const marker = publishedMarker(live.sidik, url);
  for (let page = 1; page <= 20; page += 1) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...repository,
      issue_number: live.pull,
      per_page: 100,
      page,
    });
    const comments = data as readonly { body?: string; user: { id: number } | null }[];
    if (comments.some(({ body, user }) => user?.id === app && body?.startsWith(marker) === true)) return;
    if (comments.length < 100) break;
  }
  await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...repository,
    issue_number: live.pull,
    body: `${marker}\nSudah tayang di portal: \`${url}\`. Sidiknya \`${live.sidik}\`, sama dengan yang diparaf.`,
  });
}

async function understand(
  client: Client,
  repository: Repository,
  number: number,
  options: LookOptions,
): Promise<Attempt> {
  const read = await readPullRequest(client, repository, number);
  if (!read.ok) {
    const facts = null;
    return { kind: 'gagal', facts, title: 'Tidak dapat dibaca', issues: read.issues };
  }
  const facts = read.value;
  const { kind } = facts;
  switch (kind.kind) {
    case 'ditolak':
      return {
        kind: 'gagal',
        facts,
        title: `Ditolak: ${kind.message}`,
        issues: [{ code: kind.code, file: `#${number}`, message: kind.message }],
      };
    case 'item': {
      const item = await lookAtItem(client, repository, facts, options.app, options.now());
      if (!item.ok) return { kind: 'gagal', facts, title: 'Tidak dapat dinilai', issues: item.issues };
      const { position, judul, opd, plan, entry } = item.value;
      const isOpen = position.status !== 'selesai' && position.status !== 'ditutup';
      const antrean = {
        pull: number,
        judul: judul ?? facts.title,
        path: kind.folder,
        koleksi: kind.collection.name,
        opd,
        pembuka: facts.author?.id ?? null,
        dibuka: facts.createdAt,
        posisi: position,
      };
      return {
        kind: 'dipahami',
        understood: { facts, entry, plan, antrean: isOpen ? antrean : null },
      };
    }
    case 'sistem': {
      const sistem = await lookAtSistem(client, repository, facts, options.now());
      if (!sistem.ok) return { kind: 'gagal', facts, title: 'Tidak dapat dinilai', issues: sistem.issues };
      const { plan, entry } = sistem.value;
      return { kind: 'dipahami', understood: { facts, entry, plan, antrean: null } };
    }
  }
}
