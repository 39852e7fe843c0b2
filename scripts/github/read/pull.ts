import type { Issue, Result } from '../../core/issue.ts';
import { branchOf, noCommit, ownActivity, readActivity } from './activity.ts';
import type { Client, Repository } from './client.ts';
import type { Actor, Comment, Facts, Happening, Review } from './facts.ts';
import { kindOfPull, type PullKind } from './kind.ts';
import { pullAnswer, pullQuery, type PullAnswer, type RawActor } from './queries.ts';
import { parseSistem, recordAt } from './record.ts';
import { readParts } from './versions.ts';

const fail = (code: string, message: string): Result<never> => ({
  ok: false,
  issues: [{ code, file: 'GitHub', message } satisfies Issue],
});

/**
 * Reads everything about one pull request in three reads: what happened to it, how its branch moved, and what its
 * versions hold (design, section 5). The same in the gate and in Meja. What cannot be read whole is an issue (R13).
 */
export async function readPullRequest(
  client: Client,
  repository: Repository,
  number: number,
): Promise<Result<Facts>> {
  const read = await readPages(client, repository, number);
  if (!read.ok) return read;
  const { pull, sistem } = read.value;
  const records = parseSistem(sistem);
  if (!records.ok) return records;
  const last = records.value.at(-1)!;

  const opened = recordAt(records.value, pull.createdAt);
  const kind = await kindOf(client, repository, pull);
  const record = await readActivity(client, repository, pull.headRefName);
  if (!record.ok) return record;
  const ended = pull.mergedAt ?? (pull.state === 'CLOSED' ? (pull.closedAt ?? null) : null);
  const activity = ownActivity(record.value, pull.createdAt, ended);

  const reviews = pull.reviews?.nodes.flatMap(reviewOf) ?? [];
  const moved = branchOf(activity, pull.headRefOid).moves.map(({ after }) => after);
  const commits = [...moved, pull.headRefOid, ...reviews.flatMap(({ commit }) => commit ?? [])];
  if (pull.mergeCommit) commits.push(pull.mergeCommit.oid);
  const parts = await readParts(client, repository, {
    folder: kind.kind === 'item' ? kind.folder : null,
    commits: [...new Set(commits)].filter((commit) => commit !== noCommit),
    // A push that merges brings the branch's own commits to main: their authors stay contributors (R6).
    main: pull.state === 'MERGED' ? pull.baseRefOid : undefined,
    nowCommit: last.commit,
    openedCommit: opened.commit,
    records: records.value.slice(records.value.indexOf(opened)),
  });
  if (!parts.ok) return parts;

  return {
    ok: true,
    value: {
      number: pull.number,
      title: pull.title,
      state: pull.state,
      author: actorOf(pull.author),
      createdAt: pull.createdAt,
      closedAt: pull.closedAt ?? null,
      mergedAt: pull.mergedAt ?? null,
      mergeCommit: pull.mergeCommit?.oid ?? null,
      base: pull.baseRefName,
      head: { ref: pull.headRefName, oid: pull.headRefOid },
      kind,
      labels: pull.labels?.nodes.map(({ name }) => name) ?? [],
      reviews,
      comments: pull.comments.nodes.map(commentOf),
      happenings: pull.timelineItems.nodes.flatMap(happeningOf),
      activity,
      records: records.value,
      ...parts.value,
    },
  };
}

const maxPages = 20;

/** First read; asked again with cursors until every list has been read to its end. */
async function readPages(
  client: Client,
  { owner, repo }: Repository,
  number: number,
): Promise<Result<{ pull: PullAnswer; sistem: string | null }>> {
  let whole: PullAnswer | undefined;
  const cursors: Record<string, string | null> = {
    files: null,
    reviews: null,
    comments: null,
    timeline: null,
  };
  for (let page = 0; page < maxPages; page += 1) {
    const raw = await client.graphql(pullQuery, { owner, repo, number, ...cursors });
    const parsed = pullAnswer.safeParse(raw);
    if (!parsed.success)
      return fail(
        'jawaban-tak-terbaca',
        `Jawaban GitHub tentang #${number} tidak terbaca (${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.message ?? ''}).`,
      );
    const { pullRequest: pull, sistem } = parsed.data.repository;
    if (!pull) return fail('tidak-ditemukan', `Pull request #${number} tidak ditemukan.`);
    if (sistem?.isTruncated === true)
      return fail('catatan-sistem', 'Catatan sistem terlalu besar untuk dibaca.');
    if (whole !== undefined && whole.headRefOid !== pull.headRefOid)
      return fail('berubah-selagi-dibaca', `Pull request #${number} berubah selagi dibaca. Coba lagi.`);
    whole = whole === undefined ? pull : joined(whole, pull);
    if (pull.labels?.pageInfo.hasNextPage === true)
      return fail('terlalu-panjang', `Pull request #${number} punya lebih dari 100 label. Hapus sebagian.`);
    const lists = {
      files: pull.files,
      reviews: pull.reviews,
      comments: pull.comments,
      timeline: pull.timelineItems,
    };
    for (const [name, list] of Object.entries(lists))
      cursors[name] = list?.pageInfo.endCursor ?? cursors[name]!;
    if (!Object.values(lists).some((list) => list?.pageInfo.hasNextPage === true))
      return { ok: true, value: { pull: whole, sistem: sistem?.text ?? null } };
  }
  return fail(
    'terlalu-panjang',
    `Riwayat #${number} terlalu panjang untuk dibaca utuh. Buat pull request baru.`,
  );
}

