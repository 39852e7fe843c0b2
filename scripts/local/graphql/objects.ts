import { timestamp } from '../clock.ts';
import { parseCommit, type Commit, type Signature } from '../git/commit.ts';
import { pathFault } from '../git/paths.ts';
import type { GitObject } from '../git/reader.ts';
import { entryType, parseTree, type TreeEntry } from '../git/tree.ts';
import { nodeId } from '../shape/addresses.ts';
import { accountOfEmail } from '../shape/people.ts';
import { currentOid } from '../store/moves.ts';
import { refOf } from '../local.ts';
import { rollupNode, suiteNodes } from './checks.ts';
import { connection, type Paging } from './connection.ts';
import { historyConnection } from './history.ts';
import { actorNode } from './people.ts';
import type { View } from './view.ts';

/** GitHub cuts the text of larger blobs. */
const longestText = 512_000;

/** `object(expression:)`: `rev`, `rev:path` or `rev^{tree}`, where rev is a full commit id, a branch or HEAD. */
export async function objectByExpression(view: View, expression: string) {
  const { repository } = view.local;
  const [rev = '', ...rest] = expression.split(':');
  const path = rest.length === 0 ? undefined : rest.join(':').replace(/\/$/, '');
  const name = rev.replace(/\^\{tree\}$/, '');
  if (path && pathFault(path)) return null;
  if (/^[0-9a-f]{40}$/.test(name)) {
    const direct = await repository.reader.info(name);
    if (direct && direct.type !== 'commit')
      return objectByName(view, path ? `${name}:${path}` : name, path ?? '');
  } else
    await currentOid(view.local, name.startsWith('refs/') ? name : refOf(name === 'HEAD' ? 'main' : name));
  const commit = await repository.commitOid(name);
  if (!commit) return null;
  if (path === undefined) return objectByName(view, rev === name ? commit : `${commit}^{tree}`, '');
  return objectByName(view, path === '' ? `${commit}^{tree}` : `${commit}:${path}`, path);
}

/** The object of that id; null when there is none. */
export async function objectByName(view: View, name: string, path: string) {
  const found = await view.local.repository.reader.read(name);
  return found ? objectNode(view, found, path) : null;
}

function objectNode(view: View, found: GitObject, path: string) {
  const common = {
    id: nodeId('GitObject', found.oid),
    oid: found.oid,
    abbreviatedOid: found.oid.slice(0, 7),
  };
  if (found.type === 'commit') return commitNode(view, parseCommit(found.oid, found.content));
  if (found.type === 'tree')
    return {
      __typename: 'Tree',
      ...common,
      entries: () => parseTree(found.content).map((entry) => entryNode(view, entry, path)),
    };
  if (found.type === 'tag') return { __typename: 'Tag', ...common };
  const binary = found.content.subarray(0, 8000).includes(0);
  return {
    __typename: 'Blob',
    ...common,
    byteSize: found.size,
    isBinary: binary,
    isTruncated: found.size > longestText,
    text: binary ? null : found.content.toString('utf8', 0, longestText),
  };
}

function entryNode(view: View, entry: TreeEntry, folder: string) {
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
  const dot = entry.name.lastIndexOf('.');
  return {
    name: entry.name,
    path,
    // GitHub gives the mode as a number.
    mode: Number.parseInt(entry.mode, 8),
    type: entryType(entry),
    oid: entry.oid,
    extension: dot < 0 ? '' : entry.name.slice(dot),
    size: async () => (await view.local.repository.reader.info(entry.oid))?.size ?? 0,
    object: () => (entryType(entry) === 'commit' ? null : objectByName(view, entry.oid, path)),
  };
}

async function entryAt(view: View, tree: string, path: string) {
  const cut = path.lastIndexOf('/');
  const folder = cut < 0 ? '' : path.slice(0, cut);
  if (pathFault(path)) return null;
  const found = await view.local.repository.reader.read(folder === '' ? tree : `${tree}:${folder}`);
  if (found?.type !== 'tree') return null;
  const entry = parseTree(found.content).find((one) => one.name === path.slice(cut + 1));
  return entry ? entryNode(view, entry, folder) : null;
}

export function commitNode(view: View, commit: Commit) {
  const { local, at } = view;
  const [headline = '', ...body] = commit.message.split('\n');
  const coAuthors = [...commit.message.matchAll(/^co-authored-by: *(.*?) *<([^>]*)>$/gim)].map((match) => ({
    ...commit.author,
    name: match[1]!,
    email: match[2]!,
  }));
  const authors = [commit.author, ...coAuthors].map((who) => gitActorNode(view, who));
  return {
    __typename: 'Commit',
    id: nodeId('Commit', commit.oid),
    oid: commit.oid,
    abbreviatedOid: commit.oid.slice(0, 7),
    url: `${at.html}/commit/${commit.oid}`,
    message: commit.message,
    messageHeadline: headline,
    messageBody: body.join('\n').trim(),
    authoredDate: timestamp(commit.author.seconds * 1000),
    committedDate: timestamp(commit.committer.seconds * 1000),
    author: gitActorNode(view, commit.author),
    committer: gitActorNode(view, commit.committer),
    authors: (paging: Paging) => connection('authors', authors, paging),
    history: (wanted: Paging & { path?: string | null }) => historyConnection(view, commit.oid, wanted),
    tree: () => objectByName(view, commit.tree, ''),
    file: ({ path }: { path: string }) => entryAt(view, commit.tree, path),
    parents: async (paging: Paging) => {
      const parents = await Promise.all(commit.parents.map((oid) => local.repository.mustCommit(oid)));
      return connection(
        'parents',
        parents.map((parent) => commitNode(view, parent)),
        paging,
      );
    },
    statusCheckRollup: () => rollupNode(view, commit.oid),
    checkSuites: (paging: Paging) => connection('checkSuites', suiteNodes(view, commit.oid), paging),
  };
}

function gitActorNode(view: View, who: Signature) {
  const account = accountOfEmail(view.local, who.email);
  const user = account && account.id !== view.local.app.id ? actorNode(view, account.id) : null;
  return { name: who.name, email: who.email, date: timestamp(who.seconds * 1000), user };
}
