import { createHash } from 'node:crypto';
import { plain, quoted, waktu } from '../core/text.ts';
import type { Git } from '../publish/git.ts';
import type { Finding, Verification } from '../publish/verify.ts';
import { reportLabel, reportsOf } from './apply/note.ts';
import { openIssue } from './apply/once.ts';
import type { Client, Repository } from './read/client.ts';

/** What became of the findings on `main`. */
export interface MainLook {
  readonly findings: readonly Finding[];
  /** Those that no report told before; they stand in one new issue. */
  readonly reported: readonly Finding[];
}

/** An issue stays readable. */
const mostShown = 100;

/**
 * Compares `main` with the ledger and reports what nobody approved, once, as one issue of the repository: an admin's
 * direct push publishes nothing, but it must not go unnoticed either.
 */
export async function lookAtMain(
  client: Client,
  repository: Repository,
  app: number,
  git: Git,
  verification: Verification,
): Promise<MainLook> {
  const { findings, main } = verification;
  if (findings.length === 0) return { findings, reported: [] };
  const bodies = await reportsOf(client, repository, app);
  const reported = findings.filter((finding) => !bodies.some((body) => body.includes(markerOf(finding))));
  if (reported.length === 0) return { findings, reported };
  await openIssue(client, repository, {
    title: plain(titleOf(reported), 200),
    body: await bodyOf(client, repository, app, git, main, reported),
    labels: [reportLabel],
  });
  return { findings, reported };
}

function titleOf(findings: readonly Finding[]): string {
  const [first] = findings;
  const what = first?.path === '' ? 'sistem' : (first?.path ?? '');
  return findings.length === 1
    ? `Isi main tidak disetujui: ${what}`
    : `Isi main tidak disetujui: ${what} dan ${findings.length - 1} lagi`;
}

/** Same finding, same mark: path and content are hashed, for a path may hold anything. */
function markerOf({ code, path, sidik }: Finding): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([code, path, sidik]))
    .digest('hex')
    .slice(0, 20);
  return `<!-- paraf:temuan-${hash} -->`;
}

async function bodyOf(
  client: Client,
  repository: Repository,
  app: number,
  git: Git,
  main: string,
  findings: readonly Finding[],
): Promise<string> {
  const shown = findings.slice(0, mostShown);
  const lines = shown.map((finding) => `- ${quoted(finding.message, 800)}${authorOf(git, main, finding)}`);
  if (findings.length > shown.length) lines.push(`- … dan ${findings.length - shown.length} lagi.`);
  const pushes = await pushesOf(client, repository, app);
  return [
    findings.map(markerOf).join('\n'),
    'Paraf membandingkan cabang main dengan buku catatan persetujuan. Yang berikut ada di main (atau hilang darinya) tanpa persetujuan. Tidak satu pun diterbitkan; portal tetap seperti yang terakhir disetujui.',
    lines.join('\n'),
    pushes.length === 0 ? '' : `Yang menggerakkan main selain Paraf, menurut server:\n\n${pushes.join('\n')}`,
    'Yang harus dilakukan: pengelola sistem mencari tahu siapa yang menulis ke main dan lewat jalan apa, menutup jalan itu di aturan cabang, lalu mengembalikan isinya. Perubahan yang memang diperlukan diajukan lewat pull request.',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What Git itself says of who wrote it: free text, a hint and no proof. */
function authorOf(git: Git, main: string, finding: Finding): string {
  if (finding.path === '') return '';
  const text = git.text('log', '-1', '--format=%h%x00%an', main, '--', finding.path).trim();
  const [commit, name] = text.split('\0');
  if (commit === undefined || commit === '' || name === undefined) return '';
  return ` Commit ${commit}, menurut Git oleh “${quoted(name, 60)}”.`;
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
