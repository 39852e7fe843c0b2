import { rmSync } from 'node:fs';
import { exportLive, exportSistem } from '../export.ts';
import type { Git } from '../git.ts';
import { openIndex } from '../index/database.ts';
import { readProven } from '../since/proven.ts';
import { placesIn } from './layout.ts';
import { unpack, type Unpacked, type UnpackOptions } from './unpack.ts';

/**
 * Unpacks what was kept, and writes what is published out of Git again, where each file is proven by its id. After any
 * fault nothing is left, as if nothing had been kept.
 */
export async function restore(git: Git, file: string, options: UnpackOptions): Promise<Unpacked> {
  const { dataDir, onlyPictures } = options;
  try {
    const unpacked = await unpack(file, options);
    if (!onlyPictures) await exportAgain(git, dataDir);
    return unpacked;
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

/** What this program did not prove is looked at as a whole anyway, and exported then. */
async function exportAgain(git: Git, dataDir: string): Promise<void> {
  const { index: file, exported } = placesIn(dataDir);
  using index = openIndex(file);
  const proven = readProven(index);
  if ('reason' in proven) return;
  const live = index
    .prepare("SELECT path, sidik FROM item WHERE judul <> ''")
    .all()
    .map(({ path, sidik }) => ({ path: String(path), sidik: String(sidik) }));
  await exportSistem(git, index, proven.sistem, exported);
  await exportLive(git, index, { main: proven.main, live }, exported);
}
