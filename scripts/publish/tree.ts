import { createHash } from 'node:crypto';
import { collections } from '../../content/schema/collections.ts';

/** One line of a Git tree object. */
export interface TreeLine {
  /** Octal, as Git writes it: `40000` a folder, `100644` a file. */
  readonly mode: string;
  readonly name: string;
  readonly oid: string;
}

/** Git's own id of a tree, computed from its lines. */
export function treeId(lines: readonly TreeLine[]): string {
  // Git compares names as bytes, folders as if they ended in a slash.
  const key = ({ mode, name }: TreeLine) => Buffer.from(mode === '40000' ? `${name}/` : name);
  const body = Buffer.concat(
    [...lines]
      .sort((a, b) => Buffer.compare(key(a), key(b)))
      .flatMap(({ mode, name, oid }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]),
  );
  return createHash('sha1').update(`tree ${body.length}\0`).update(body).digest('hex');
}

const folder = '40000';
const contentFolder = 'content';
const collectionNames: ReadonlySet<string> = new Set(collections.map(({ name }) => name));

/**
 * Sidik of everything outside the item folders: the tree id of a commit as if the folders of all collections were
 * not there (design, section 2). Needs the lines of two trees alone, however many items there are.
 *
 * @param root lines of the commit's own tree
 * @param content lines of its `content/`
 * @param items names of the collections; those of this program unless an older one's are meant
 */
export function sistemSidik(
  root: readonly TreeLine[],
  content: readonly TreeLine[],
  items: ReadonlySet<string> = collectionNames,
): string {
  const left = content.filter(({ name }) => !items.has(name));
  const rest = root.filter(({ name }) => name !== contentFolder);
  // Git knows no empty folders.
  if (left.length === 0) return treeId(rest);
  return treeId([...rest, { mode: folder, name: contentFolder, oid: treeId(left) }]);
}
