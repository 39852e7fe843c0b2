import type { Issue } from '../../core/issue.ts';
import { ledgerRoot } from '../../core/ledger.ts';
import type { Git } from '../git.ts';
import type { Verification } from '../verify.ts';
import type { Objects } from './objects.ts';
import { objectIssue } from './systems.ts';

/**
 * Hashes every object of the published items, files and folders, and of what leads to them and to the ledger: Git names
 * an object by what is in it, but does not look again when it reads one.
 */
export async function liveObjectIssues(
  git: Git,
  objects: Objects,
  { main, paraf, live }: Pick<Verification, 'main' | 'paraf' | 'live'>,
): Promise<Issue[]> {
  const roots = [...new Set(live.map(({ koleksi }) => `content/${koleksi}/`))];
  const folders = new Set(live.map(({ path }) => path));
  const items = roots
    .flatMap((root) => git.tree(main, { isRecursive: true, paths: [root] }))
    .filter(({ type, path }) => type === 'tree' || isInside(path, folders));
  const [above, records] = [
    git.tree(main, { paths: ['content'] }),
    git.tree(paraf, { isRecursive: true, paths: [`${ledgerRoot}/`] }).filter(({ type }) => type === 'tree'),
  ];
  const tops = [main, paraf].flatMap((oid) => [
    { oid, path: oid },
    { oid: git.text('rev-parse', `${oid}^{tree}`).trim(), path: oid },
  ]);
  const entries = [...tops, ...above, ...records, ...items];
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