/** One page more of every list. */
function joined(first: PullAnswer, next: PullAnswer): PullAnswer {
  const list = <T extends { nodes: unknown[] } | null | undefined>(a: T, b: T): T =>
    a && b ? { ...b, nodes: [...a.nodes, ...b.nodes] } : (b ?? a);
  return {
    ...next,
    files: list(first.files, next.files),
    reviews: list(first.reviews, next.reviews),
    comments: list(first.comments, next.comments),
    timelineItems: list(first.timelineItems, next.timelineItems),
  };
}

const refused = (code: string, message: string): PullKind => ({
  kind: 'ditolak',
  faults: [{ code, message }],
});

async function kindOf(client: Client, repository: Repository, pull: PullAnswer): Promise<PullKind> {
  if (pull.isCrossRepository)
    return refused(
      'dari-salinan',
      'Pull request ini datang dari salinan (fork). Paraf hanya menerima cabang di repositori ini; dorong cabangnya ke sini lalu buat yang baru.',
    );
  if (pull.baseRefName !== 'main')
    return refused(
      'bukan-ke-main',
      'Pull request ini tidak menuju main. Ubah tujuannya (base) menjadi main.',
    );
  const files = pull.files?.nodes ?? [];
  const paths = files.map(({ path }) => path);
  // GraphQL names only the new path of a rename; the old one counts as well.
  if (files.some(({ changeType }) => changeType === 'RENAMED' || changeType === 'COPIED'))
    paths.push(...(await renamedFrom(client, repository, pull.number)));
  return kindOfPull(paths);
}

async function renamedFrom(client: Client, { owner, repo }: Repository, number: number): Promise<string[]> {
  const old: string[] = [];
  // GitHub lists at most 3,000 files of a pull request.
  for (let page = 1; page <= 30; page += 1) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
      owner,
      repo,
      pull_number: number,
      per_page: 100,
      page,
    });
    const files = data as readonly { previous_filename?: string }[];
    old.push(...files.flatMap((file) => file.previous_filename ?? []));
    if (files.length < 100) break;
  }
  return old;
}

function actorOf(raw: RawActor): Actor | null {
  if (!raw || typeof raw.databaseId !== 'number') return null;
  return { id: raw.databaseId, login: raw.login, type: raw.__typename };
}

type RawReview = NonNullable<PullAnswer['reviews']>['nodes'][number];

function reviewOf(raw: RawReview): Review[] {
  // A review not yet sent is nobody's business.
  if (raw.state === 'PENDING' || !raw.submittedAt) return [];
  const { nodes, pageInfo } = raw.userContentEdits ?? { nodes: [], pageInfo: { hasNextPage: false } };
  // Where not every edit can be seen, the oldest one seen is not what was first sent.
  const edits = (pageInfo.hasNextPage ? [] : [...nodes]).sort(
    (a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt),
  );
  return [
    {
      id: raw.fullDatabaseId,
      state: raw.state,
      at: raw.submittedAt,
      by: actorOf(raw.author),
      body: raw.body,
      firstBody: raw.lastEditedAt ? (edits[0]?.diff ?? null) : raw.body,
      edited: raw.lastEditedAt ? { at: raw.lastEditedAt, by: actorOf(raw.editor) } : null,
      commit: raw.commit?.oid ?? null,
    },
  ];
}

function commentOf(raw: PullAnswer['comments']['nodes'][number]): Comment {
  return {
    id: raw.fullDatabaseId,
    at: raw.createdAt,
    by: actorOf(raw.author),
    body: raw.body,
    edited: Boolean(raw.lastEditedAt),
  };
}

function happeningOf(raw: PullAnswer['timelineItems']['nodes'][number]): Happening[] {
  const common = { at: raw.createdAt, by: actorOf(raw.actor) };
  switch (raw.__typename) {
    case 'LabeledEvent':
      return [{ kind: 'labeled', ...common, label: raw.label.name }];
    case 'ReviewDismissedEvent':
      return raw.review
        ? [
            {
              kind: 'dismissed',
              ...common,
              review: raw.review.fullDatabaseId,
              before: raw.previousReviewState,
            },
          ]
        : [];
    case 'ClosedEvent':
      return [{ kind: 'closed', ...common }];
    case 'ReopenedEvent':
      return [{ kind: 'reopened', ...common }];
    case 'MergedEvent':
      return [{ kind: 'merged', ...common }];
  }
}
