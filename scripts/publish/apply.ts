import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentHash, idleTree, readState, show, shownTree, siteDir, treeDir, writeState } from './deploy.ts';
import { changedList, listedHash, readFileList } from './file-list.ts';
import { manifestName, type BuiltFrom, type WrittenFile } from './manifest.ts';
import { fileAt, linkTree, Placing } from './place-file.ts';
import { isPortable } from './portable.ts';
import { syncAll, syncTree } from './sync.ts';

/** What makes another portal of the one that is shown. */
export interface SiteChange {
  /** Folder of the new files, on the disk of the portals; they are taken from there. */
  readonly from: string;
  readonly writes: readonly WrittenFile[];
  /** Files that are no longer part of it; what is not there is not missed. */
  readonly removes: readonly string[];
  readonly builtFrom: BuiltFrom;
  /** Name of the new portal. */
  readonly name: string;
}

/** The change cannot be made to the portal that is there: it must be built as a whole. */
export class SiteChangeError extends Error {}

/**
 * Makes the change in the tree that is not shown, and shows it. Stopped at any point, the shown portal is whole: the
 * old one until the switch, the new one after it; `catchUp` then makes the other tree the same again.
 *
 * Whoever calls it holds the lock of the publication.
 *
 * @throws SiteChangeError before anything is touched, if there is no whole portal or a new file is not as it was told
 */
export async function applyToSite(dataDir: string, change: SiteChange): Promise<void> {
  const shown = shownTree(dataDir);
  if (shown === null || currentHash(dataDir) === null)
    throw new SiteChangeError('Belum ada portal utuh untuk diubah.');
  const list = readFileList(treeDir(dataDir, shown));
  if (list === null) throw new SiteChangeError('Daftar berkas portal yang tayang tidak ada atau rusak.');
  const writes = change.writes.filter(({ path, sha256 }) => listedHash(list, path) !== sha256);
  for (const file of writes) mustBeWhole(change.from, file);
  const made = new Set(change.writes.map(({ path }) => path));
  const removes = change.removes.filter((path) => listedHash(list, path) !== null && !made.has(path));
  await catchUp(dataDir);

  const tree = idleTree(dataDir);
  const folder = treeDir(dataDir, tree);
  const changes = new Map<string, string | null>([
    ...removes.map((path) => [path, null] as const),
    ...writes.map(({ path, sha256 }) => [path, sha256] as const),
  ]);
  const newList = `${asideOf(dataDir)}.daftar`;
  writeFileSync(newList, changedList(list, changes, change.builtFrom));
  const news = [newList, ...writes.map(({ path }) => join(change.from, path))];
  const { names } = readState(dataDir);
  // What is written down must be on the disk before the tree is touched, and what goes into it before it is shown.
  await Promise.all([
    syncAll(news, dataDir),
    writeState(dataDir, {
      names: { ...names, [tree]: change.name },
      beda: [manifestName, ...changes.keys()],
    }),
  ]);
  const placing = new Placing(asideOf(dataDir));
  for (const path of removes) placing.remove(join(folder, path), folder);
  for (const { path } of writes) placing.move(join(change.from, path), join(folder, path));
  placing.move(newList, join(folder, manifestName));
  await placing.settle(folder);
  await show(dataDir, tree);
}

/**
 * Makes the tree that is not shown the same as the shown one, by links to its files. Running it again, also after a stop
 * at any point, gives the same. Whoever calls it holds the lock of the publication.
 */
export async function catchUp(dataDir: string): Promise<void> {
  const shown = shownTree(dataDir);
  if (shown === null) return;
  const { names, beda } = readState(dataDir);
  const idle = idleTree(dataDir);
  const [from, to] = [treeDir(dataDir, shown), treeDir(dataDir, idle)];
  const isSame = beda?.length === 0;
  if (isSame && hasSameList(from, to)) return;
  if (isSame || beda === null) {
    // Until all of it is there, nothing is known of it.
    await writeState(dataDir, { names, beda: null });
    await syncTree(to, linkTree(from, to));
  } else {
    mkdirSync(to, { recursive: true });
    const placing = new Placing(asideOf(dataDir));
    // What is gone makes room first: a folder may stand where a file stood.
    for (const path of beda) if (fileAt(join(from, path)) === null) placing.remove(join(to, path), to);
    for (const path of beda)
      if (fileAt(join(from, path)) !== null) placing.link(join(from, path), join(to, path));
    await placing.settle(to);
  }
  await writeState(dataDir, { names: { [shown]: names[shown], [idle]: names[shown] }, beda: [] });
}

/** Where a copy is made, or a new list written, before it gets its name. */
const asideOf = (dataDir: string) => join(siteDir(dataDir), 'berkas.baru');

function mustBeWhole(folder: string, { path, sha256, size }: WrittenFile): void {
  const isName = isPortable({ mode: '100644', path }) && path !== manifestName;
  const found = isName ? fileAt(join(folder, path)) : null;
  if (found?.size !== BigInt(size) || !/^[0-9a-f]{64}$/.test(sha256))
    throw new SiteChangeError(`Berkas ${path} yang baru dibuat tidak utuh.`);
}

/** Whether two trees say that they hold the same: one that somebody took away does not. */
function hasSameList(one: string, other: string): boolean {
  const [a, b] = [one, other].map((folder) => readFileList(folder)?.bytes);
  return a !== undefined && b?.equals(a) === true;
}
