import type { Action } from '../../core/plan.ts';
import { statusOf, type Client, type Repository } from '../read/client.ts';

/** Name of the required check. */
export const checkName = 'paraf';

/** GitHub's limit of a summary. */
const maxSummary = 65_000;

type Check = Extract<Action, { kind: 'check' }>;

interface Run {
  readonly id: number;
  readonly status: string;
  readonly conclusion: string | null;
  readonly output: { readonly title: string | null; readonly summary: string | null };
}

/** Puts the check `paraf` on the head as wanted; a new run only where an old one is complete and the new one is not. */
export async function applyCheck(
  client: Client,
  repository: Repository,
  check: Check,
): Promise<'dilakukan' | 'sama'> {
  const wanted = {
    ...repository,
    name: checkName,
    output: { title: check.title.slice(0, 250), summary: shortened(check.summary) },
    ...(check.conclusion === null
      ? { status: 'in_progress' }
      : { status: 'completed', conclusion: check.conclusion }),
  };
  const old = await latestRun(client, repository, check.head);
  if (old !== undefined && isSame(old, wanted)) return 'sama';
  const isReplaceable = old !== undefined && (old.status !== 'completed' || check.conclusion !== null);
  if (!isReplaceable || !(await update(client, old.id, wanted)))
    await client.request('POST /repos/{owner}/{repo}/check-runs', { ...wanted, head_sha: check.head });
  return 'dilakukan';
}

/** Whether the run could be changed: one of the same name that another app made cannot, and counts for nothing. */
async function update(client: Client, id: number, wanted: Record<string, unknown>): Promise<boolean> {
  try {
    await client.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
      ...wanted,
      check_run_id: id,
    });
    return true;
  } catch (error) {
    const status = statusOf(error);
    if (status === 403 || status === 404) return false;
    throw error;
  }
}

function isSame(
  run: Run,
  wanted: { status: string; conclusion?: string; output: { title: string; summary: string } },
): boolean {
  return (
    run.status === wanted.status &&
    (run.conclusion ?? undefined) === wanted.conclusion &&
    run.output.title === wanted.output.title &&
    run.output.summary?.replaceAll('\r\n', '\n').trim() === wanted.output.summary.trim()
  );
}

async function latestRun(client: Client, repository: Repository, head: string): Promise<Run | undefined> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    ...repository,
    ref: head,
    check_name: checkName,
    filter: 'latest',
    per_page: 100,
  });
  const runs = (data as { check_runs: readonly Run[] }).check_runs;
  return runs.toSorted((a, b) => b.id - a.id)[0];
}

function shortened(summary: string): string {
  return summary.length <= maxSummary
    ? summary
    : `${summary.slice(0, maxSummary)}\n\n(dipotong: terlalu panjang untuk GitHub)`;
}
