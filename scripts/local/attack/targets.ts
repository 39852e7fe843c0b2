/** What is attacked: things of every kind, put back whenever somebody was allowed to move one. */
import { branchOf, filesOf, samples } from '../../github/testing/item.ts';
import { place, type Newsroom } from '../../github/testing/newsroom.ts';

export const kinds = ['draf', 'diajukan', 'terbit', 'sistem'] as const;
export type Kind = (typeof kinds)[number];

/** A pull request with everything on it that a call can name. */
export interface Target {
  readonly kind: Kind;
  readonly pull: number;
  readonly branch: string;
  /** Commit at its end. */
  readonly head: string;
  /** A commit on top of it, that is on no branch yet. */
  readonly next: string;
  /** A commit beside it. */
  readonly beside: string;
  /** A review by a reviewer. */
  readonly review: number;
  /** The app's comment. */
  readonly comment: number;
  /** The app's check. */
  readonly check: number;
}

let made = 0;

/** Makes a target; what is submitted or published got there by the SOP's own people. */
export async function makeTarget(room: Newsroom, kind: Kind): Promise<Target> {
  made += 1;
  const item = samples.make('berita', 0, `sasaran-${made}`)!;
  const files = kind === 'sistem' ? { 'site/halaman.txt': `v${made + 1}` } : filesOf(samples.until(item, 2));
  const path = Object.keys(files)[0]!;
  const branch = kind === 'sistem' ? `sistem-${made}` : branchOf(item.folder);
  const author = kind === 'sistem' ? 'admin-ti-satu' : 'peliput';
  const pull = await room.open(author, branch, files);
  const head = await room.head(branch);
  const other = { [path]: `${String(files[path as keyof typeof files])}\nDisisipkan ${made}.\n` };
  const next = await room.commit('peliput', head, other);
  const beside = await room.commit('peliput', await room.head('main'), other);
  if (kind === 'diajukan' || kind === 'terbit') await room.submit('penyusun', pull);
  if (kind === 'terbit') {
    await room.review('pengolah-satu', pull, 'APPROVE');
    await room.look(pull);
    await room.review('pengolah-dua', pull, 'APPROVE');
  }
  const review = await room.review('pengolah-satu', pull, 'COMMENT', 'Sudah dibaca.');
  await room.look(pull);
  const { data: comments } = await room.app.request(
    'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    {
      ...place,
      issue_number: pull,
    },
  );
  const { data: checks } = await room.app.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    ...place,
    ref: head,
  });
  return {
    kind,
    pull,
    branch,
    head,
    next,
    beside,
    review,
    comment: (comments as { id: number }[])[0]!.id,
    check: (checks as { check_runs: { id: number }[] }).check_runs[0]!.id,
  };
}

/** Puts a target's branch and label back to where they stood, and opens it again; what is merged stays as it is. */
export async function putBack(room: Newsroom, { kind, pull, branch, head }: Target): Promise<void> {
  if (kind === 'terbit') return;
  const at = await room.head(branch).catch(() => null);
  if (at === null)
    await room.app.request('POST /repos/{owner}/{repo}/git/refs', {
      ...place,
      ref: `refs/heads/${branch}`,
      sha: head,
    });
  else if (at !== head)
    await room.app.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
      ...place,
      ref: `heads/${branch}`,
      sha: head,
      force: true,
    });
  await room.app.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...place,
    pull_number: pull,
    state: 'open',
  });
  await room.app.request('PUT /repos/{owner}/{repo}/issues/{issue_number}/labels', {
    ...place,
    issue_number: pull,
    labels: [kind === 'diajukan' ? 'decap-cms/pending_review' : 'decap-cms/draft'],
  });
}
