import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What is expensive to make and always the same is made once, and kept in a folder under its key. The folder is a
 * cache: it may be lost, and it is never in Git. Two processes may make the same at once; a reader sees all or nothing.
 *
 * @param key a name that says everything the bytes follow from
 * @returns the file that holds it; nobody writes to it, so it may stand under other names too
 */
export async function kept(folder: string, key: string, make: () => Promise<Uint8Array>): Promise<string> {
  const file = join(folder, key);
  if (existsSync(file)) return file;
  const bytes = await make();
  mkdirSync(folder, { recursive: true });
  const fresh = `${file}.${randomUUID()}`;
  writeFileSync(fresh, bytes);
  renameSync(fresh, file);
  return file;
}
