/** Where measurements keep what they make. Nothing of it lies in the repository. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder whose content serves the next run too: `PARAF_BENCH_CACHE`, else among the machine's temporary files. */
export function cacheFolder(name: string): string {
  const folder = join(process.env['PARAF_BENCH_CACHE'] ?? join(tmpdir(), 'paraf-bench'), name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

const memory = '/dev/shm';

/**
 * A folder for this run alone, in memory where the machine has such a place: on a disk, what is measured is how long
 * ago its blocks were freed (`PARAF_BENCH_FOLDER` names another place).
 */
export function workFolder(): string {
  const place = process.env['PARAF_BENCH_FOLDER'] ?? (existsSync(memory) ? memory : tmpdir());
  const folder = mkdtempSync(join(place, 'paraf-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
  return folder;
}
