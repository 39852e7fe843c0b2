import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { collections, placeOf } from '../../content/schema/collections.ts';
import type { LedgerEntry } from '../core/ledger.ts';
import { GitError, type Git } from './git.ts';
import { inTransaction } from './index/database.ts';
import type { ItemEntry } from './index/publication.ts';
import { read, write } from './index/state.ts';
import { blobId } from './index/tree.ts';
import { isPortable } from './portable.ts';

/** An item to be written: its folder and its tree id. */
type Wanted = Pick<ItemEntry, 'path' | 'sidik'>;

/** Folder with the code and `content/` of what is published: `PARAF_CONTENT`. */
export const exportedIn = (workDir: string) => join(workDir, 'pohon');

/**
 * Writes the tree to publish: first of all code, settings and pages, from the last recorded `sistem` commit. Where they
 * are not there already, everything makes room for them.
 */
export async function exportSistem(
  git: Git,
  database: DatabaseSync,
  { commit }: { readonly commit: string },
  root: string,
): Promise<void> {
  if (read(database, systemKey) === commit && existsSync(root)) return;
  database.exec(`DELETE FROM salinan; DELETE FROM keadaan WHERE kunci = '${systemKey}'`);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  await writeSistem(git, commit, root);
  write(database, systemKey, commit);
}

/**
 * Writes all items into it, by the tree ids of the ledger, byte for byte. What is there already and right is left. The
 * index knows which folders are whole: none is, from before the first byte of it is written until after the last.
 *
 * @param live on this commit of `main`
 */
export async function exportLive(
  git: Git,
  database: DatabaseSync,
  { main, live }: { readonly main: string; readonly live: readonly Wanted[] },
  root: string,
): Promise<void> {
  const before = wholeFolders(database);
  const fresh = live.filter(({ path, sidik }) => before.get(path) !== sidik);
  const kept = new Set(live.map(({ path }) => path));
  const gone = [...before.keys()].filter((path) => !kept.has(path));
  // One look at all of `main` is cheaper than one at each of many folders.
  const files = fresh.length > few ? filesOn(git, main, fresh) : filesOf(git, fresh);
  await replaceItems(git, database, root, { gone, fresh, files });
}

/** The same for a few items alone, in a tree that was exported; null: nothing is published there any more. */
export async function exportItems(
  git: Git,
  database: DatabaseSync,
  changes: readonly { readonly path: string; readonly after: LedgerEntry | null }[],
  root: string,
): Promise<void> {
  const fresh = changes.flatMap(({ after }) => (after?.jenis === 'item' ? [after] : []));
  const gone = changes.flatMap(({ path, after }) => (after?.jenis === 'item' ? [] : [path]));
  await replaceItems(git, database, root, { gone, fresh, files: filesOf(git, fresh) });
}

const systemKey = 'salinan';
const few = 20;

function wholeFolders(database: DatabaseSync): Map<string, string> {
  const rows = database.prepare('SELECT path, sidik FROM salinan').all();
  return new Map(rows.map(({ path, sidik }) => [String(path), String(sidik)]));
}

interface Replacement {
  readonly gone: readonly string[];
  readonly fresh: readonly Wanted[];
  readonly files: readonly Written[];
}

/** A file to be written, within the tree. */
interface Written {
  readonly oid: string;
  readonly path: string;
}

async function replaceItems(
  git: Git,
  database: DatabaseSync,
  root: string,
  { gone, fresh, files }: Replacement,
): Promise<void> {
  const touched = [...gone, ...fresh.map(({ path }) => path)];
  inTransaction(database, () => {
    const forget = database.prepare('DELETE FROM salinan WHERE path = ?');
    for (const path of touched) forget.run(path);
  });
  for (const path of touched) rmSync(join(root, path), { recursive: true, force: true });
  await writeFiles(git, files, root);
  inTransaction(database, () => {
    const keep = database.prepare('INSERT INTO salinan VALUES (?, ?)');
    for (const { path, sidik } of fresh) keep.run(path, sidik);
  });
}

function filesOf(git: Git, items: readonly Wanted[]): Written[] {
  return items.flatMap(({ path: folder, sidik }) =>
    git
      .tree(sidik, { isRecursive: true })
      .filter(isPortable)
      .map(({ oid, path }) => ({ oid, path: `${folder}/${path}` })),
  );
}

/** Files of items that lie on `main` as they were approved. */
function filesOn(git: Git, main: string, items: readonly Wanted[]): Written[] {
  const wanted = new Set(items.map(({ path }) => path));
  const isWanted = (path: string) => {
    const place = placeOf(path);
    return place.kind === 'item' && wanted.has(place.folder);
  };
  return git
    .tree(main, { isRecursive: true, paths: collections.map(({ name }) => `content/${name}/`) })
    .filter((entry) => isPortable(entry) && isWanted(entry.path));
}

async function writeSistem(git: Git, commit: string, root: string): Promise<void> {
  const roots = collections.map(({ name }) => `content/${name}/`);
  const isSistem = (path: string) => !roots.some((start) => path.toLowerCase().startsWith(start));
  const files = git
    .tree(commit, { isRecursive: true })
    .filter((entry) => isPortable(entry) && isSistem(entry.path));
  await writeFiles(git, files, root);
}

async function writeFiles(git: Git, files: readonly Written[], root: string): Promise<void> {
  const made = new Set<string>();
  let place = 0;
  for await (const bytes of git.blobs(files.map(({ oid }) => oid))) {
    const { path, oid } = files[place]!;
    const file = join(root, path);
    place += 1;
    // Git does not hash what it reads: bytes that changed on the disk would pass for those that were signed.
    if (bytes === null || blobId(bytes, oid.length) !== oid)
      throw new GitError(
        `Objek ${oid} untuk ${path} ${bytes === null ? 'tidak ada di repositori' : 'rusak: isinya bukan yang disebut namanya'}. Pulihkan repositori dari cadangan; portal lama tetap tayang.`,
      );
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, bytes);
  }
}

/** Writes a file so that it is either not there or whole. */
export function writeWhole(file: string, bytes: string | Uint8Array): void {
  writeFileSync(`${file}.baru`, bytes);
  renameSync(`${file}.baru`, file);
}
