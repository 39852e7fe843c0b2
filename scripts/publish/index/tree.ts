import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';

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
    for (const name of readdirSync(`${folder}/${relative}`).sort()) {
      const path = relative === '' ? name : `${relative}/${name}`;
      const place = `${folder}/${path}`;
      const stat = lstatSync(place);
      if (stat.isDirectory()) walk(path);
      else if (stat.isFile())
        files.push({
          path,
          // Windows has no such bit; Git records 100644 there.
          executable: process.platform !== 'win32' && (stat.mode & 0o100) !== 0,
          bytes: readFileSync(place),
        });
      else throw new Error(`${place} bukan berkas biasa. Tautan dan berkas khusus tidak diterbitkan.`);
    }
  };
  walk('');
  return files;
}

/** Git's id of a file's bytes; `length` is that of the ids in use (40: SHA-1, 64: SHA-256). */
export function blobId(bytes: Uint8Array, length: number): string {
  return objectId('blob', bytes, length);
}

/** A file whose id is known. */
export interface NamedBlob extends Pick<TreeFile, 'path' | 'executable'> {
  readonly id: string;
}

/** Git's id of the folder that these files make: the sidik of an item, computed without Git. */
export function treeId(files: readonly TreeFile[], length = 40): string {
  return treeOf(
    files.map(({ path, executable, bytes }) => ({ path, executable, id: blobId(bytes, length) })),
    length,
  );
}

/** The same where the ids of the files are known. */
export function treeOf(files: readonly NamedBlob[], length: number): string {
  const folders = new Map<string, NamedBlob[]>();
  const entries: { sortKey: string; mode: string; name: string; id: string }[] = [];
  for (const { path, executable, id } of files) {
    const slash = path.indexOf('/');
    if (slash === -1) entries.push({ sortKey: path, mode: executable ? '100755' : '100644', name: path, id });
    else {
      const name = path.slice(0, slash);
      const inner = { path: path.slice(slash + 1), executable, id };
      folders.set(name, [...(folders.get(name) ?? []), inner]);
    }
  }
  for (const [name, inner] of folders)
    entries.push({ sortKey: `${name}/`, mode: '40000', name, id: treeOf(inner, length) });
  // Git sorts by bytes, and a folder as if its name ended in a slash.
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.sortKey), Buffer.from(b.sortKey)));
  const body = entries.flatMap(({ mode, name, id }) => [
    Buffer.from(`${mode} ${name}\0`),
    Buffer.from(id, 'hex'),
  ]);
  return objectId('tree', Buffer.concat(body), length);
}

function objectId(type: 'blob' | 'tree', body: Uint8Array, length: number): string {
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`${type} ${body.length}\0`)
    .update(body)
    .digest('hex');
}
