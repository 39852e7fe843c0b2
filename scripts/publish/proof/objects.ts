import { createHash } from 'node:crypto';
import { GitError, type Git } from '../git.ts';

/** An object of Git, as it lies in the repository. */
export interface GitObject {
  readonly type: string;
  readonly bytes: Buffer;
}

/** `hilang`: not in this repository. `rusak`: its bytes are not those that its id names. */
export type Found = GitObject | 'hilang' | 'rusak';

/** Objects by id, all through one `git cat-file --batch`. Git itself does not hash what it reads; this does. */
export interface Objects {
  /** Gives each object asked for, in that order. */
  each(oids: readonly string[], take: (found: Found, place: number) => void): Promise<void>;
  close(): void;
}

/** Opens the one process that reads; after an object so damaged that it ends there, it begins anew behind it. */
export function openObjects(git: Git): Objects {
  let reader = startReader(git);
  return {
    async each(oids, take) {
      let place = 0;
      while (place < oids.length) {
        const left = oids.slice(place);
        await reader.read(left, (found) => {
          take(found, place);
          place += 1;
        });
        if (place >= oids.length) return;
        // The process ended at this object.
        take('rusak', place);
        place += 1;
        reader = startReader(git);
      }
    },
    close: () => reader.close(),
  };
}

interface Reader {
  /** Resolves when all were given, or when the process ended before. */
  read(oids: readonly string[], take: (found: Found) => void): Promise<void>;
  close(): void;
}

function startReader(git: Git): Reader {
  const child = git.start('cat-file', '--batch');
  child.stdin.on('error', () => undefined);
  child.stderr.resume();
  let pending: { oids: readonly string[]; next: number; take: (found: Found) => void } | null = null;
  let settle: (error?: Error) => void = () => undefined;
  let chunks: Buffer[] = [];
  let held = 0;
  /** Bytes without which nothing can be told. */
  let needed = 1;
  let ended = false;

  const advance = () => {
    if (held < needed || pending === null) return;
    const data = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    let start = 0;
    needed = 1;
    while (pending.next < pending.oids.length) {
      const line = data.indexOf(10, start);
      if (line < 0) break;
      const oid = pending.oids[pending.next]!;
      const [, type = '', size] = data.toString('latin1', start, line).split(' ');
      if (size === undefined) {
        start = line + 1;
        pending.next += 1;
        pending.take('hilang');
        continue;
      }
      const end = line + 1 + Number(size);
      if (data.length < end + 1) {
        needed = end + 1 - start;
        break;
      }
      const bytes = data.subarray(line + 1, end);
      start = end + 1;
      pending.next += 1;
      pending.take(idOf(type, bytes, oid.length) === oid ? { type, bytes } : 'rusak');
    }
    const rest = data.subarray(start);
    chunks = rest.length === 0 ? [] : [rest];
    held = rest.length;
    if (pending.next >= pending.oids.length) settle();
  };

  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    advance();
  });
  child.on('error', (error) => {
    ended = true;
    settle(
      new GitError('Git tidak dapat dijalankan. Pasang dari git-scm.com, lalu ulangi.', { cause: error }),
    );
  });
  child.on('close', () => {
    ended = true;
    settle();
  });

  return {
    read: (oids, take) =>
      new Promise((resolve, reject) => {
        if (oids.length === 0) return resolve();
        pending = { oids, next: 0, take };
        settle = (error) => {
          pending = null;
          if (error === undefined) resolve();
          else reject(error);
        };
        if (ended) return settle();
        child.stdin.write(`${oids.join('\n')}\n`);
      }),
    close() {
      child.stdin.end();
      child.kill();
    },
  };
}

/** Id that Git gives an object; `length` is that of the ids in use (40: SHA-1, 64: SHA-256). */
function idOf(type: string, bytes: Uint8Array, length: number): string {
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`${type} ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
