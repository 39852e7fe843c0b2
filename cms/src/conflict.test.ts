import { expect, test } from 'vitest';
import { guardBranches } from './conflict.ts';

const branch = 'cms/berita/11/kerja-bakti/index';
const index = 'content/berita/2026/11/kerja-bakti/index.md';
const notFound = () => Promise.reject(Object.assign(new Error('Not Found'), { status: 404 }));

/** Decap's client over branches that are known by commit, and commits that are known by the blob of one file. */
function client(heads: Record<string, string>, blobs: Record<string, string>, isOpen = true) {
  const api: DecapApi = {
    branch: 'main',
    getUser: () => Promise.resolve({}),
    getBranch: (name) => {
      const sha = heads[name];
      if (sha === undefined) return notFound();
      const committer = { date: '2026-11-02T01:00:00Z' };
      return Promise.resolve({ commit: { sha, author: { login: 'penyusun' }, commit: { committer } } });
    },
    getDifferences: (_from, sha) =>
      Promise.resolve({ files: [{ filename: index, status: 'added', sha: blobs[sha] ?? null }] }),
    retrieveUnpublishedEntryData: (key) =>
      Promise.resolve({ diffs: [{ path: index, id: blobs[heads[`cms/${key}`] ?? ''] ?? '' }] }),
    getPullRequests: () => Promise.resolve(isOpen ? [{}] : []),
    patchBranch: (name, sha) => Promise.resolve((heads[name] = sha)),
    createBranch: (name, sha) => Promise.resolve((heads[name] = sha)),
  };
  guardBranches(api);
  return api;
}

const open = (api: DecapApi) => api.retrieveUnpublishedEntryData(branch.slice('cms/'.length));
const refusal = 'Naskah ini sudah diubah penyusun sejak Anda membukanya.';

test('a save moves the branch while it holds what the form was filled with', async () => {
  const heads = { [branch]: 'a' };
  const api = client(heads, { a: 'satu', b: 'dua', c: 'tiga' });
  await open(api);
  await api.patchBranch(branch, 'b', { force: true });
  await api.patchBranch(branch, 'c', { force: true });
  expect(heads[branch]).toBe('c');
});

test('a save over another content is refused, and tells by whom and when', async () => {
  const heads = { [branch]: 'a' };
  const api = client(heads, { a: 'satu', b: 'dua', milikku: 'tiga' });
  await open(api);
  heads[branch] = 'b';
  await expect(api.patchBranch(branch, 'milikku', { force: true })).rejects.toMatchObject({
    message: expect.stringContaining(refusal),
    bentrok: { branch, by: 'penyusun', at: '2026-11-02T01:00:00Z' },
  });
  expect(heads[branch]).toBe('b');
  await open(api);
  await api.patchBranch(branch, 'milikku', { force: true });
  expect(heads[branch]).toBe('milikku');
});

test('a new commit with the same content, as a merge of main makes, is no conflict', async () => {
  const heads = { [branch]: 'a' };
  const api = client(heads, { a: 'satu', merge: 'satu', b: 'dua' });
  await open(api);
  heads[branch] = 'merge';
  await api.patchBranch(branch, 'b', { force: true });
  expect(heads[branch]).toBe('b');
});

test('a new draft is not put over a colleague’s that has just been opened; a left-over branch is no draft', async () => {
  const heads = { [branch]: 'a' };
  await expect(client(heads, { a: 'satu', b: 'dua' }).createBranch(branch, 'b')).rejects.toThrow(refusal);
  expect(heads[branch]).toBe('a');
  await client(heads, { a: 'satu', b: 'dua' }, false).createBranch(branch, 'b');
  expect(heads[branch]).toBe('b');
  const fresh: Record<string, string> = {};
  await client(fresh, { b: 'dua' }).createBranch(branch, 'b');
  expect(fresh[branch]).toBe('b');
});
