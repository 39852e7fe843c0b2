import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { oneAtATime, type OneAtATime } from '../one-at-a-time.ts';

const program = resolve(import.meta.dirname, '../../cli.ts');

export interface FollowOptions {
  readonly dataDir: string;
  /** Ends an update under way: the next one begins where the old index stands. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Lets the index of the search follow the portal, in a process of its own: nothing that happens to it, a crash or a
 * lack of memory, touches the publication that it follows.
 *
 * @returns what the update said last; rejects with its words if it failed
 */
export async function followPortal({ dataDir, signal }: FollowOptions): Promise<string> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, 'cari', '--data', dataDir],
    { stdio: ['ignore', 'pipe', 'pipe'], signal },
  );
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() !== '') lines.push(line);
    });
  const code = await new Promise<number | null>((done, failed) => {
    child.on('error', failed);
    child.on('close', done);
  });
  const said = lines.slice(-20).join('\n');
  if (code !== 0) throw new Error(said === '' ? `Proses indeks pencarian berhenti (${code}).` : said);
  return said;
}

/** Follows one portal after another: requests during an update lead to one more, however many they are. */
export function createFollower(options: FollowOptions): OneAtATime<string> {
  return oneAtATime(() => followPortal(options));
}

/** Folder of the index that belongs to the portals of a data folder; it is served below `/cari/indeks/`. */
export function searchDir(dataDir: string): string {
  return join(dataDir, 'cari');
}
