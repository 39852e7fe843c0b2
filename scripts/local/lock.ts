import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from './start-fault.ts';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, but is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Takes a data folder for this process, so that two never write the same repository and database. A lock left by a
 * process that is gone is taken over.
 *
 * @returns what gives it back
 */
export function lockFolder(dataDir: string): () => void {
  const file = join(dataDir, 'pid');
  const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  if (Number.isInteger(owner) && owner !== process.pid && isRunning(owner))
    throw new StartFault(
      `Folder data ${dataDir} sedang dipakai oleh Paraf lain (proses ${owner}). ` +
        'Hentikan yang itu lebih dahulu, atau pakai folder lain lewat PARAF_DATA.',
    );
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}
