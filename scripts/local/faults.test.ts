import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewsroom, news, place, type Newsroom } from '../github/testing/newsroom.ts';
import { pullQuery } from '../github/read/queries.ts';
import type { Fault } from './faults.ts';

let room: Newsroom;
let pull: number;
const branch = 'cms/berita/2026/11/gangguan';
beforeAll(async () => {
  room = await openNewsroom();
  pull = await room.open('peliput', branch, news('gangguan'));
});
afterAll(() => room.stop());

const base = '/api/v3/repos/diskominfo/portal';
const ask = (path: string, method = 'GET', body?: unknown) =>
  fetch(`${room.url}${base}${path}`, {
    method,
    headers: { Authorization: 'token demo-peliput' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const labels = async () =>
  ((await (await ask(`/issues/${pull}/labels`)).json()) as { name: string }[]).map(({ name }) => name);
const setLabel = (name: string) => ask(`/issues/${pull}/labels`, 'PUT', { labels: [name] });

const draft = 'decap-cms/draft';
const submitted = 'decap-cms/pending_review';

test.each<[kind: Fault['kind'], status: number, isDone: boolean]>([
  ['bad-gateway', 502, false],
  ['timeout', 504, true],
  ['primary-limit', 403, false],
  ['secondary-limit', 403, false],
])('%s answers %i once; whether it was done: %s', async (kind, status, isDone) => {
  room.server.faults.set([]);
  await setLabel(draft);
  room.server.faults.set([{ kind, request: /^PUT / }]);
  const response = await setLabel(submitted);
  expect(response.status).toBe(status);
  await response.text();
  expect(await labels()).toEqual([isDone ? submitted : draft]);
  expect((await setLabel(submitted)).status).toBe(200);
});

test('the limits say when to come back', async () => {
  room.server.faults.set([{ kind: 'primary-limit' }, { kind: 'secondary-limit' }]);
  const primary = await ask('');
  expect(primary.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(Number(primary.headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1000);
  expect((await ask('')).headers.get('retry-after')).toBe('1');
});

test('cut: it was done, and whoever asked does not know', async () => {
  room.server.faults.set([]);
  await setLabel(draft);
  room.server.faults.set([{ kind: 'cut', request: /^PUT / }]);
  await expect(setLabel(submitted)).rejects.toThrow('fetch failed');
  expect(await labels()).toEqual([submitted]);
});

test('stale: reading gives what it gave before the last change, to this token alone', async () => {
  room.server.faults.set([]);
  await setLabel(draft);
  expect(await labels()).toEqual([draft]);
  await setLabel(submitted);
  expect(await labels()).toEqual([submitted]);
  room.server.faults.set([{ kind: 'stale', times: 2, token: 'demo-peliput' }]);
  expect(await room.labels(pull)).toEqual([submitted]);
  expect(await labels()).toEqual([draft]);
  expect(await labels()).toEqual([draft]);
  expect(await labels()).toEqual([submitted]);
});

test.each([
  ['base-modified', 'Base branch was modified. Review and try the merge again.'],
  ['mergeable-unknown', 'Pull Request is not mergeable'],
] as const)('%s befalls merges alone', async (kind, message) => {
  room.server.faults.set([{ kind }]);
  expect((await ask('')).status).toBe(200);
  const merge = await ask(`/pulls/${pull}/merge`, 'PUT', {});
  expect([merge.status, (await merge.json()) as object]).toEqual([405, expect.objectContaining({ message })]);
});

test('repointed: a review names the present head as its commit', async () => {
  room.server.faults.set([]);
  await room.review('kasi-pkp', pull, 'COMMENT', 'Sudah dibaca.');
  const of = await room.head(branch);
  const head = await room.save('peliput', branch, news('gangguan', 'Isi lain.'));
  const seen = async () => {
    const raw = await room.app.graphql(pullQuery, { ...place, number: pull });
    return (
      raw as { repository: { pullRequest: { reviews: { nodes: { commit: { oid: string } }[] } } } }
    ).repository.pullRequest.reviews.nodes.map(({ commit }) => commit.oid);
  };
  room.server.faults.set([{ kind: 'repointed', request: /graphql$/ }]);
  expect(await seen()).toEqual([head]);
  expect(await seen()).toEqual([of]);
});

test('a fault begins after so many requests, and its strokes are counted', async () => {
  room.server.faults.set([{ kind: 'bad-gateway', after: 2, times: 2 }]);
  const before = room.server.faults.struck().get('bad-gateway') ?? 0;
  const statuses: number[] = [];
  for (let n = 0; n < 5; n += 1) statuses.push((await ask('')).status);
  expect(statuses).toEqual([200, 200, 502, 502, 200]);
  expect(room.server.faults.struck().get('bad-gateway')).toBe(before + 2);
});
