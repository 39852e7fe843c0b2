import { quoted } from '../core/text.ts';
import type { Git } from '../publish/git.ts';
import type { Finding, Verification } from '../publish/verify.ts';
import { tellOffice, type ToldFinding } from './office-report.ts';
import type { Client, Repository } from './read/client.ts';

/** What became of the findings on `main`. */
export interface MainLook {
  readonly findings: readonly Finding[];
  /** Those that no report told before; they stand in the office's issue now. */
  readonly reported: readonly ToldFinding[];
}

/**
 * Compares `main` with the ledger and keeps the office's issue about what nobody approved: an admin's direct push
 * publishes nothing, but it must not go unnoticed either.
 */
export async function lookAtMain(
  client: Client,
  repository: Repository,
  app: number,
  git: Git,
  now: Pick<Verification, 'findings' | 'main'>,
): Promise<MainLook> {
  const findings = withAuthors(git, now);
  const { reported } = await tellOffice(client, repository, app, {
    findings,
    omitted: 0,
    failure: null,
  });
  return { findings: now.findings, reported };
}

/** The findings, with what Git says of who wrote each. */
export function withAuthors(
  git: Git,
  { findings, main }: Pick<Verification, 'findings' | 'main'>,
): ToldFinding[] {
  return findings.map((finding) => ({ ...finding, author: authorOf(git, main, finding) }));
}

function authorOf(git: Git, main: string, finding: Finding): string {
  if (finding.path === '') return '';
  const text = git.text('log', '-1', '--format=%h%x00%an', main, '--', finding.path).trim();
  const [commit, name] = text.split('\0');
  if (commit === undefined || commit === '' || name === undefined) return '';
  return ` Commit ${commit}, menurut Git oleh “${quoted(name, 60)}”.`;
}
