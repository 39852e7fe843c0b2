import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Deliveries that were taken, so that the same one is not taken twice. */
export interface Deliveries {
  /** Takes note of a delivery; false where it was taken before. */
  take(id: string): boolean;
}

const capacity = 10_000;

/**
 * Remembers the last deliveries by their ids, beyond a restart where a file is named. Of more than it holds the oldest
 * are forgotten: taken again, they only cost a look.
 *
 * @param file where the ids are kept, one a line; null: in memory alone
 */
export function openDeliveries(file: string | null, most = capacity): Deliveries {
  const known = new Set<string>();
  let lines = 0;
  if (file !== null) {
    mkdirSync(dirname(file), { recursive: true });
    for (const id of readLines(file).slice(-most)) known.add(id);
    rewrite(file, known);
    lines = known.size;
  }
  return {
    take(id) {
      if (known.has(id)) return false;
      known.add(id);
      for (const oldest of known) {
        if (known.size <= most) break;
        known.delete(oldest);
      }
      if (file === null) return true;
      if (lines >= 2 * most) {
        rewrite(file, known);
        lines = known.size;
      } else {
        appendFileSync(file, `${id}\n`);
        lines += 1;
      }
      return true;
    },
  };
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function rewrite(file: string, ids: ReadonlySet<string>): void {
  writeFileSync(`${file}.baru`, [...ids].map((id) => `${id}\n`).join(''));
  renameSync(`${file}.baru`, file);
}
