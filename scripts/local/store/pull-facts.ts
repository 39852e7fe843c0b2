import type { Commit } from '../git/commit.ts';
import { refOf, type Local } from '../local.ts';
import { requiredCheck } from '../../github/setup/rulesets.ts';
import type { PullDetail } from '../shape/pulls.ts';
import { checkRunsOf } from './checks.ts';
import type { PullRow } from './rows.ts';

/** What a pull request's branch is compared with: `main` as it stands, or as it stood before this was merged. */
async function baseOf(local: Local, pull: PullRow): Promise<string> {
  if (pull.merge_commit !== null) {
    // Merged by a push that brought its own commits.
    if (await local.repository.isAncestor(pull.head_sha, pull.merge_commit)) return pull.base_sha;
    const merged = await local.repository.mustCommit(pull.merge_commit);
    return merged.parents[0] ?? pull.base_sha;
  }
  return (await local.repository.refOid(refOf(pull.base_ref))) ?? pull.base_sha;
}

/** Commit from which the branch and its base went apart. */
export async function mergeBaseOf(local: Local, pull: PullRow): Promise<string> {
  return (await local.repository.mergeBase(await baseOf(local, pull), pull.head_sha)) ?? pull.base_sha;
}

/** The pull request's commits, oldest first. */
export async function commitsOfPull(local: Local, pull: PullRow): Promise<Commit[]> {
  const not = [await baseOf(local, pull)];
  const oids = (await local.repository.history(pull.head_sha, { not, limit: 250 })).toReversed();
  return Promise.all(oids.map((oid) => local.repository.mustCommit(oid)));
}

/** Whether it could be merged, and how much it changes. */
export async function detailOf(local: Local, pull: PullRow): Promise<PullDetail> {
  const [files, commits, mergeable] = await Promise.all([
    mergeBaseOf(local, pull).then((from) => local.repository.changedFiles(from, pull.head_sha)),
    commitsOfPull(local, pull),
    isMergeable(local, pull),
  ]);
  return {
    mergeable,
    mergeableState: mergeable === null ? 'unknown' : mergeable ? stateOf(local, pull) : 'dirty',
    commits: commits.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: files.length,
  };
}

/** Whether its changes fit on the base as it stands; null when it is closed, as on GitHub. */
export async function isMergeable(local: Local, pull: PullRow): Promise<boolean | null> {
  if (pull.state === 'closed') return null;
  return (await local.repository.mergeTree(await baseOf(local, pull), pull.head_sha)) !== undefined;
}

function stateOf(local: Local, pull: PullRow): 'clean' | 'blocked' {
  const newest = checkRunsOf(local, pull.head_sha)
    .filter((run) => run.name === requiredCheck)
    .at(-1);
  return newest?.conclusion === 'success' ? 'clean' : 'blocked';
}
