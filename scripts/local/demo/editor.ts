import type { Octokit } from 'octokit';
import { placeOf, type Collection } from '../../../content/schema/collections.ts';

/** Where the demo office keeps everything. */
export const repo = { owner: 'diskominfo', repo: 'portal' } as const;

/** An item to be: its folder in the repository, and its files by their path in the repository. */
export interface Sample {
  readonly folder: string;
  readonly title: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

function collectionOf(folder: string): Collection {
  const place = placeOf(`${folder}/index.md`);
  if (place.kind !== 'item') throw new Error(`not an item folder: ${folder}`);
  return place.collection;
}

/** Branch of an item, named as Decap names it: the current year's collection has the plain name. */
export function branchOf(folder: string): string {
  const [, collection, ...rest] = folder.split('/');
  const [first] = collectionOf(folder).folders;
  return `cms/${collection}/${rest.slice(first === 'year' ? 1 : 0).join('/')}/index`;
}

/** Bytes of a text that goes along with the call for a tree. */
const longestText = 100_000;

async function commit(
  octokit: Octokit,
  base: string,
  files: Sample['files'],
  message: string,
): Promise<string> {
  const tree = await Promise.all(
    [...files].map(async ([path, bytes]) => {
      const file = { path, mode: '100644' as const, type: 'blob' as const };
      // The call for the tree takes short texts along; what is long, or no text, needs a call of its own.
      const text = bytes.length > longestText ? null : Buffer.from(bytes).toString('utf8');
      if (text !== null && Buffer.from(text).equals(bytes)) return { ...file, content: text };
      const content = Buffer.from(bytes).toString('base64');
      const blob = await octokit.rest.git.createBlob({ ...repo, content, encoding: 'base64' });
      return { ...file, sha: blob.data.sha };
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
 * Opens an item as Decap does when an editor saves a new entry: tree, commit, branch, pull request, label.
 *
 * @returns the number of the pull request
 */
export async function openItem(octokit: Octokit, sample: Sample): Promise<number> {
  const main = await octokit.rest.git.getRef({ ...repo, ref: 'heads/main' });
  const title = `${collectionOf(sample.folder).singular} baru: ${sample.title}`;
  const sha = await commit(octokit, main.data.object.sha, sample.files, title);
  const head = branchOf(sample.folder);
  await octokit.rest.git.createRef({ ...repo, ref: `refs/heads/${head}`, sha });
  const pull = await octokit.rest.pulls.create({ ...repo, title, head, base: 'main', body: '' });
  await setStatus(octokit, pull.data.number, 'draft');
  return pull.data.number;
}

/** Saves a new version of an item on its branch; files that are not in it stay as they are. */
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

/** A comment review: its first line says what it means, as where somebody signs their own pull request. */
export async function say(octokit: Octokit, pull: number, body: string): Promise<void> {
  await octokit.rest.pulls.createReview({ ...repo, pull_number: pull, event: 'COMMENT', body });
}

/** A comment on the pull request itself. */
export async function comment(octokit: Octokit, pull: number, body: string): Promise<void> {
  await octokit.rest.issues.createComment({ ...repo, issue_number: pull, body });
}
