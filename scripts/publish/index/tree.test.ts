import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readFolder, treeId } from './tree.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraf-tree-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['sha1', 40],
  ['sha256', 64],
])('the id of a folder is the one that Git gives it (%s)', (format, length) => {
  // Names chosen where Git's order differs from the usual one: a folder sorts as if it ended in a slash.
  for (const name of ['index.md', 'a.jpg', 'a-b.jpg', 'Z.txt', 'é.txt', 'a/x.txt', 'a/b/y.txt', 'a0']) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), `isi ${name}`);
  }
  writeFileSync(join(folder, 'jalan.sh'), '', { mode: 0o755 });
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    }).trim();
  const files = readFolder(folder);
  git('init', '-q', `--object-format=${format}`);
  git('-c', 'core.autocrlf=false', 'add', '-A');
  expect(treeId(files, length)).toBe(git('write-tree'));
});

it('a link is refused: what it points to was approved by nobody', () => {
  symlinkSync('/etc/hostname', join(folder, 'foto.jpg'));
  expect(() => readFolder(folder)).toThrow(
    `${join(folder, 'foto.jpg')} bukan berkas biasa. Tautan dan berkas khusus tidak diterbitkan.`,
  );
});
