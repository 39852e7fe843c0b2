import { defaultBranch, type Local } from '../local.ts';
import { listPulls } from './issues.ts';
import type { PullRow } from './rows.ts';

/** Open pull requests into `main` whose branch stands at one of these commits. */
export function openPullsAt(local: Local, commits: readonly string[]): PullRow[] {
  if (commits.length === 0) return [];
  return openPulls(local).filter(({ head_sha }) => commits.includes(head_sha));
}

/** Heads of open pull requests that are reachable from the later commit of `main` and not from the earlier one. */
export async function headsWithin(local: Local, before: string, after: string): Promise<string[]> {
  const heads = new Set(openPulls(local).map(({ head_sha }) => head_sha));
  if (heads.size === 0) return [];
  return (await local.repository.history(after, { not: [before] })).filter((oid) => heads.has(oid));
}

function openPulls(local: Local): PullRow[] {
  return listPulls(local).filter(({ state, base_ref }) => state === 'open' && base_ref === defaultBranch);
}
