import type { Issue } from '../../core/issue.ts';
import type { LedgerEntry } from '../../core/ledger.ts';
import type { Git } from '../git.ts';
import type { Objects } from './objects.ts';
import { objectIssue } from './systems.ts';

/**
 * Hashes every object of the published items, files and folders, and the folders above them: Git names an object by
 * what is in it, but does not look again when it reads one.
 */
export async function liveObjectIssues(
  git: Git,
  objects: Objects,
  main: string,
  live: readonly Extract<LedgerEntry, { jenis: 'item' }>[],
): Promise<Issue[]> {
  const roots = [...new Set(live.map(({ koleksi }) => `content/${koleksi}/`))];
  const folders = new Set(live.map(({ path }) => path));
  const entries = roots
    .flatMap((root) => git.tree(main, { isRecursive: true, paths: [root] }))
    .filter(({ type, path }) => type === 'tree' || isInside(path, folders));
  const issues: Issue[] = [];
  await objects.each(
    entries.map(({ oid }) => oid),
    (found, place) => {
      const { path, oid } = entries[place]!;
      if (typeof found === 'string') issues.push({ ...objectIssue(found, path, oid), file: path });
    },
  );
  return issues;
}

function isInside(path: string, folders: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    if (folders.has(path.slice(0, end))) return true;
  return false;
}
