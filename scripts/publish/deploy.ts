import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { syncAll, syncTree, writeOnDisk } from './sync.ts';

/**
 * Two complete portals stand side by side in `<dataDir>/site/`; what the public sees is one pointer to one of them: a
 * symbolic link `kini`, or, where the system has none (Windows), a file `kini.txt` with the name. The other is written
 * to and becomes the shown one by moving the pointer (decision 0040).
 */
const trees = ['portal-a', 'portal-b'] as const;
export type Tree = (typeof trees)[number];
const linkName = 'kini';
const pointerName = 'kini.txt';
const stateName = 'portal.json';

const hasLinks = process.platform !== 'win32';

export const siteDir = (dataDir: string) => join(dataDir, 'site');
export const treeDir = (dataDir: string, tree: Tree) => join(siteDir(dataDir), tree);

const treesState = z.object({
  /** Names of the portals that the trees hold, each right as soon as its tree is shown. */
  names: z.partialRecord(z.enum(trees), z.string()),
  /** Paths at which the trees may differ, and nowhere else; null: unknown. */
  beda: z.array(z.string()).nullable(),
});

/** What is known of the two trees. It is on the disk before anything of it becomes true. */
export type TreesState = z.infer<typeof treesState>;

/** What was written last; nothing is known where it is not there or cannot be read. */
export function readState(dataDir: string): TreesState {
  try {
    const text = readFileSync(join(siteDir(dataDir), stateName), 'utf8');
    return treesState.parse(JSON.parse(text));
  } catch {
    return { names: {}, beda: null };
  }
}

export async function writeState(dataDir: string, state: TreesState): Promise<void> {
  mkdirSync(siteDir(dataDir), { recursive: true });
  await writeOnDisk(join(siteDir(dataDir), stateName), JSON.stringify(state));
}

/** Where the pointer points; null before the first publication. */
function pointedAt(dataDir: string): string | null {
  const folder = siteDir(dataDir);
  try {
    const name = hasLinks
      ? readlinkSync(join(folder, linkName))
      : readFileSync(join(folder, pointerName), 'utf8').trim();
    return /^[\w-]+$/.test(name) && existsSync(join(folder, name)) ? name : null;
  } catch {
    return null;
  }
}

/** The tree that is shown; null before the first publication. */
export function shownTree(dataDir: string): Tree | null {
  const name = pointedAt(dataDir);
  return trees.find((tree) => tree === name) ?? null;
}

/** The tree that is not shown, and may be written to. */
export function idleTree(dataDir: string): Tree {
  return shownTree(dataDir) === trees[0] ? trees[1] : trees[0];
}

/** Name of the portal that is shown; null where there is none, or nobody knows any more what it was made of. */
export function currentHash(dataDir: string): string | null {
  const tree = shownTree(dataDir);
  return tree === null ? null : (readState(dataDir).names[tree] ?? null);
}

/** Folder of the portal that is shown: read anew for each request, it follows the switch. */
export function currentSite(dataDir: string): string | null {
  const name = pointedAt(dataDir);
  return name === null ? null : resolve(siteDir(dataDir), name);
}

/** Where a portal is built as a whole before it is complete. */
export function stagingDir(dataDir: string): string {
  return join(siteDir(dataDir), 'seluruhnya.dibangun');
}

/** Where the files of a change are made before they are put into a tree. */
export function changeDir(dataDir: string): string {
  return join(siteDir(dataDir), 'perubahan.dibangun');
}

/** Shows the other tree, in one step: who asks meanwhile sees the old or the new one, never neither. */
export async function show(dataDir: string, tree: Tree): Promise<void> {
  const folder = siteDir(dataDir);
  if (hasLinks) {
    const fresh = join(folder, `${linkName}.baru`);
    rmSync(fresh, { force: true });
    symlinkSync(tree, fresh, 'dir');
    renameSync(fresh, join(folder, linkName));
    await syncAll([folder], folder);
  } else await writeOnDisk(join(folder, pointerName), tree);
}

/**
 * Shows a portal that was built as a whole, in place of the tree that was idle. The one that was shown stays as it is
 * until the next change or `catchUp`.
 *
 * @param count of its files, where that is known
 */
export async function showBuilt(dataDir: string, hash: string, count?: number): Promise<void> {
  const staging = stagingDir(dataDir);
  await syncTree(staging, count);
  const tree = idleTree(dataDir);
  const { names } = readState(dataDir);
  await writeState(dataDir, { names: { ...names, [tree]: hash }, beda: null });
  const place = treeDir(dataDir, tree);
  if (existsSync(place)) {
    // A big folder takes a while to go away, and nobody waits for that.
    rmSync(`${place}.lama`, { recursive: true, force: true });
    renameSync(place, `${place}.lama`);
  }
  renameSync(staging, place);
  await show(dataDir, tree);
}

/** Removes what was left lying: unfinished builds, trees that were replaced, and portals of an older program. */
export function pruneSites(dataDir: string): void {
  const folder = siteDir(dataDir);
  const shown = pointedAt(dataDir);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const isLeft =
      /^(?:[0-9a-f]{16}(?:\.dibangun)?|(?:seluruhnya|perubahan)\.dibangun|portal-[ab]\.lama)$/.test(name) &&
      name !== shown;
    if (isLeft && lstatSync(join(folder, name)).isDirectory())
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}
