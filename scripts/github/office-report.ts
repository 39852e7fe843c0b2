import { createHash } from 'node:crypto';
import { plain, quoted, waktu } from '../core/text.ts';
import type { Finding } from '../publish/verify.ts';
import { reportLabel } from './apply/note.ts';
import { openIssue, writeComment } from './apply/once.ts';
import type { Client, Repository } from './read/client.ts';

/** A finding, and what Git itself says of who wrote it: free text, a hint and no proof. */
export type ToldFinding = Omit<Finding, 'code'> & { readonly code: string; readonly author: string };

/** What does not fit between `main`, the ledger and the portal. */
export interface OfficeReport {
  readonly findings: readonly ToldFinding[];
  /** How many more there are. */
  readonly omitted: number;
  /** Why nothing new could be published; null where it could. */
  readonly failure: string | null;
}

/** What became of a report. */
export interface OfficeAnswer {
  /** Findings that no report told before. */
  readonly reported: readonly ToldFinding[];
}

/** How the issue is known among others. */
const marker = '<!-- paraf:kantor -->';
/** An issue takes 65,536 characters. */
const mostText = 50_000;
const mostMarks = 150;

/**
 * Keeps one issue for whoever runs the office's system: it says what does not fit and what to do, follows what is
 * found, and is closed once all fits. One that a person closed stays closed until something new is found.
 */
export async function tellOffice(
  client: Client,
  repository: Repository,
  app: number,
  report: OfficeReport,
): Promise<OfficeAnswer> {
  const { findings, failure } = report;
  const issue = await lastIssue(client, repository, app, marker);
  const marks = [...findings.map(markOf), ...(failure === null ? [] : [failureMark(failure)])];
  const isKnown = (mark: string) => issue?.body.includes(mark) === true;
  const reported = findings.filter((finding) => !isKnown(markOf(finding)));
  if (marks.length === 0) {
    if (issue?.state === 'open') await heal(client, repository, issue);
    return { reported };
  }
  // Of very many, those that the text names: the others would be news for ever.
  const isNews = marks.slice(0, mostMarks).some((mark) => !isKnown(mark));
  if (issue?.state !== 'open' && !isNews) return { reported };
  const title = plain(titleOf(report), 200);
  const body = await bodyOf(client, repository, app, report, marks);
  if (issue?.state !== 'open') {
    await openIssue(client, repository, { title, body, labels: [reportLabel] });
    return { reported };
  }
  const at = { ...repository, issue_number: issue.number };
  if (issue.body !== body || issue.title !== title)
    await client.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...at, title, body });
  // A changed text calls nobody; a comment does.
  if (isNews)
    await writeComment(
      client,
      repository,
      issue.number,
      ['Ada yang baru:', ...linesOf(reported, 0), ...(failure === null ? [] : [failureText(failure)])].join(
        '\n\n',
      ),
    );
  return { reported };
}

interface OfficeIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: string;
}

/**
 * The newest of the app's issues of a kind, open or closed.
 *
 * @param marker with which the text of that kind begins
 */
export async function lastIssue(
  client: Client,
  repository: Repository,
  app: number,
  marker: string,
): Promise<OfficeIssue | null> {
  for (let page = 1; page <= 20; page += 1) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/issues', {
      ...repository,
      state: 'all',
      labels: reportLabel,
      sort: 'created',
      direction: 'desc',
      per_page: 100,
      page,
    });
    const issues = data as readonly (Omit<OfficeIssue, 'body'> & {
      readonly body: string | null;
      readonly user: { readonly id: number } | null;
    })[];
    const found = issues.find(({ user, body }) => user?.id === app && body?.startsWith(marker) === true);
    if (found !== undefined) return { ...found, body: found.body ?? '' };
    if (issues.length < 100) break;
  }
  return null;
}

/** All fits again. The marks go: the same finding of another day is news. */
async function heal(client: Client, repository: Repository, issue: OfficeIssue): Promise<void> {
  const at = { ...repository, issue_number: issue.number };
  await writeComment(
    client,
    repository,
    issue.number,
    'Sudah beres: isi main, buku catatan, dan portal cocok kembali. Paraf menutup laporan ini.',
  );
  await client.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    ...at,
    body: issue.body.replaceAll(/<!-- paraf:(temuan|gagal)-[0-9a-f]+ -->\n?/g, ''),
    state: 'closed',
    state_reason: 'completed',
  });
}

