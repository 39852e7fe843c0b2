import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Git } from '../git.ts';
import { openIndex } from '../index/database.ts';
import { indexIn } from '../prepare.ts';
import { folder, openArchive, type Archive } from '../testing/archive.ts';
import { verify, VerifyError } from '../verify.ts';
import { findingsNow } from './findings.ts';
import { keepProven, provenBy } from './proven.ts';

let archive: Archive;
let index: string;
/** Files that the whole verification lists. */
let listed: number;
let git: Git;

beforeEach(async () => {
  archive = openArchive();
  archive.merge(folder('s0'), { [`${folder('s0')}/index.md`]: 'Isi.\n' });
  mkdirSync(archive.dataDir, { recursive: true });
  index = indexIn(archive.dataDir);
  listed = 0;
  git = {
    ...archive.git,
    tree: (...given) => {
      const lines = archive.git.tree(...given);
      listed += lines.length;
      return lines;
    },
  };
  await published();
});
afterEach(() => archive.stop());

/** What a publication keeps. */
async function published(): Promise<void> {
  using database = openIndex(index);
  const all = await verify(archive.git);
  keepProven(database, await provenBy(archive.git, all), all.ledger);
}

/** What is found, and whether everything was verified for it. */
async function found() {
  listed = 0;
  const { main, findings } = await findingsNow(git, index);
  const isWhole = listed > 0;
  const whole = await verify(archive.git);
  expect({ main, findings }).toEqual({ main: whole.main, findings: whole.findings });
  return { paths: findings.map(({ path }) => path), isWhole };
}

it('what somebody pushed since the last publication is found, again and again, by that alone', async () => {
  expect(await found()).toEqual({ paths: [], isWhole: false });
  archive.commit('main', { [`${folder('liar')}/index.md`]: 'Tanpa paraf.\n' });
  expect(await found()).toEqual({ paths: [folder('liar')], isWhole: false });
  archive.merge(folder('s1'), { [`${folder('s1')}/index.md`]: 'Isi.\n' });
  archive.commit('main', { 'content/berita/nyasar.md': 'Nyasar.\n' });
  expect(await found()).toEqual({
    paths: ['content/berita/nyasar.md', folder('liar')],
    isWhole: false,
  });
});

it('everything is verified where nothing was published, or what was proven cannot be relied on', async () => {
  archive.commit('main', { [`${folder('liar')}/index.md`]: 'Tanpa paraf.\n' });
  const whole = { paths: [folder('liar')], isWhole: true };
  archive.approveSistem();
  expect(await found()).toEqual(whole);
  writeFileSync(index, 'bukan basis data');
  expect(await found()).toEqual(whole);
  for (const ending of ['', '-wal', '-shm']) rmSync(`${index}${ending}`, { force: true });
  expect(await found()).toEqual(whole);
  // Opened, and nothing kept yet.
  openIndex(index).close();
  expect(await found()).toEqual(whole);
});

it('a ledger that cannot be trusted is refused in the words of the whole verification', async () => {
  archive.commit('paraf', { 'ledger/2026/11/000009.json': '{}' });
  await expect(findingsNow(git, index)).rejects.toThrow(VerifyError);
  await expect(findingsNow(git, join(archive.dataDir, 'tidak-ada'))).rejects.toThrow(
    'Buku catatan terputus: ledger/2026/11/000009.json bukan nomor 3.',
  );
});
