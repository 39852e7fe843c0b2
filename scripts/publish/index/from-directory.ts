import { join } from 'node:path';
import { readFolder } from './tree.ts';
import type { Source } from './write-published.ts';

/** Reads item folders from a directory that holds `content/`. */
export function fromDirectory(root: string): Source['readTree'] {
  return (path) => readFolder(join(root, path));
}
