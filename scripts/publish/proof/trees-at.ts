import type { Git } from '../git.ts';
import { outputOf } from './output.ts';
import type { LedgerFile } from '../verify.ts';

/**
 * Tree that each entry's commit has at the entry's path, in their order; null where it has none, or the entry is the
 * system's. Git walks the paths itself: a month's folder of each of thousands of commits is much to carry over.
 */
export async function treesAt(git: Git, ledger: readonly LedgerFile[]): Promise<readonly (string | null)[]> {
  const asked = ledger.map(({ entry }) =>
    entry.jenis !== 'sistem' && isPlainPath(entry.path) ? `${entry.commit}:${entry.path}` : '-',
  );
  const lines = (
    await outputOf(git, ['cat-file', '--batch-check=%(objecttype) %(objectname)'], `${asked.join('\n')}\n`)
  ).split('\n');
  return ledger.map((_, place) => /^tree ([0-9a-f]+)$/.exec(lines[place] ?? '')?.[1] ?? null);
}

/** An entry's path is anybody's text until it is judged: where it is no plain path, nothing lies at it. */
export const isPlainPath = (path: string) => /^[\w./-]+$/.test(path);
