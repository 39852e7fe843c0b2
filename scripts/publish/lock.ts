import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another process does the same in the same data folder. */
export class LockedError extends Error {}

const works = { penerbitan: 'menerbitkan', pencarian: 'membuat indeks pencarian' };

/**
 * Lets one process do a work at a time. The lock of a process that is no longer there is taken over.
 *
 * @returns a function that gives the lock back
 */
export function takeLock(dataDir: string, work: keyof typeof works = 'penerbitan'): () => void {
  const file = join(dataDir, `${work}.lock`);
  mkdirSync(dataDir, { recursive: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = Number(readOwner(file));
    if (owner !== process.pid && isRunning(owner))
      throw new LockedError(
        `Proses lain (${owner}) sedang ${works[work]} dari folder ini. Tunggu sampai selesai; bila proses itu bukan Paraf, hapus ${file}.`,
      );
    rmSync(file, { force: true });
  }
  throw new LockedError(`Kunci ${file} tidak dapat diambil. Coba lagi.`);
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another person's process is running all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
