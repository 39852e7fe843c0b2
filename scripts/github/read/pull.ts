import type { Issue, Result } from '../../core/issue.ts';
import { branchOf, noCommit, ownActivity, readActivity } from './activity.ts';
import type { Client, Repository } from './client.ts';
import type { Activity, Facts } from './facts.ts';
import type { PullKind } from './kind.ts';
import { actorOf, commentOf, happeningOf, reviewOf } from './nodes.ts';
import { kindOf } from './pull-kind.ts';
import { pullAnswer, pullQuery, type PullAnswer } from './queries.ts';
import { parseSistem, recordAt, type SistemRecord } from './record.ts';
import { readParts } from './versions.ts';

const fail = (code: string, message: string): Result<never> => ({
  ok: false,
  issues: [{ code, file: 'GitHub', message } satisfies Issue],
});

/** Waits before reading again what GitHub has not written down yet, in ms: a few seconds behind a push is usual. */
const usualPauses = [500, 1000, 2000, 4000];

/**
 * Reads everything about one pull request in three reads: what happened to it, how its branch moved, and what its
 * versions hold (design, section 5). The same in the gate and in Meja. What cannot be read whole is an issue (R13).
 *
 * @param pauses waits between tries, in ms, where GitHub's answers are of different moments
 */
export async function readPullRequest(
  client: Client,
  repository: Repository,
  number: number,
  pauses: readonly number[] = usualPauses,
): Promise<Result<Facts>> {
  for (const pause of [...pauses, null]) {
    const read = await readWhatHappened(client, repository, number);
    if (!read.ok) return read;
    if (read.value.isOfOneMoment) return factsOf(client, repository, read.value);
    if (pause !== null) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return fail(
    'catatan-terlambat',
    `Catatan gerak cabang #${number} di GitHub belum sampai pada isinya yang sekarang, sehingga belum terbukti apa yang diparaf. Paraf mencoba lagi sendiri; bila tetap begini, dorong satu commit baru ke cabang itu.`,
  );
}

/** What the first two reads told. */
interface Happened {
  readonly pull: PullAnswer;
  readonly records: readonly SistemRecord[];
  readonly kind: PullKind;
  readonly activity: readonly Activity[];
  /** Whether the branch's record ends with the head that the pull request has. */
  readonly isOfOneMoment: boolean;
}

async function readWhatHappened(
  client: Client,
  repository: Repository,
  number: number,
): Promise<Result<Happened>> {
  const read = await readPages(client, repository, number);
  if (!read.ok) return read;
  const { pull, sistem } = read.value;
  const records = parseSistem(sistem);
  if (!records.ok) return records;
  const kind = await kindOf(client, repository, pull);
  if (!kind.ok) return kind;
  const record = await readActivity(client, repository, pull.headRefName);
  if (!record.ok) return record;
  const ended = pull.mergedAt ?? (pull.state === 'CLOSED' ? (pull.closedAt ?? null) : null);
  const activity = ownActivity(record.value, pull.createdAt, ended);
  // A copy's branch is not ours to know, and what is closed moves no more.
  const isOfOneMoment =
    pull.state !== 'OPEN' || pull.isCrossRepository || activity.at(-1)?.after === pull.headRefOid;
  return { ok: true, value: { pull, records: records.value, kind: kind.value, activity, isOfOneMoment } };
}

/** Third read, and all three together. */
async function factsOf(
  client: Client,
  repository: Repository,
  { pull, records, kind, activity }: Happened,
): Promise<Result<Facts>> {
  const opened = recordAt(records, pull.createdAt);
  const reviews = pull.reviews?.nodes.flatMap(reviewOf) ?? [];
  const moved = branchOf(activity, pull.headRefOid).moves.map(({ after }) => after);
  const commits = [...moved, pull.headRefOid, ...reviews.flatMap(({ commit }) => commit ?? [])];
  if (pull.mergeCommit) commits.push(pull.mergeCommit.oid);
  const parts = await readParts(client, repository, {
    folder: kind.kind === 'item' ? kind.folder : null,
    commits: [...new Set(commits)].filter((commit) => commit !== noCommit),
    // A push that merges brings the branch's own commits to main: their authors stay contributors (R6).
    main: pull.state === 'MERGED' ? pull.baseRefOid : undefined,
    nowCommit: records.at(-1)!.commit,
    openedCommit: opened.commit,
    records: records.slice(records.indexOf(opened)),
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
      records,
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
