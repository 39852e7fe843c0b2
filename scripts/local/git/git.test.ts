import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { git } from './command.ts';
import { openRepository } from './open-repository.ts';
import { Repository } from './repository.ts';
import { objectId } from './pack.ts';

let folder: string;
let repository: Repository;
const who = { name: 'Kantor <x>\n', email: 'a@b', seconds: 1_700_000_000, zone: '+0700' };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paraf-git-'));
  repository = await openRepository(join(folder, 'portal.git'), true);
});
afterAll(() => {
  repository.close();
  rmSync(folder, { recursive: true, force: true });
});

const tree = (base: string | undefined, files: Record<string, string | Buffer | null>) => {
  const blobs: Buffer[] = [];
  const changes = Object.entries(files).map(([path, text]) => {
    if (text === null) return { path, entry: null };
    const content = Buffer.from(text);
    blobs.push(content);
    return { path, entry: { mode: '100644', oid: objectId({ type: 'blob', content }) } };
  });
  return repository.writeTree(base, changes, blobs);
};
const lines = (count: number, change?: number) =>
  Array.from({ length: count }, (_, index) => (index === change ? 'lain' : `baris ${index}`)).join('\n') +
  '\n';

test('a tree that is edited is the tree that git would make', async () => {
  const first = await tree(undefined, {
    'a/b/c.md': 'c\n',
    'a/b.md': 'b\n',
    'a.md': 'a\n',
    'é x/y.md': 'y\n',
  });
  const second = await tree(first, { 'a/b/c.md': null, 'a/d.md': 'd\n' });
  const { stdout } = await git(repository.directory, ['ls-tree', '-r', '--name-only', '-z', second]);
  expect(stdout.toString().split('\0')).toEqual(['a.md', 'a/b.md', 'a/d.md', 'é x/y.md', '']);
  expect((await git(repository.directory, ['fsck', '--strict', '--no-dangling'])).code).toBe(0);
});

test('many files at once, one process', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`f/${index}/x.md`, `${index}\n`]),
  );
  const oid = await tree(undefined, files);
  expect((await repository.listTree(oid, true)).filter((entry) => entry.type === 'blob')).toHaveLength(300);
});

test('a tree that names what is not there is refused by git', async () => {
  const change = { path: 'a', entry: { mode: '100644', oid: '1'.repeat(40) } };
  await expect(repository.writeTree(undefined, [change])).rejects.toThrow('unpack-objects');
});

test('differences: added, changed, renamed, taken away, binary, and odd names', async () => {
  const before = await tree(undefined, {
    'ubah.md': 'satu\ndua\n',
    'lama.md': lines(30),
    'hapus.md': 'x\n',
    'gambar.png': Buffer.from([137, 80, 0, 1]),
    'diff --git a.md': 'diff --git a b\n',
  });
  const after = await tree(before, {
    'ubah.md': 'satu\ntiga\n',
    'lama.md': null,
    'baru é "kutip".md': lines(30, 3),
    'hapus.md': null,
    'gambar.png': Buffer.from([137, 80, 0, 2]),
    'diff --git a.md': 'diff --git a b\ndiff --git c d\n',
    'tambah.md': 'tanpa baris baru',
  });
  const files = await repository.changedFiles(before, after);
  expect(
    files.map(({ path, previous, status, additions, deletions }) => [
      path,
      previous,
      status,
      additions,
      deletions,
    ]),
  ).toEqual([
    ['baru é "kutip".md', 'lama.md', 'renamed', 1, 1],
    ['diff --git a.md', undefined, 'modified', 1, 0],
    ['gambar.png', undefined, 'modified', 0, 0],
    ['hapus.md', undefined, 'removed', 0, 1],
    ['tambah.md', undefined, 'added', 1, 0],
    ['ubah.md', undefined, 'modified', 1, 1],
  ]);
  expect(files.map((file) => file.patch?.split('\n').at(-1))).toEqual([
    ' baris 6',
    '+diff --git c d',
    undefined,
    '-x',
    '\\ No newline at end of file',
    '+tiga',
  ]);
});

test('a file that becomes a symbolic link keeps the patches of the others in place', async () => {
  const before = await tree(undefined, { 'a.md': 'a\n', 'z.md': 'z\n' });
  const content = Buffer.from('z.md');
  const link = { path: 'a.md', entry: { mode: '120000', oid: await repository.writeBlob(content) } };
  const after = await repository.writeTree(await tree(before, { 'z.md': 'y\n' }), [link]);
  const files = await repository.changedFiles(before, after);
  expect(files.map((file) => [file.path, file.status, file.patch])).toEqual([
    ['a.md', 'changed', undefined],
    ['z.md', 'modified', '@@ -1 +1 @@\n-z\n+y'],
  ]);
});