function titleOf({ findings, omitted, failure }: OfficeReport): string {
  if (failure !== null) return 'Penerbitan berhenti, portal lama tetap tayang';
  const [first] = findings;
  const what = first?.path === '' ? 'sistem' : (first?.path ?? '');
  const others = findings.length - 1 + omitted;
  return `Isi main tidak disetujui: ${what}${others === 0 ? '' : ` dan ${others} lagi`}`;
}

/** Same finding, same mark: path and content are hashed, for a path may hold anything. */
function markOf({ code, path, sidik }: ToldFinding): string {
  return `<!-- paraf:temuan-${hashOf([code, path, sidik])} -->`;
}

/** By its first line: what a program says after it (times, numbers of lines) differs each time. */
function failureMark(failure: string): string {
  return `<!-- paraf:gagal-${hashOf([failure.split('\n')[0] ?? ''])} -->`;
}

function hashOf(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
}

function failureText(failure: string): string {
  return `Penerbitan berhenti: ${quoted(failure, 2000)}`;
}

function linesOf(findings: readonly ToldFinding[], omitted: number): string[] {
  const lines: string[] = [];
  let length = 0;
  for (const { message, author } of findings) {
    const line = `- ${quoted(message, 800)}${author}`;
    length += line.length;
    if (length > mostText) break;
    lines.push(line);
  }
  const left = findings.length - lines.length + omitted;
  if (left > 0) lines.push(`- … dan ${left} lagi.`);
  return lines.length === 0 ? [] : [lines.join('\n')];
}

async function bodyOf(
  client: Client,
  repository: Repository,
  app: number,
  { findings, omitted, failure }: OfficeReport,
  marks: readonly string[],
): Promise<string> {
  const pushes = findings.length === 0 ? [] : await pushesOf(client, repository, app);
  return [
    [marker, ...marks.slice(0, mostMarks)].join('\n'),
    ...(failure === null
      ? []
      : [
          failureText(failure),
          'Yang harus dilakukan: ikuti kalimat di atas, lalu jalankan ulang alur “publish” (Actions → publish → Run workflow). Portal tetap menampilkan terbitan terakhir; yang sudah disetujui tidak hilang dan tayang begitu penerbitan berhasil.',
        ]),
    ...(findings.length === 0
      ? []
      : [
          'Paraf membandingkan cabang main dengan buku catatan persetujuan. Yang berikut ada di main (atau hilang darinya) tanpa persetujuan. Tidak satu pun diterbitkan; portal tetap seperti yang terakhir disetujui.',
          ...linesOf(findings, omitted),
          ...(pushes.length === 0
            ? []
            : [`Yang menggerakkan main selain Paraf, menurut server:\n\n${pushes.join('\n')}`]),
          'Yang harus dilakukan: pengelola sistem mencari tahu siapa yang menulis ke main dan lewat jalan apa, menutup jalan itu di aturan cabang, lalu mengembalikan isinya. Perubahan yang memang diperlukan diajukan lewat pull request.',
        ]),
    'Laporan ini mengikuti keadaan dan ditutup sendiri oleh Paraf setelah semuanya cocok.',
  ].join('\n\n');
}

async function pushesOf(client: Client, { owner, repo }: Repository, app: number): Promise<string[]> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/activity', {
    owner,
    repo,
    ref: 'refs/heads/main',
    per_page: 100,
  });
  const moves = data as readonly {
    timestamp: string;
    after: string;
    actor: { id: number; login: string } | null;
  }[];
  return moves
    .filter(({ actor }) => actor?.id !== app)
    .slice(0, 5)
    .map(({ timestamp, after, actor }) => {
      const who = actor === null ? 'tidak diketahui' : `\`${plain(actor.login, 60).replaceAll('`', '')}\``;
      return `- ${waktu(timestamp)}: ${who}, ke commit ${after.slice(0, 10)}`;
    });
}
