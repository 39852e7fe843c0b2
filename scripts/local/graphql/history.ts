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
  const oids = await repository.history(oid, { limit: most, ...(path ? { path } : {}) });
  const commits = await Promise.all(oids.map((one) => repository.mustCommit(one)));
  return connection(
    'history',
    commits.map((commit) => commitNode(view, commit)),
    paging,
  );
}
