import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files of the checkout that Git tracks; in an unpacked archive without Git, all that .gitignore lets through. */
function trackedFiles(checkout: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', checkout, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (existsSync(join(checkout, '.git'))) return git('ls-files', '-z');
  const scratch = mkdtempSync(join(tmpdir(), 'paraf-import-'));
  try {
    execFileSync('git', ['init', '-q', scratch]);
    const own = [`--git-dir=${join(scratch, '.git')}`, `--work-tree=${checkout}`];
    return git(...own, 'ls-files', '-z', '--others', '--exclude-standard');
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Writes the checkout's tracked files, as they lie on the disk, as one tree into a bare repository.
 *
 * @returns the id of the tree
 */
export function importTree(checkout: string, bareRepository: string): string {
  const scratch = mkdtempSync(join(tmpdir(), 'paraf-import-'));
  const git = (args: readonly string[], input?: string) =>
    execFileSync('git', [`--git-dir=${bareRepository}`, `--work-tree=${checkout}`, ...args], {
      cwd: checkout,
      encoding: 'utf8',
      input,
      env: {
        ...process.env,
        GIT_INDEX_FILE: join(scratch, 'index'),
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: devNull,
      },
    });
  try {
    const files = trackedFiles(checkout)
      .split('\0')
      .filter((file) => file !== '' && existsSync(join(checkout, file)));
    git(['-c', 'core.autocrlf=false', 'update-index', '--add', '-z', '--stdin'], `${files.join('\0')}\0`);
    return git(['write-tree']).trim();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
