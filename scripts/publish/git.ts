import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** The bare repository (or a checkout's `.git`) that is published from, read through the `git` command. */
export interface Git {
  /** Commit of a ref; null where there is none. */
  commitOf(ref: string): string | null;
  /** One folder's lines, or all files below it. */
  tree(
    treeish: string,
    options?: { readonly isRecursive?: boolean; readonly paths?: readonly string[] },
  ): GitEntry[];
  /** Contents of blobs, in the order asked for; null where there is none. */
  blobs(oids: readonly string[]): AsyncGenerator<Buffer | null>;
  /** Runs any other reading command. */
  text(...args: readonly string[]): string;
  /** Starts a reading command that is fed and listened to while it runs. */
  start(...args: readonly string[]): ChildProcessByStdio<Writable, Readable, Readable>;
}

export interface GitEntry {
  readonly mode: string;
  readonly type: string;
  readonly oid: string;
  readonly path: string;
}

/** The repository cannot be read. */
export class GitError extends Error {}

/** Git must see this repository and nothing of the machine's or a person's settings. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: nullDevice };
  // Whoever may write may set `refs/replace/…`, and other bytes would stand under an approved id.
  env['GIT_NO_REPLACE_OBJECTS'] = '1';
  // A file beside the repository could name other parents for a commit.
  env['GIT_GRAFT_FILE'] = nullDevice;
  // What is not here is missing: nothing is fetched while the portal is proven.
  env['GIT_NO_LAZY_FETCH'] = '1';
  env['GIT_ALLOW_PROTOCOL'] = 'none';
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY']) delete env[name];
  return env;
}

const nullDevice = process.platform === 'win32' ? 'NUL' : '/dev/null';

/** Opens a repository for reading. */
export function openGit(repoDir: string): Git {
  const base = [`--git-dir=${repoDir}`, '-c', 'core.quotePath=false', '--literal-pathspecs'];
  const run = (args: readonly string[], allowed: readonly number[] = [0]) => {
    const done = spawnSync('git', [...base, ...args], {
      env: gitEnvironment(),
      maxBuffer: 1024 ** 3,
      encoding: 'utf8',
    });
    if (done.error)
      throw new GitError('Git tidak dapat dijalankan. Pasang dari git-scm.com, lalu ulangi.', {
        cause: done.error,
      });
    if (!allowed.includes(done.status ?? -1))
      throw new GitError(
        `Repositori ${repoDir} tidak dapat dibaca. Periksa nama foldernya dan apakah isinya utuh (git fsck). Kata git ${args[0] ?? ''}: ${done.stderr.trim()}`,
      );
    return done;
  };
  return {
    commitOf(ref) {
      const done = run(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], [0, 1]);
      return done.status === 0 ? done.stdout.trim() : null;
    },
    tree(treeish, { isRecursive = false, paths = [] } = {}) {
      const { stdout } = run([
        'ls-tree',
        '-z',
        ...(isRecursive ? ['-r', '-t'] : []),
        treeish,
        '--',
        ...paths,
      ]);
      return stdout
        .split('\0')
        .filter((line) => line !== '')
        .map((line) => {
          const [meta = '', path = ''] = [
            line.slice(0, line.indexOf('\t')),
            line.slice(line.indexOf('\t') + 1),
          ];
          const [mode = '', type = '', oid = ''] = meta.split(' ');
          return { mode, type, oid, path };
        });
    },
    blobs: (oids) => readBlobs(base, oids),
    text: (...args) => run(args).stdout,
    start: (...args) =>
      spawn('git', [...base, ...args], { env: gitEnvironment(), stdio: ['pipe', 'pipe', 'pipe'] }),
  };
}

/** One `git cat-file --batch` for any number of blobs. */
async function* readBlobs(base: readonly string[], oids: readonly string[]): AsyncGenerator<Buffer | null> {
  if (oids.length === 0) return;
  const child = spawn('git', [...base, 'cat-file', '--batch'], {
    env: gitEnvironment(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const failed = new Promise<never>((_, reject) => child.on('error', reject));
  failed.catch(() => undefined);
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${oids.join('\n')}\n`);
  const reader = readerOf(child.stdout);
  try {
    for (const oid of oids) {
      const header = await Promise.race([reader.line(), failed]);
      if (header === null) throw new Error(`git cat-file berhenti sebelum ${oid}`);
      const [, type, size] = header.split(' ');
      if (type === 'missing' || size === undefined) {
        yield null;
        continue;
      }
      const bytes = await reader.bytes(Number(size) + 1);
      yield bytes.subarray(0, Number(size));
    }
  } finally {
    child.kill();
  }
}

function readerOf(stream: Readable) {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);
  const more = async () => {
    const next = await chunks.next();
    if (next.done === true) return false;
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    return true;
  };
  return {
    async line(): Promise<string | null> {
      for (;;) {
        const end = held.indexOf(10);
        if (end >= 0) {
          const line = held.subarray(0, end).toString('utf8');
          held = held.subarray(end + 1);
          return line;
        }
        if (!(await more())) return null;
      }
    },
    async bytes(count: number): Promise<Buffer> {
      // Chunks of a large blob are joined once, not once per chunk.
      const parts: Buffer[] = [];
      let have = 0;
      for (;;) {
        const take = held.subarray(0, count - have);
        parts.push(take);
        have += take.length;
        held = held.subarray(take.length);
        if (have === count) return parts.length === 1 ? take : Buffer.concat(parts);
        if (!(await more())) throw new Error('git cat-file berhenti di tengah sebuah berkas');
      }
    },
  };
}
