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
import { open, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeWhole } from './export.ts';

/**
 * Complete portals stand side by side in `<dataDir>/site/<hash>/`; what the public sees is one pointer to one of
 * them: a symbolic link `kini`, or, where the system has none (Windows), a file `kini.txt` with the name.
 */
const linkName = 'kini';
const pointerName = 'kini.txt';

const hasLinks = process.platform !== 'win32';

export const siteDir = (dataDir: string) => join(dataDir, 'site');

/** Name of the portal that is shown; null before the first publication. */
export function currentHash(dataDir: string): string | null {
  const folder = siteDir(dataDir);
  let name: string;
  try {
    name = hasLinks
      ? readlinkSync(join(folder, linkName))
      : readFileSync(join(folder, pointerName), 'utf8').trim();
  } catch {
    return null;
  }
  return /^[0-9a-f]{16}$/.test(name) && existsSync(join(folder, name)) ? name : null;
}

/** Folder of the portal that is shown: read anew for each request, it follows the switch. */
export function currentSite(dataDir: string): string | null {
  const hash = currentHash(dataDir);
  return hash === null ? null : resolve(siteDir(dataDir), hash);
}

/** Whether a complete portal of this name is there. A build under way has another name. */
export function hasSite(dataDir: string, hash: string): boolean {
  return existsSync(join(siteDir(dataDir), hash));
}

/** Where a portal is built before it is complete. */
export function stagingDir(dataDir: string, hash: string): string {
  return join(siteDir(dataDir), `${hash}.dibangun`);
}

/** Gives a finished build its name: from now on it is complete, on the disk too. */
export async function completeSite(dataDir: string, hash: string): Promise<void> {
  await syncFiles(stagingDir(dataDir, hash));
  renameSync(stagingDir(dataDir, hash), join(siteDir(dataDir), hash));
}

/** Shows another complete portal, in one step: who asks meanwhile sees the old or the new one, never neither. */
export function switchSite(dataDir: string, hash: string): void {
  const folder = siteDir(dataDir);
  mkdirSync(folder, { recursive: true });
  if (!hasLinks) {
    writeWhole(join(folder, pointerName), hash);
    return;
  }
  const fresh = join(folder, `${linkName}.baru`);
  rmSync(fresh, { force: true });
  symlinkSync(hash, fresh, 'dir');
  renameSync(fresh, join(folder, linkName));
}

/** Removes what is no longer needed: unfinished builds, and portals other than the shown one and the one before it. */
export function pruneSites(dataDir: string, before: string | null): void {
  const folder = siteDir(dataDir);
  const keep = new Set([currentHash(dataDir), before]);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const isPortal = /^[0-9a-f]{16}(\.dibangun)?$/.test(name);
    if (isPortal && !keep.has(name) && lstatSync(join(folder, name)).isDirectory())
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Makes sure that files are on the disk: after a power cut a name must not stand for files that are not there. */
async function syncFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const atOnce = 32;
  for (let start = 0; start < files.length; start += atOnce)
    await Promise.all(
      files.slice(start, start + atOnce).map(async (file) => {
        const handle = await open(file, 'r+');
        await handle.sync().finally(() => handle.close());
      }),
    );
}
