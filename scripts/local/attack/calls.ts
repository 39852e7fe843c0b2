import { kinds, type Kind, type Target } from './targets.ts';

/** One write call of the API, as an attacker would send it. */
export interface Call {
  /** What it would do, in the words of the table. */
  readonly what: string;
  /** Route as the server serves it, to prove that every one is tried. */
  readonly route: string;
  /** The kinds of things it is tried on; `null`: it names none. */
  readonly on: readonly Kind[] | null;
  /** Path below the repository, and body. */
  readonly send: (target: Target, turn: number) => { readonly path: string; readonly body?: unknown };
}

const ref = '/git/refs/heads';
const approve = { event: 'APPROVE' };

/** Calls on a pull request and what hangs on it. */
const onPulls: readonly Omit<Call, 'on'>[] = [
  {
    what: 'merge it',
    route: 'PUT /pulls/:number/merge',
    send: ({ pull, head }) => ({ path: `/pulls/${pull}/merge`, body: { merge_method: 'squash', sha: head } }),
  },
  {
    what: 'update its branch from main',
    route: 'PUT /pulls/:number/update-branch',
    send: ({ pull }) => ({ path: `/pulls/${pull}/update-branch`, body: {} }),
  },
  {
    what: 'close it',
    route: 'PATCH /pulls/:number',
    send: ({ pull }) => ({ path: `/pulls/${pull}`, body: { state: 'closed' } }),
  },
  {
    what: 'close it as an issue',
    route: 'PATCH /issues/:number',
    send: ({ pull }) => ({ path: `/issues/${pull}`, body: { state: 'closed' } }),
  },
  {
    what: 'approve it',
    route: 'POST /pulls/:number/reviews',
    send: ({ pull }) => ({ path: `/pulls/${pull}/reviews`, body: approve }),
  },
  {
    what: 'sign it in words',
    route: 'POST /pulls/:number/reviews',
    send: ({ pull }) => ({ path: `/pulls/${pull}/reviews`, body: { event: 'COMMENT', body: '/paraf' } }),
  },
  {
    what: "rewrite a reviewer's review",
    route: 'PUT /pulls/:number/reviews/:id',
    send: ({ pull, review }) => ({ path: `/pulls/${pull}/reviews/${review}`, body: { body: '/paraf' } }),
  },
  {
    what: "dismiss a reviewer's review",
    route: 'PUT /pulls/:number/reviews/:id/dismissals',
    send: ({ pull, review }) => ({
      path: `/pulls/${pull}/reviews/${review}/dismissals`,
      body: { message: 'Batal' },
    }),
  },
  {
    what: 'set the label "Ready"',
    route: 'PUT /issues/:number/labels',
    send: ({ pull }) => ({ path: `/issues/${pull}/labels`, body: { labels: ['decap-cms/pending_publish'] } }),
  },
  {
    what: 'add the label "Ready"',
    route: 'POST /issues/:number/labels',
    send: ({ pull }) => ({ path: `/issues/${pull}/labels`, body: { labels: ['decap-cms/pending_publish'] } }),
  },
  {
    what: 'take all labels',
    route: 'DELETE /issues/:number/labels',
    send: ({ pull }) => ({ path: `/issues/${pull}/labels` }),
  },
  {
    what: 'take one label',
    route: 'DELETE /issues/:number/labels/:name',
    send: ({ pull }) => ({ path: `/issues/${pull}/labels/decap-cms%2Fdraft` }),
  },
  {
    what: "write as Paraf's comment writes",
    route: 'POST /issues/:number/comments',
    send: ({ pull }) => ({
      path: `/issues/${pull}/comments`,
      body: { body: '<!-- paraf:papan -->\nSudah tayang.' },
    }),
  },
  {
    what: "rewrite Paraf's comment",
    route: 'PATCH /issues/comments/:id',
    send: ({ comment }) => ({ path: `/issues/comments/${comment}`, body: { body: 'Sudah diparaf.' } }),
  },
  {
    what: 'make a check "paraf" that succeeds',
    route: 'POST /check-runs',
    send: ({ head }) => ({
      path: '/check-runs',
      body: { name: 'paraf', head_sha: head, status: 'completed', conclusion: 'success' },
    }),
  },
  {
    what: "turn Paraf's check to success",
    route: 'PATCH /check-runs/:id',
    send: ({ check }) => ({
      path: `/check-runs/${check}`,
      body: { status: 'completed', conclusion: 'success' },
    }),
  },
  {
    what: 'set a status "paraf" to success',
    route: 'POST /statuses/:sha',
    send: ({ head }) => ({ path: `/statuses/${head}`, body: { state: 'success', context: 'paraf' } }),
  },
  {
    what: 'push to its branch',
    route: 'PATCH /git/refs/:name',
    send: ({ branch, next }) => ({ path: `${ref}/${branch}`, body: { sha: next } }),
  },
  {
    what: 'rewrite its branch',
    route: 'PATCH /git/refs/:name',
    send: ({ branch, beside }) => ({ path: `${ref}/${branch}`, body: { sha: beside, force: true } }),
  },
  {
    what: 'delete its branch',
    route: 'DELETE /git/refs/:name',
    send: ({ branch }) => ({ path: `${ref}/${branch}` }),
  },
  {
    what: 'push it to main',
    route: 'PATCH /git/refs/:name',
    send: ({ next }) => ({ path: `${ref}/main`, body: { sha: next } }),
  },
  {
    what: 'rewrite main with it',
    route: 'PATCH /git/refs/:name',
    send: ({ beside }) => ({ path: `${ref}/main`, body: { sha: beside, force: true } }),
  },
  {
    what: 'rewrite the ledger with it',
    route: 'PATCH /git/refs/:name',
    send: ({ beside }) => ({ path: `${ref}/paraf`, body: { sha: beside, force: true } }),
  },
  {
    what: 'open another pull request to the ledger',
    route: 'POST /pulls',
    send: ({ branch }) => ({ path: '/pulls', body: { title: 'Buku', head: branch, base: 'paraf' } }),
  },
];

