import { git, lines } from '../git/command.ts';
import { connection, type Paging } from './connection.ts';
import { commitNode } from './objects.ts';
import type { View } from './view.ts';

/** More commits than this are never asked for: GitHub pages by 100. */
const most = 1000;

/** `Commit.history`: the commit and those before it, newest first; with a path, those that changed it. */
export async function historyConnection(
  view: View,
  oid: string,
  { path, ...paging }: Paging & { readonly path?: string | null },
) {
  const { repository } = view.local;
  const args = ['rev-list', `--max-count=${most}`, oid, '--', ...(path ? [path] : [])];
  const { stdout } = await git(repository.directory, args);
  const commits = await Promise.all(lines(stdout).map((line) => repository.mustCommit(line)));
  return connection(
    'history',
    commits.map((commit) => commitNode(view, commit)),
    paging,
  );
}
