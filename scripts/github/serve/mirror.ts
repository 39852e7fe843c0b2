import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { gitEnvironment, GitError } from '../../publish/git.ts';
import { oneAtATime } from '../../publish/one-at-a-time.ts';

export interface MirrorOptions {
  /** Folder of the bare copy; made where it is not there. */
  readonly repoDir: string;
  /** `https://github.com/diskominfo/portal.git`, or a folder. */
  readonly source: string;
  /** A token that may read it; null where none is needed. */
  readonly token: () => Promise<string | null>;
}

/**
 * A bare copy of what is published from: `main` and the ledger, as they stand at the source, and nothing else. Only ever
 * moved forward by fetching; two fetches at once are one.
 */
export function createMirror({ repoDir, source, token }: MirrorOptions): () => Promise<void> {
  const fetchNow = async () => {
    if (!existsSync(repoDir)) await git(['init', '--bare', '--quiet', repoDir], {});
    const secret = await token();
    const refs = ['main', 'paraf'].map((branch) => `+refs/heads/${branch}:refs/heads/${branch}`);
    await git([`--git-dir=${repoDir}`, 'fetch', '--quiet', '--no-tags', source, ...refs], header(secret));
  };
  // Whoever asks during a fetch wants what came after it began.
  const fetches = oneAtATime(fetchNow);
  return () => fetches.request();
}

/** By environment: arguments of a process can be read by everybody on the machine. */
function header(token: string | null): NodeJS.ProcessEnv {
  if (token === null) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.extraHeader',
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
}

function git(args: readonly string[], more: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      // The one place from which anything is fetched.
      env: { ...gitEnvironment(), ...more, GIT_ALLOW_PROTOCOL: 'https:http:file', GIT_TERMINAL_PROMPT: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString('utf8')}`.slice(-2000);
    });
    child.on('error', () =>
      reject(new GitError('Git tidak dapat dijalankan. Pasang dari git-scm.com, lalu ulangi.')),
    );
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new GitError(`Repositori tidak dapat disalin (git ${code}): ${said.trim()}`));
    });
  });
}
