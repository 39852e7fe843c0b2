import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of an item's folder. */
export interface TreeFile {
  /** Path inside the folder, with `/`. */
  readonly path: string;
  readonly executable: boolean;
  readonly bytes: Uint8Array;
}

/** All files of a folder, sorted by path. Links are refused: what they point to was approved by nobody. */
export function readFolder(folder: string): TreeFile[] {
  const files: TreeFile[] = [];
  const walk = (relative: string) => {
    for (const name of readdirSync(join(folder, relative)).sort()) {
      const path = relative === '' ? name : `${relative}/${name}`;
      const stat = lstatSync(join(folder, path));
      if (stat.isDirectory()) walk(path);
      else if (stat.isFile())
        files.push({
          path,
          // Windows has no such bit; Git records 100644 there.
          executable: process.platform !== 'win32' && (stat.mode & 0o100) !== 0,
          bytes: readFileSync(join(folder, path)),
        });
      else
        throw new Error(
          `${join(folder, path)} bukan berkas biasa. Tautan dan berkas khusus tidak diterbitkan.`,
        );
    }
  };
  walk('');
  return files;
}

/** Git's id of a file's bytes; `length` is that of the ids in use (40: SHA-1, 64: SHA-256). */
export function blobId(bytes: Uint8Array, length: number): string {
  return object('blob', bytes, length).toString('hex');
}

/** Git's id of the folder that these files make: the sidik of an item, computed without Git. */
export function treeId(files: readonly TreeFile[], length = 40): string {
  return tree(files, length).toString('hex');
}

function tree(files: readonly TreeFile[], length: number): Buffer {
  const folders = new Map<string, TreeFile[]>();
  const entries: { sortKey: string; mode: string; name: string; id: Buffer }[] = [];
  for (const file of files) {
    const slash = file.path.indexOf('/');
    if (slash === -1)
      entries.push({
        sortKey: file.path,
        mode: file.executable ? '100755' : '100644',
        name: file.path,
        id: object('blob', file.bytes, length),
      });
    else {
      const name = file.path.slice(0, slash);
      const inner = { ...file, path: file.path.slice(slash + 1) };
      folders.set(name, [...(folders.get(name) ?? []), inner]);
    }
  }
  for (const [name, inner] of folders)
    entries.push({ sortKey: `${name}/`, mode: '40000', name, id: tree(inner, length) });
  // Git sorts by bytes, and a folder as if its name ended in a slash.
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.sortKey), Buffer.from(b.sortKey)));
  const body = entries.flatMap(({ mode, name, id }) => [Buffer.from(`${mode} ${name}\0`), id]);
  return object('tree', Buffer.concat(body), length);
}

function object(type: 'blob' | 'tree', body: Uint8Array, length: number): Buffer {
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`${type} ${body.length}\0`)
    .update(body)
    .digest();
}
