import { ApiError, notFound } from '../http/api-error.ts';
import { linkPages, pageOf } from '../http/paging.ts';
import type { ApiApp, ApiContext } from '../http/routes.ts';
import { defaultBranch, type Local } from '../local.ts';
import { addressesOf } from '../shape/addresses.ts';
import { commitJson, fileJson } from '../shape/git.ts';
import { listCheckRuns, showCombinedStatus, listStatuses } from './checks.ts';
import { branchOfLabel, resolveCommit } from './revisions.ts';

/** What is below a commit: the end of the address, because the name of a branch may hold slashes. */
const below: Readonly<Record<string, (c: ApiContext, local: Local, name: string) => Promise<Response>>> = {
  '/status': showCombinedStatus,
  '/statuses': listStatuses,
  '/check-runs': listCheckRuns,
};

/** GitHub's limits of a comparison. */
const mostFiles = 300;
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** `commits`, `compare`. */
export function mountCommits(app: ApiApp, local: Local): void {
  const { repository } = local;

  app.get('/commits', async (c) => {
    const { page, perPage } = pageOf(c);
    const from = await resolveCommit(local, c.req.query('sha') ?? defaultBranch);
    const path = c.req.query('path') ?? '';
    const found = await repository.history(from, { path, limit: perPage + 1, skip: (page - 1) * perPage });
    linkPages(c, page, found.length > perPage ? undefined : page);
    const commits = await Promise.all(found.slice(0, perPage).map((oid) => repository.mustCommit(oid)));
    return c.json(commits.map((commit) => commitJson(local, addressesOf(c, local), commit)));
  });

  app.get('/commits/:name{.+}', async (c) => {
    const name = c.req.param('name');
    for (const [end, answer] of Object.entries(below))
      if (name.endsWith(end)) return answer(c, local, name.slice(0, -end.length));
    const commit = await repository.commit(await resolveCommit(local, name));
    if (!commit) throw notFound();
    const at = addressesOf(c, local);
    const files = await repository.changedFiles(commit.parents[0] ?? emptyTree, commit.oid);
    const additions = files.reduce((sum, file) => sum + file.additions, 0);
    const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
    return c.json({
      ...commitJson(local, at, commit),
      stats: { additions, deletions, total: additions + deletions },
      files: files.slice(0, mostFiles).map((file) => fileJson(at, commit.oid, file)),
    });
  });

  app.get('/compare/:range{.+}', async (c) => {
    const [baseLabel = '', headLabel = ''] = c.req.param('range').split('...');
    if (!baseLabel || !headLabel) throw notFound();
    const base = await resolveCommit(local, branchOfLabel(local, baseLabel));
    const head = await resolveCommit(local, branchOfLabel(local, headLabel));
    const mergeBase = await repository.mergeBase(base, head);
    if (!mergeBase) throw new ApiError(404, `No common ancestor between ${baseLabel} and ${headLabel}.`);
    const [ahead, behind, files] = await Promise.all([
      repository.history(head, { not: [base] }),
      repository.history(base, { not: [head] }),
      repository.changedFiles(mergeBase, head),
    ]);
    const { page, perPage } = pageOf(c, 100);
    const last = Math.max(1, Math.ceil(ahead.length / perPage));
    linkPages(c, page, last);
    const wanted = [...ahead].reverse().slice((page - 1) * perPage, page * perPage);
    const at = addressesOf(c, local);
    const show = async (oid: string) => commitJson(local, at, await repository.mustCommit(oid));
    const html = `${at.html}/compare/${c.req.param('range')}`;
    return c.json({
      url: `${at.repo}/compare/${c.req.param('range')}`,
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: await show(base),
      merge_base_commit: await show(mergeBase),
      status: statusOf(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: await Promise.all(wanted.map(show)),
      // GitHub gives the files with the first page only.
      files: page === 1 ? files.slice(0, mostFiles).map((file) => fileJson(at, head, file)) : [],
    });
  });
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
