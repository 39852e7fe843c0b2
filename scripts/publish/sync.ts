import { execFile } from 'node:child_process';
import { renameSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** So many at once: the disk writes them together. */
const atOnce = 32;

/** From so many on, asking for each costs more than asking the file system for everything. */
const many = 500;

/**
 * Makes sure that files, or the names in folders, are on the disk: after a power cut a name must not stand for bytes
 * that are not there.
 *
 * @param within folder that all of them lie in, or are
 */
export async function syncAll(paths: readonly string[], within: string): Promise<void> {
  if (paths.length >= many && (await syncFileSystem(within))) return;
  for (let start = 0; start < paths.length; start += atOnce)
    await Promise.all(paths.slice(start, start + atOnce).map(sync));
}

/**
 * The same for all that a folder holds.
 *
 * @param count how many files that are, where it is known: many of them need not be listed first
 */
export async function syncTree(folder: string, count = 0): Promise<void> {
  if (count >= many && (await syncFileSystem(folder))) return;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const folders = [...new Set([folder, ...entries.map(({ parentPath }) => parentPath)])];
  await syncAll([...files, ...folders], folder);
}

/** Linux can do it in one go (50,000 files: half a second instead of twelve); whether it did. */
async function syncFileSystem(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  return promisify(execFile)('sync', ['--file-system', folder]).then(
    () => true,
    () => false,
  );
}

/** Puts a file on the disk in one step: after it the new bytes are there, until then the old ones. */
export async function writeOnDisk(file: string, bytes: string | Uint8Array): Promise<void> {
  const handle = await open(`${file}.baru`, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  renameSync(`${file}.baru`, file);
  await sync(dirname(file));
}

/** Files must be open for writing to be synced on Windows; folders are opened for reading, and on Windows not at all. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EISDIR' && error.code !== 'EPERM') throw error;
    return process.platform === 'win32' ? null : open(path, 'r');
  });
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
}
