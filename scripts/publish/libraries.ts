import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What stands for the libraries that pages are made with: the lockfile beside them, whole; empty where there is none.
 *
 * @param modules `node_modules` of the checkout
 */
export function librariesOf(modules: string): string {
  const lock = join(modules, '..', 'package-lock.json');
  return existsSync(lock) ? readFileSync(lock, 'utf8') : '';
}
