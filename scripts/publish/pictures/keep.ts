import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What is expensive to make and always the same is made once, and kept in a folder under its key. The folder is a
 * cache: it may be lost, and it is never in Git. Two processes may make the same at once; a reader sees all or nothing.
 *
 * @param key a name that says everything the bytes follow from
 */
export async function kept(
  folder: string,
  key: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(folder, key);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const bytes = await make();
  mkdirSync(folder, { recursive: true });
  const fresh = `${file}.${randomUUID()}`;
  writeFileSync(fresh, bytes);
  renameSync(fresh, file);
  return new Uint8Array(bytes);
}