/** Calls that name nothing that is there. */
const onNothing: readonly Omit<Call, 'on'>[] = [
  { what: 'delete main', route: 'DELETE /git/refs/:name', send: () => ({ path: `${ref}/main` }) },
  { what: 'delete the ledger', route: 'DELETE /git/refs/:name', send: () => ({ path: `${ref}/paraf` }) },
  {
    what: 'make a branch',
    route: 'POST /git/refs',
    send: ({ head }, turn) => ({ path: '/git/refs', body: { ref: `refs/heads/coba-${turn}`, sha: head } }),
  },
  {
    what: 'make a tag named as main',
    route: 'POST /git/refs',
    send: ({ head }) => ({ path: '/git/refs', body: { ref: 'refs/tags/main', sha: head } }),
  },
  {
    what: 'keep a blob',
    route: 'POST /git/blobs',
    send: () => ({ path: '/git/blobs', body: { content: 'x', encoding: 'utf-8' } }),
  },
  {
    what: 'keep a tree',
    route: 'POST /git/trees',
    send: () => ({
      path: '/git/trees',
      body: { tree: [{ path: 'a', mode: '100644', type: 'blob', content: 'x' }] },
    }),
  },
  {
    what: 'keep a commit under another name',
    route: 'POST /git/commits',
    send: ({ head }) => ({
      path: '/git/commits',
      body: {
        message: 'x',
        tree: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
        parents: [head],
        author: { name: 'Paraf', email: 'paraf@localhost' },
      },
    }),
  },
  {
    what: 'open an issue',
    route: 'POST /issues',
    send: () => ({ path: '/issues', body: { title: 'Laporan', labels: ['paraf-temuan'] } }),
  },
  {
    what: 'make a label',
    route: 'POST /labels',
    send: (_target, turn) => ({ path: '/labels', body: { name: `coba-${turn}`, color: 'ededed' } }),
  },
];

/** Every write call that is tried. */
export const calls: readonly Call[] = [
  ...onPulls.map((call) => ({ ...call, on: kinds })),
  ...onNothing.map((call) => ({ ...call, on: null })),
];
