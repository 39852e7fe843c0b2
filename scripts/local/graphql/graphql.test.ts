import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOffice, type Office } from '../testing/office.ts';
import { gitHubSchema } from './schema.ts';

/** What a gate asks of a pull request, in one query. */
const gate = readFileSync(join(import.meta.dirname, '..', 'testing', 'gate.graphql'), 'utf8');

interface Reply {
  readonly data?: {
    readonly repository?: { readonly pullRequest?: Record<string, unknown> } & Record<string, unknown>;
  };
  readonly errors?: readonly { readonly message: string }[];
}

let office: Office;
const ask = async (query: string, variables: object = {}, path = '/api/graphql'): Promise<Reply> => {
  const response = await fetch(office.url + path, {
    method: 'POST',
    headers: { Authorization: 'bearer demo-peliput', 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Reply;
};
const inRepository = (fields: string) =>
  ask(`{ repository(owner: "diskominfo", name: "portal") { ${fields} } }`);

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

test('the query of a gate is valid by GitHub’s schema, and finds all that happened to a pull request', async () => {
  expect(validate(gitHubSchema(), parse(gate))).toEqual([]);
  const { number, head, branch } = await office.draft('peliput', 'satu');
  const base = await office.main();
  await office.call('peliput', 'PUT', `/issues/${number}/labels`, { labels: ['decap-cms/pending_review'] });
  const review = await office.call('pengolah-satu', 'POST', `/pulls/${number}/reviews`, {
    event: 'APPROVE',
    body: 'ok',
  });
  const { id } = review.json as { id: number };
  await office.call('pengolah-satu', 'PUT', `/pulls/${number}/reviews/${id}`, { body: 'ok, sudah' });
  await office.call('pengolah-satu', 'PUT', `/pulls/${number}/reviews/${id}/dismissals`, {
    message: 'keliru',
  });
  const next = await office.commit('peliput', base, { 'content/berita/2026/11/satu/index.md': 'dua\n' });
  await office.call('peliput', 'PATCH', `/git/refs/heads/${branch}`, { sha: next, force: true });
  await office.call('app', 'POST', `/issues/${number}/comments`, { body: 'Langkah 2' });
  await office.call('app', 'POST', '/check-runs', { name: 'paraf', head_sha: next, conclusion: 'success' });
  const variables = { o: 'diskominfo', r: 'portal', n: number };
  const before = await ask(gate, variables, '/api/v3/graphql');
  expect(before.errors).toBeUndefined();
  expect(before.data?.repository).toMatchObject({
    main: { target: { oid: base } },
    pelaksana: null,
    pullRequest: {
      state: 'OPEN',
      mergeable: 'MERGEABLE',
      mergeStateStatus: 'CLEAN',
      author: { login: 'peliput', databaseId: 1003 },
      headRefOid: next,
      baseRefOid: base,
      headRef: {
        target: {
          statusCheckRollup: {
            state: 'SUCCESS',
            contexts: { nodes: [{ checkSuite: { app: { databaseId: 2000 } } }] },
          },
          file: { mode: 33188, type: 'blob', object: { text: 'dua\n' } },
        },
      },
      files: {
        totalCount: 1,
        nodes: [{ path: 'content/berita/2026/11/satu/index.md', changeType: 'ADDED' }],
      },
      reviews: {
        nodes: [
          {
            state: 'DISMISSED',
            fullDatabaseId: String(id),
            body: 'ok, sudah',
            editor: { login: 'pengolah-satu' },
            commit: { oid: head },
          },
        ],
      },
      // GraphQL leaves the ending of an app's login out.
      comments: { nodes: [{ author: { login: 'paraf', databaseId: 2000 }, body: 'Langkah 2' }] },
      timelineItems: {
        nodes: [
          { __typename: 'LabeledEvent', actor: { databaseId: 1003 } },
          { __typename: 'PullRequestReview' },
          { __typename: 'ReviewDismissedEvent', previousReviewState: 'APPROVED', dismissalMessage: 'keliru' },
          { __typename: 'HeadRefForcePushedEvent', beforeCommit: { oid: head }, afterCommit: { oid: next } },
          { __typename: 'PullRequestCommit', commit: { oid: next, author: { user: { login: 'peliput' } } } },
        ],
      },
    },
  });
  expect(before.data?.repository?.pullRequest?.['reviews']).not.toMatchObject({
    nodes: [{ lastEditedAt: null }],
  });
  await office.call('app', 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash', sha: next });
  const after = await ask(gate, variables);
  expect(after.errors).toBeUndefined();
  expect(after.data?.repository?.pullRequest).toMatchObject({
    state: 'MERGED',
    mergedBy: { login: 'paraf', databaseId: 2000 },
    mergeCommit: { oid: await office.main() },
    headRef: null,
    files: { totalCount: 1 },
  });
});

test('octokit sends GraphQL to the place it expects', async () => {
  const answer = await office.as('peliput').graphql('{ viewer { login } }');
  expect(answer).toEqual({ viewer: { login: 'peliput' } });
});

test('timeline and files are paged, and the pages together are the whole', async () => {
  const { number } = await office.draft('peliput', 'halaman');
  for (const label of ['a', 'b', 'c'])
    await office.call('peliput', 'PUT', `/issues/${number}/labels`, { labels: [label] });
  const seen: unknown[] = [];
  let after: string | null = null;
  do {
    const reply = await inRepository(
      `pullRequest(number: ${number}) { timelineItems(first: 2${after ? `, after: "${after}"` : ''}) {
        totalCount pageInfo { hasNextPage endCursor } nodes { __typename } } }`,
    );
    const items = reply.data?.repository?.pullRequest?.['timelineItems'] as {
      totalCount: number;
      nodes: unknown[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    expect(items.totalCount).toBe(6);
    seen.push(...items.nodes);
    after = items.pageInfo.hasNextPage ? items.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toHaveLength(6);
});

describe('objects', () => {
  test('a tree by path, and the trees of older versions by their commits', async () => {
    const { head } = await office.draft('peliput', 'pohon');
    const { data, errors } = await inRepository(
      `a: object(expression: "${head}:content/berita/2026/11/pohon") { ... on Tree { oid entries { name path mode type oid object { ... on Blob { text isBinary } } } } }
       b: object(expression: "${head}^{tree}") { __typename oid }
       c: object(oid: "${head}") { ... on Commit { message parents(first: 1) { totalCount } } }
       d: object(expression: "main:tidak/ada") { oid }
       e: object(expression: "HEAD:content") { __typename }
       f: object(expression: "main@{1}") { oid }
       g: object(expression: "main@{99}:content") { oid }`,
    );
    expect(errors).toBeUndefined();
    expect(data?.repository).toMatchObject({
      a: {
        entries: [
          {
            name: 'index.md',
            path: 'content/berita/2026/11/pohon/index.md',
            mode: 33188,
            object: { text: 'isi pohon\n', isBinary: false },
          },
        ],
      },
      b: { __typename: 'Tree' },
      c: { message: 'pohon', parents: { totalCount: 1 } },
      d: null,
      e: { __typename: 'Tree' },
      f: null,
      g: null,
    });
  });
});

test.each([
  [
    'a field without an answer names itself',
    'stargazerCount',
    'Local server: field Repository.stargazerCount is not served. Served fields: scripts/local/DIFFERENCES.md.',
  ],
  ['a field that GitHub has not', 'bintang', 'Cannot query field "bintang" on type "Repository".'],
  [
    'a list without a limit',
    'pullRequests { totalCount }',
    'You must provide a `first` or `last` value to properly paginate the `pullRequests` connection.',
  ],
  [
    'a list with too high a limit',
    'pullRequests(first: 101) { totalCount }',
    '`first` on the `pullRequests` connection must lie between 1 and 100 records.',
  ],
  [
    'a pull request that is not there',
    'pullRequest(number: 999) { id }',
    'Could not resolve to a PullRequest with the number of 999.',
  ],
])('%s', async (_name, fields, message) => {
  const { errors } = await inRepository(fields);
  expect(errors?.map((error) => error.message)).toEqual([message]);
});

test('another repository is not there, and a change by GraphQL is not served', async () => {
  const other = await ask('{ repository(owner: "orang", name: "lain") { id } }');
  expect(other.errors?.[0]?.message).toBe("Could not resolve to a Repository with the name 'orang/lain'.");
  const change = await ask(
    'mutation { closePullRequest(input: { pullRequestId: "x" }) { clientMutationId } }',
  );
  expect(change.errors?.[0]?.message).toContain('field Mutation.closePullRequest is not served');
});

test('the list of pull requests is filtered', async () => {
  const { number, branch } = await office.draft('peliput', 'daftar');
  const { data } = await inRepository(
    `pullRequests(first: 5, states: [OPEN], headRefName: "${branch}", baseRefName: "main") { nodes { number title } }`,
  );
  expect(data?.repository?.['pullRequests']).toEqual({ nodes: [{ number, title: 'Buat daftar' }] });
});
