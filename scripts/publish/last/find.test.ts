import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../github/read/client.ts';
import { openArchive, type Archive } from '../testing/archive.ts';
import { findLast, type Found } from './find.ts';

const repository = { owner: 'diskominfo', repo: 'portal' };
const workflow = '.github/workflows/publish.yml';

let archive: Archive;
/** A commit of main with the recorded workflow, one with another, and one that nobody has. */
let [good, altered]: string[] = [];
beforeAll(() => {
  archive = openArchive(null, { [workflow]: 'name: publish\n' });
  archive.approveSistem();
  good = archive.commit('main', { 'content/berita/2026/11/satu/index.md': 'Satu.' });
  altered = archive.commit('main', { [workflow]: 'name: publish # lain\n' });
});
afterAll(() => archive.stop());

/** A run as GitHub lists it, of main and good. */
const run = (more: object = {}) => ({
  id: 7,
  event: 'push',
  path: workflow,
  head_branch: 'main',
  head_sha: good,
  conclusion: 'success',
  created_at: '2026-11-02T01:00:00Z',
  repository: { id: 1 },
  head_repository: { id: 1 },
  ...more,
});
const sha256 = 'a1'.repeat(32);
const artifact = (more: object = {}) => ({
  id: 70,
  name: 'simpanan.tar.zst',
  size_in_bytes: 8,
  expired: false,
  digest: `sha256:${sha256}`,
  ...more,
});

/** What is found where GitHub lists these runs, newest first, and each has these artifacts. */
function found(runs: readonly object[], artifacts: readonly object[] = [artifact()]): Promise<Found | null> {
  const client: Client = {
    graphql: () => Promise.reject(new Error('not asked')),
    request: async (route) => ({
      status: 200,
      headers: {},
      data: route.endsWith('/runs') ? { workflow_runs: runs } : { artifacts },
    }),
  };
  return findLast(client, repository, archive.git);
}

it('the newest good run of main is taken, with the SHA-256 that GitHub wrote down', async () => {
  expect(await found([run(), run({ id: 6 })])).toEqual({
    artifact: 70,
    sha256,
    bytes: 8,
    at: '2026-11-02T01:00:00Z',
  });
});

it.each<[string, object]>([
  ['a fork, from its own main', { head_repository: { id: 2 } }],
  ['a fork that is gone', { head_repository: null }],
  ['a pull request', { event: 'pull_request' }],
  ['what a pull request started', { event: 'workflow_run' }],
  ['another branch', { head_branch: 'cms/berita/2026/11/satu' }],
  ['another workflow', { path: '.github/workflows/check.yml' }],
  ['a run that failed', { conclusion: 'failure' }],
  ['a run that did not end', { conclusion: null }],
  ['a commit that is not here, as under a tag that is called main', { head_sha: '0123456789'.repeat(4) }],
  ['no commit at all', { head_sha: 'HEAD' }],
])('nothing is taken from %s', async (_, more) => {
  expect(await found([run(more)])).toBeNull();
});

it('nothing is taken from a run whose workflow the ledger did not record', async () => {
  expect(await found([run({ head_sha: altered })])).toBeNull();
  expect(await found([run({ head_sha: altered }), run({ id: 6 })])).toMatchObject({ artifact: 70 });
});

it.each<[string, readonly object[]]>([
  ['nothing', []],
  ['something else', [artifact({ name: 'github-pages' })]],
  ['what is too old', [artifact({ expired: true })]],
  ['what has no SHA-256', [artifact({ digest: null })]],
  ['what has another sum', [artifact({ digest: 'md5:00' })]],
])('nothing is taken where the run kept %s', async (_, artifacts) => {
  expect(await found([run()], artifacts)).toBeNull();
});