test('a commit reads back as it was written, its names made harmless', async () => {
  const root = await tree(undefined, { 'a.md': 'a\n' });
  const message = 'Judul\n\nIsi tanpa baris baru';
  const oid = await repository.writeCommit({ tree: root, parents: [], author: who, committer: who, message });
  expect(await repository.commit(oid)).toEqual({
    oid,
    tree: root,
    parents: [],
    author: { ...who, name: 'Kantor x' },
    committer: { ...who, name: 'Kantor x' },
    message,
  });
});

test('merges: clean, conflicting, and unrelated', async () => {
  const commit = async (parents: string[], files: Record<string, string>, base?: string) =>
    repository.writeCommit({
      tree: await tree(base, files),
      parents,
      author: who,
      committer: who,
      message: 'x',
    });
  const root = await tree(undefined, { 'a.md': lines(20) });
  const start = await commit([], { 'a.md': lines(20) });
  const one = await commit([start], { 'a.md': lines(20, 1) }, root);
  const far = await commit([start], { 'a.md': lines(20, 18) }, root);
  const same = await commit([start], { 'a.md': lines(20, 1).replace('lain', 'beda') }, root);
  expect(await repository.mergeTree(one, far)).toMatch(/^[0-9a-f]{40}$/);
  expect(await repository.mergeTree(one, same)).toBeUndefined();
  expect(await repository.mergeBase(one, far)).toBe(start);
  const other = await commit([], { 'b.md': 'b\n' });
  expect(await repository.mergeBase(one, other)).toBeUndefined();
  expect(await repository.isAncestor(start, far)).toBe(true);
  expect(await repository.isAncestor(far, start)).toBe(false);
});

test('a branch moves only from where it stands, and git’s log says why', async () => {
  const make = async (name: string) =>
    repository.writeCommit({
      tree: await tree(undefined, { [name]: 'x' }),
      parents: [],
      author: who,
      committer: who,
      message: name,
    });
  const [one, two, three] = [await make('1'), await make('2'), await make('3')];
  expect(await repository.compareAndSwap('refs/heads/x', undefined, one, 'pertama')).toBe(true);
  expect(await repository.compareAndSwap('refs/heads/x', undefined, two, 'lagi')).toBe(false);
  expect(await repository.compareAndSwap('refs/heads/x', two, three, 'salah')).toBe(false);
  expect(await repository.compareAndSwap('refs/heads/x', one, three, 'benar')).toBe(true);
  expect(await repository.refNotes('refs/heads/x')).toEqual(['benar', 'pertama']);
  expect(await repository.compareAndSwap('refs/heads/x', one, undefined, 'hapus')).toBe(false);
  expect(await repository.compareAndSwap('refs/heads/x', three, undefined, 'hapus')).toBe(true);
});

test('names in git’s own notation name nothing', async () => {
  for (const name of ['main@{1}', 'main~1', 'main^', ':/x', 'a..b', 'x y', 'main\nrefs/heads/main'])
    expect([await repository.commitOid(name), await repository.refOid(`refs/heads/${name}`)]).toEqual([
      undefined,
      undefined,
    ]);
});

test('settings and hooks of the machine change nothing', async () => {
  const hostile = join(folder, 'gitconfig');
  writeFileSync(hostile, '[core]\n\tquotePath = true\n[diff]\n\tnoprefix = true\n[user]\n\tname = orang\n');
  const before = { HOME: process.env['HOME'], GIT_CONFIG_GLOBAL: process.env['GIT_CONFIG_GLOBAL'] };
  Object.assign(process.env, { HOME: folder, GIT_CONFIG_GLOBAL: hostile });
  try {
    const { code } = await git(repository.directory, ['config', '--get', 'user.name'], { accept: [0, 1] });
    expect(code).toBe(1);
  } finally {
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
});

test('which commits changed a folder is the same with and without the notes that git makes of history', async () => {
  const at: string[] = [];
  for (let number = 0; number < 60; number += 1) {
    const parents = at.slice(-1);
    const before = parents[0] === undefined ? undefined : (await repository.mustCommit(parents[0])).tree;
    const made = await tree(before, { [`butir/${number % 7}/index.md`]: `${number}\n` });
    const message = `Ubah ${number}`;
    at.push(await repository.writeCommit({ tree: made, parents, author: who, committer: who, message }));
  }
  const asked = at.flatMap((commit) => [0, 3, 8].map((folder) => [commit, `butir/${folder}`] as const));
  const answers = () => {
    const fresh = new Repository(repository.directory);
    return Promise.all(asked.map(([commit, path]) => fresh.history(commit, { path })));
  };
  const plain = await answers();
  for (const commit of at) repository.noteHistory(commit);
  await repository.historyNoted();
  const notes = join(repository.directory, 'objects/info/commit-graphs/commit-graph-chain');
  expect(readFileSync(notes, 'utf8')).not.toBe('');
  expect(await answers()).toEqual(plain);
  expect(plain.at(-3)).toHaveLength(9);
}, 60_000);
