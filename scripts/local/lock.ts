import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartFault } from './start-fault.ts';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, but is somebody else's.
    return codeOf(error) === 'EPERM';
  }
}

/** Whether a process is gone, or goes within a moment: one that was killed is still listed for a while. */
async function ends(pid: number): Promise<boolean> {
  for (let wait = 0; wait < 20 && isRunning(pid); wait += 1) await sleep(100);
  return !isRunning(pid);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/**
 * Takes a data folder for this process, made if it is not there, so that two never write the same repository and
 * database. A lock left by a process that is gone is taken over.
 *
 * @returns what gives it back; the end of the process does too
 */
export async function lockFolder(dataDir: string): Promise<() => void> {
  const file = join(dataDir, 'pid');
  try {
    makeFolder(dataDir);
    await take(dataDir, file);
  } catch (error) {
    if (error instanceof StartFault) throw error;
    throw new StartFault(
      `Folder data ${dataDir} tidak dapat ditulisi: ${(error as Error).message}. ` +
        'Beri hak tulis pada folder itu, atau pakai folder lain lewat PARAF_DATA.',
    );
  }
  const release = () => {
    process.off('exit', release);
    rmSync(file, { force: true });
  };
  process.on('exit', release);
  return release;
}

function makeFolder(dataDir: string): void {
  if (statSync(dataDir, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new StartFault(
      `Folder data ${dataDir} ternyata sebuah berkas, jadi tidak dapat ditempati. Tidak ada yang diubah. ` +
        'Pindahkan berkas itu, atau pakai folder lain lewat PARAF_DATA.',
    );
  mkdirSync(dataDir, { recursive: true });
}

/** Writes the file only if it is not there: of two that start in one moment, one finds that it is. */
async function take(dataDir: string, file: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const owner = ownerOf(file);
    if (owner !== null && owner !== process.pid && !(await ends(owner)))
      throw new StartFault(
        `Folder data ${dataDir} sedang dipakai oleh Paraf lain (proses ${owner}). ` +
          'Hentikan yang itu lebih dahulu, atau pakai folder lain lewat PARAF_DATA. ' +
          `Bila proses itu bukan Paraf, hapus berkas ${file}.`,
      );
    rmSync(file, { force: true });
  }
  throw new StartFault(`Kunci ${file} diperebutkan beberapa proses. Jalankan lagi sebentar lagi.`);
}

/** Process that holds the lock; null where the file names none. */
function ownerOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
