import type { Octokit } from 'octokit';

/** Where the demo office keeps everything. */
export const repo = { owner: 'diskominfo', repo: 'portal' } as const;

/** An item to be: its folder in the repository, and its files by their path in the repository. */
export interface Sample {
  readonly folder: string;
  readonly title: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Branch of an item, named as Decap names it: the current year's collection has the plain name. */
export function branchOf(folder: string): string {
  const [, collection, , ...rest] = folder.split('/');
  return `cms/${collection}/${rest.join('/')}/index`;
}

async function commit(
  octokit: Octokit,
  base: string,
  files: Sample['files'],
  message: string,
): Promise<string> {
  const tree = await Promise.all(
    [...files].map(async ([path, bytes]) => {
      const content = Buffer.from(bytes).toString('base64');
      const blob = await octokit.rest.git.createBlob({ ...repo, content, encoding: 'base64' });
      return { path, mode: '100644' as const, type: 'blob' as const, sha: blob.data.sha };
    }),
  );
  const made = await octokit.rest.git.createTree({ ...repo, base_tree: base, tree });
  const done = await octokit.rest.git.createCommit({
    ...repo,
    message,
    tree: made.data.sha,
    parents: [base],
  });
  return done.data.sha;
}

/**
 * Opens an item as Decap does when an editor saves a new entry: blobs, tree, commit, branch, pull request, label.
 *
 * @returns the number of the pull request
 */
export async function openItem(octokit: Octokit, sample: Sample): Promise<number> {
  const main = await octokit.rest.git.getRef({ ...repo, ref: 'heads/main' });
  const title = `Berita baru: ${sample.title}`;
  const sha = await commit(octokit, main.data.object.sha, sample.files, title);
  const head = branchOf(sample.folder);
  await octokit.rest.git.createRef({ ...repo, ref: `refs/heads/${head}`, sha });
  const pull = await octokit.rest.pulls.create({ ...repo, title, head, base: 'main', body: '' });
  await setStatus(octokit, pull.data.number, 'draft');
  return pull.data.number;
}

/** Saves a new version of an item on its branch. */
export async function saveItem(octokit: Octokit, sample: Sample, message: string): Promise<void> {
  const ref = `heads/${branchOf(sample.folder)}`;
  const head = await octokit.rest.git.getRef({ ...repo, ref });
  const sha = await commit(octokit, head.data.object.sha, sample.files, message);
  await octokit.rest.git.updateRef({ ...repo, ref, sha, force: true });
}

/** Sets Decap's status label; `pending_review` is how an editor submits. */
export async function setStatus(
  octokit: Octokit,
  pull: number,
  status: 'draft' | 'pending_review',
): Promise<void> {
  await octokit.rest.issues.setLabels({ ...repo, issue_number: pull, labels: [`decap-cms/${status}`] });
}

/** Approves, or returns with a reason. */
export async function review(octokit: Octokit, pull: number, reason?: string): Promise<void> {
  await octokit.rest.pulls.createReview({
    ...repo,
    pull_number: pull,
    ...(reason === undefined ? { event: 'APPROVE' } : { event: 'REQUEST_CHANGES', body: reason }),
  });
}
