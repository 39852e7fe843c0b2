import type { BigIntStats } from 'node:fs';
import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { syncAll } from './sync.ts';

/** File systems without hard links, or with another disk between: bytes are copied there. */
const linkless = new Set(['EPERM', 'EACCES', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EXDEV', 'EMLINK', 'EISDIR']);

/** Whether what went wrong is only that files cannot be linked there. */
const isLinkless = (error: unknown) => linkless.has((error as NodeJS.ErrnoException).code ?? '');

/**
 * Files that are put into folders and taken out of them, each in one step. A file that stands in a folder is never
 * written to: its bytes may stand in other folders too.
 */
export class Placing {
  /** Folders whose names changed, and files whose bytes are not on the disk yet. */
  readonly #folders = new Set<string>();
  readonly #copies = new Set<string>();
  /** Where a copy is made before it gets its name. */
  readonly #aside: string;

  constructor(aside: string) {
    this.#aside = aside;
  }

  /** Resolves when all of it is on the disk. */
  async settle(within: string): Promise<void> {
    await syncAll([...this.#copies], within);
    await syncAll([...this.#folders], within);
  }

  /** Puts the bytes of a file into another place too. */
  link(from: string, to: string): void {
    // The name of a file that stands there as the same already: moving a link over it would do nothing, and stay.
    if (isSameFile(from, to)) return;
    rmSync(this.#aside, { force: true });
    if (!linkOrCopy(from, this.#aside)) this.#copies.add(to);
    this.#name(this.#aside, to);
  }

  /** Moves a file that is on the disk to its place. */
  move(from: string, to: string): void {
    // Moving a name over another one of the same file would do nothing, and stay.
    if (isSameFile(from, to)) return rmSync(from);
    try {
      this.#name(from, to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      copyFileSync(from, this.#aside);
      this.#copies.add(to);
      this.#name(this.#aside, to);
    }
  }

  /** Takes a file away, and the folders that nothing is in any more, up to a folder that stays. */
  remove(path: string, top: string): void {
    if (fileAt(path) !== null) unlinkSync(path);
    for (let folder = dirname(path); folder !== top; folder = dirname(folder)) {
      try {
        rmdirSync(folder);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR') continue;
        if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
        this.#folders.add(folder);
        return;
      }
      this.#folders.delete(folder);
    }
    this.#folders.add(top);
  }

  #name(from: string, to: string): void {
    const folder = dirname(to);
    const made = mkdirSync(folder, { recursive: true });
    // A new folder is a name in the one above it.
    if (made !== undefined)
      for (let above = folder; above !== dirname(made); above = dirname(above))
        this.#folders.add(dirname(above));
    renameSync(from, to);
    this.#folders.add(folder);
  }
}

/** Lets the files of a folder stand in another one too, which is made anew. Returns how many they are. */
export function linkTree(from: string, to: string): number {
  rmSync(to, { recursive: true, force: true });
  return linkFolder(from, to);
}

function linkFolder(from: string, to: string): number {
  mkdirSync(to, { recursive: true });
  let count = 0;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [path, place] = [`${from}/${entry.name}`, `${to}/${entry.name}`];
    if (entry.isDirectory()) count += linkFolder(path, place);
    else if (entry.isFile()) {
      linkOrCopy(path, place);
      count += 1;
    }
  }
  return count;
}

/** Lets a file stand at a free place too, as the same one where that can be. Returns whether it is. */
export function linkOrCopy(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (!isLinkless(error)) throw error;
    copyFileSync(from, to);
    return false;
  }
}

/** Whether two names stand for one and the same file. */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [fileAt(one), fileAt(other)];
  return a !== null && b !== null && a.ino === b.ino && a.dev === b.dev;
}

/** What is known of the file at a path; null where there is none. */
export function fileAt(path: string): BigIntStats | null {
  try {
    const found = lstatSync(path, { bigint: true });
    return found.isFile() ? found : null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A file may stand where the path has a folder.
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
