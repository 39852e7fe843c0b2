import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPostman, type Postman } from '../github/testing/postman.ts';
import { git } from './git/command.ts';
import type { Change } from './local.ts';
import { openOffice, place, type Office } from './testing/office.ts';
import { judgeDelivery } from './testing/openapi.ts';

let office: Office;
let postman: Postman;
beforeAll(async () => {
  office = await openOffice();
  postman = await openPostman();
  office.server.deliverTo(postman.address, 'rahasia');
});
afterAll(async () => {
  await office.stop();
  await postman.stop();
});

type NameOf<C> = C extends { event: infer Event extends string; action: infer Action extends string }
  ? `${Event} ${Action}`
  : C extends { event: infer Event extends string }
    ? Event
    : never;

/** Everything that this server sends: a kind that is not tried here does not compile. */
const kinds: Readonly<Record<NameOf<Change>, true>> = {
  push: true,
  'repository_dispatch terbit': true,
  'pull_request opened': true,
  'pull_request edited': true,
  'pull_request labeled': true,
  'pull_request unlabeled': true,
  'pull_request synchronize': true,
  'pull_request closed': true,
  'pull_request reopened': true,
  'pull_request_review submitted': true,
  'pull_request_review edited': true,
  'pull_request_review dismissed': true,
  'issue_comment created': true,
  'issue_comment edited': true,
  'issues opened': true,
  'issues edited': true,
  'issues labeled': true,
  'issues unlabeled': true,
  'issues closed': true,
  'issues reopened': true,
};

/** One of everything that can happen to a pull request and to an issue. */
async function everything(): Promise<void> {
  const editor = office.as('peliput').rest;
  const reviewer = office.as('pengolah-satu').rest;
  const { number, head, branch } = await office.draft('peliput', 'kiriman');
  const labels = (given: readonly string[], issue_number: number) =>
    editor.issues.setLabels({ ...place, issue_number, labels: [...given] });
  const moves = { ...place, ref: `heads/${branch}`, force: true };
  const pull = { ...place, pull_number: number };
  await labels(['decap-cms/draft'], number);
  await labels(['decap-cms/pending_review'], number);
  await editor.pulls.update({ ...pull, title: 'Kerja bakti', body: 'Naskah baru.' });
  for (const event of ['COMMENT', 'REQUEST_CHANGES', 'APPROVE'] as const) {
    const { data } = await reviewer.pulls.createReview({ ...pull, event, body: 'Cocokkan angkanya.' });
    await reviewer.pulls.updateReview({ ...pull, review_id: data.id, body: 'Cocokkan tanggalnya.' });
    if (event !== 'COMMENT')
      await reviewer.pulls.dismissReview({ ...pull, review_id: data.id, message: 'Keliru.' });
  }
  const next = await office.commit('peliput', head, { 'content/berita/2026/11/kiriman/index.md': 'dua\n' });
  await editor.git.updateRef({ ...moves, sha: next });
  await editor.git.updateRef({ ...moves, sha: head });
  const { data: comment } = await editor.issues.createComment({
    ...place,
    issue_number: number,
    body: 'Siap.',
  });
  await editor.issues.updateComment({ ...place, comment_id: comment.id, body: 'Sudah siap.' });
  await editor.pulls.update({ ...pull, state: 'closed' });
  await editor.pulls.update({ ...pull, state: 'open' });

  const { data: issue } = await editor.issues.create({ ...place, title: 'Tautan mati', body: 'Di beranda.' });
  const of = { ...place, issue_number: issue.number };
  await labels(['tautan'], issue.number);
  await labels([], issue.number);
  await editor.issues.update({ ...of, title: 'Tautan putus', body: 'Di halaman depan.' });
  await editor.issues.createComment({ ...of, body: 'Diperiksa.' });
  await editor.issues.update({ ...of, state: 'closed' });
  await editor.issues.update({ ...of, state: 'open' });
  await office.as('app').rest.repos.createDispatchEvent({ ...place, event_type: 'terbit' });

  const main = await office.commit('app', await office.main(), { 'lain.md': 'x\n' });
  await office.call('app', 'PATCH', '/git/refs/heads/main', { sha: main });
  const passing = await office.draft('penyusun', 'batal');
  await office.as('penyusun').rest.git.deleteRef({ ...place, ref: `heads/${passing.branch}` });
  // Behind the back of the server: nobody is known to have done it.
  const late = await office.commit('app', main, { 'selundupan.md': 'x\n' });
  await git(office.server.repository, ['update-ref', 'refs/heads/main', late]);
  await office.main();
}

interface Sent {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** All that was sent, each held against GitHub's description. */
async function sent(): Promise<Sent[]> {
  let heard = 0;
  const silence = office.server.onChange(() => (heard += 1));
  await everything();
  await vi.waitFor(() => expect(postman.deliveries.length).toBeGreaterThanOrEqual(heard), 10_000);
  silence();
  expect(postman.deliveries).toHaveLength(heard);
  return postman.deliveries.map(({ headers, body }) => {
    const event = headers['x-github-event']!;
    const payload = JSON.parse(body) as Sent['payload'];
    judgeDelivery(event, payload);
    const { action } = payload;
    return { name: typeof action === 'string' ? `${event} ${action}` : event, payload };
  });
}

test('everything that is sent is as GitHub describes it, and says what was before', async () => {
  const all = await sent();
  expect([...new Set(all.map(({ name }) => name))].toSorted()).toEqual(Object.keys(kinds).toSorted());
  const told = (name: string, ...fields: readonly string[]) =>
    all
      .filter((one) => one.name === name)
      .map(({ payload }) => Object.fromEntries(fields.map((field) => [field, payload[field]])));
  expect(told('pull_request edited', 'changes')).toEqual([
    {
      changes: {
        title: { from: 'Buat kiriman' },
        body: { from: 'Automatically generated by Decap CMS' },
      },
    },
  ]);
  expect(told('issue_comment edited', 'changes')).toEqual([{ changes: { body: { from: 'Siap.' } } }]);
  const [there, back] = told('pull_request synchronize', 'before', 'after');
  expect(back).toEqual({ before: there!['after'], after: there!['before'] });
  const branch = told('push', 'ref', 'created', 'deleted', 'forced').filter(({ ref }) =>
    String(ref).endsWith('/kiriman'),
  );
  expect(branch.map(({ created, deleted, forced }) => [created, deleted, forced])).toEqual([
    [true, false, false],
    [false, false, false],
    [false, false, true],
  ]);
});
