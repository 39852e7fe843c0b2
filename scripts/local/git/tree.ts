import type { ObjectReader } from './reader.ts';

export interface TreeEntry {
  readonly name: string;
  /** As git writes it in a tree: `100644`, `40000`. */
  readonly mode: string;
  readonly oid: string;
}

export const treeMode = '40000';

export function isTree(entry: TreeEntry): boolean {
  return entry.mode === treeMode;
}

/** Type of the object an entry names, which its mode tells. */
export function entryType(entry: TreeEntry): 'blob' | 'tree' | 'commit' {
  if (isTree(entry)) return 'tree';
  return entry.mode === '160000' ? 'commit' : 'blob';
}

/** Reads a tree object. */
export function parseTree(content: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(32, at);
    const nul = content.indexOf(0, space);
    entries.push({
      mode: content.toString('latin1', at, space),
      name: content.toString('utf8', space + 1, nul),
      oid: content.toString('hex', nul + 1, nul + 21),
    });
    at = nul + 21;
  }
  return entries;
}

/** The content of a tree object. */
export function formatTree(entries: readonly TreeEntry[]): Buffer {
  // Git sorts a folder as if its name ended with a slash, and compares bytes.
  const key = (entry: TreeEntry) => Buffer.from(isTree(entry) ? `${entry.name}/` : entry.name);
  const sorted = entries
    .map((entry) => ({ entry, key: key(entry) }))
    .sort((a, b) => Buffer.compare(a.key, b.key));
  const parts = sorted.flatMap(({ entry }) => [
    Buffer.from(`${entry.mode} ${entry.name}\0`),
    Buffer.from(entry.oid, 'hex'),
  ]);
  return Buffer.concat(parts);
}

/** One change of a tree: an entry to put at a path, or null to take away what is there. */
export interface TreeChange {
  readonly path: string;
  readonly entry: Omit<TreeEntry, 'name'> | null;
}

/** A change that cannot be made to this tree. */
export class TreeFault extends Error {
  override readonly name = 'TreeFault';
}

/** A tree in memory: entries as they stand, or subtrees that were opened because something in them changes. */
class OpenTree {
  readonly entries = new Map<string, TreeEntry | OpenTree>();
}

/**
 * Makes the tree that comes of applying changes, in order, to a base. Only the folders on changed paths are read
 * and written, so the cost does not grow with the repository. `write` takes one tree, those within it first, and
 * gives its id.
 */
export async function editTree(
  reader: ObjectReader,
  base: string | undefined,
  changes: readonly TreeChange[],
  write: (entries: readonly TreeEntry[]) => string,
): Promise<string> {
  const root = await openTree(reader, base);
  for (const change of changes) await applyChange(reader, root, change);
  return writeTree(root, write);
}

async function openTree(reader: ObjectReader, oid: string | undefined): Promise<OpenTree> {
  const open = new OpenTree();
  if (oid === undefined) return open;
  const found = await reader.read(oid);
  if (found?.type !== 'tree') throw new TreeFault(`tree ${oid} does not exist`);
  for (const entry of parseTree(found.content)) open.entries.set(entry.name, entry);
  return open;
}

async function applyChange(reader: ObjectReader, root: OpenTree, change: TreeChange): Promise<void> {
  const parts = change.path.split('/');
  const name = parts.pop()!;
  let folder = root;
  for (const part of parts) {
    let next = folder.entries.get(part);
    if (!next && change.entry === null) throw new TreeFault(`${change.path} does not exist`);
    if (next && !(next instanceof OpenTree)) {
      if (!isTree(next)) throw new TreeFault(`${part} in ${change.path} is a file`);
      next = await openTree(reader, next.oid);
    }
    next ??= new OpenTree();
    folder.entries.set(part, next);
    folder = next;
  }
  const current = folder.entries.get(name);
  if (change.entry === null) {
    if (!current) throw new TreeFault(`${change.path} does not exist`);
    folder.entries.delete(name);
    return;
  }
  const currentIsTree = current instanceof OpenTree || (current !== undefined && isTree(current));
  if (currentIsTree && change.entry.mode !== treeMode) throw new TreeFault(`${change.path} is a folder`);
  folder.entries.set(name, { name, ...change.entry });
}

function writeTree(open: OpenTree, write: (entries: readonly TreeEntry[]) => string): string {
  const entries: TreeEntry[] = [];
  for (const [name, entry] of open.entries) {
    if (!(entry instanceof OpenTree)) entries.push(entry);
    else if (hasFiles(entry)) entries.push({ name, mode: treeMode, oid: writeTree(entry, write) });
  }
  return write(entries);
}

/** Git keeps no empty folders. */
function hasFiles(open: OpenTree): boolean {
  for (const entry of open.entries.values()) if (!(entry instanceof OpenTree) || hasFiles(entry)) return true;
  return false;
}
