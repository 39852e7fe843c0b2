import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { collections } from '../../content/schema/collections.ts';
import { GitError, type Git } from './git.ts';
import { blobId } from './index/tree.ts';
import { isPortable } from './portable.ts';
import type { Verification } from './verify.ts';

/** What an exported tree holds; it is there only while the tree is whole. */
const manifestFile = 'pohon.json';

/** Folders of an exported tree → tree id that was written there; `sistem` is everything else. */
interface Manifest {
  readonly sistem: string;
  readonly items: Readonly<Record<string, string>>;
}

export interface Exported {
  /** Folder with the code and `content/`: `PARAF_CONTENT`. */
  readonly root: string;
  /** Whether anything was written. */
  readonly isChanged: boolean;
}

/**
 * Writes the tree to publish: code, settings and pages from the last recorded `sistem` commit, items by the tree ids
 * of the ledger, byte for byte. What is there already and right is left; a tree that was being written when the
 * machine stopped is begun anew.
 */
export async function exportTree(git: Git, verification: Verification, workDir: string): Promise<Exported> {
  const root = join(workDir, 'pohon');
  const manifestPath = join(workDir, manifestFile);
  const old = readManifest(manifestPath, root);
  const wanted: Manifest = {
    sistem: verification.sistem.commit,
    items: Object.fromEntries(verification.live.map(({ path, sidik }) => [path, sidik])),
  };
  if (old !== null && JSON.stringify(old) === JSON.stringify(wanted)) return { root, isChanged: false };

  rmSync(manifestPath, { force: true });
  let before: Readonly<Record<string, string>> = old?.items ?? {};
  if (old?.sistem !== wanted.sistem) {
    rmSync(root, { recursive: true, force: true });
    mkdirSync(root, { recursive: true });
    await writeSistem(git, wanted.sistem, root);
    before = {};
  }
  for (const path of Object.keys(before))
    if (wanted.items[path] !== before[path]) rmSync(join(root, path), { recursive: true, force: true });
  const fresh = Object.entries(wanted.items).filter(([path, sidik]) => before[path] !== sidik);
  await writeItems(git, fresh, root);
  writeWhole(manifestPath, JSON.stringify(wanted));
  return { root, isChanged: true };
}

function readManifest(path: string, root: string): Manifest | null {
  if (!existsSync(path) || !existsSync(root)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  } catch {
    return null;
  }
}

async function writeSistem(git: Git, commit: string, root: string): Promise<void> {
  const roots = collections.map(({ name }) => `content/${name}/`);
  const isSistem = (path: string) => !roots.some((start) => path.toLowerCase().startsWith(start));
  const files = git
    .tree(commit, { isRecursive: true })
    .filter((entry) => isPortable(entry) && isSistem(entry.path));
  await writeFiles(
    git,
    files.map(({ oid, path }) => ({ oid, file: join(root, path) })),
  );
}

async function writeItems(
  git: Git,
  items: readonly (readonly [string, string])[],
  root: string,
): Promise<void> {
  const files = items.flatMap(([folder, sidik]) =>
    git
      .tree(sidik, { isRecursive: true })
      .filter(isPortable)
      .map(({ oid, path }) => ({ oid, file: join(root, folder, path) })),
  );
  await writeFiles(git, files);
}

async function writeFiles(git: Git, files: readonly { oid: string; file: string }[]): Promise<void> {
  const made = new Set<string>();
  let place = 0;
  for await (const bytes of git.blobs(files.map(({ oid }) => oid))) {
    const { file, oid } = files[place]!;
    place += 1;
    // Git does not hash what it reads: bytes that changed on the disk would pass for those that were signed.
    if (bytes === null || blobId(bytes, oid.length) !== oid)
      throw new GitError(
        `Objek ${oid} untuk ${file} ${bytes === null ? 'tidak ada di repositori' : 'rusak: isinya bukan yang disebut namanya'}. Pulihkan repositori dari cadangan; portal lama tetap tayang.`,
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
