import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** What one run of git gave. */
export interface GitOutput {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A run of git that ended otherwise than its caller accepts. */
export class GitFault extends Error {
  override readonly name = 'GitFault';
  readonly stderr: string;
  constructor(args: readonly string[], output: GitOutput) {
    super(`git ${args.join(' ')} ended with ${output.code}: ${output.stderr.trim()}`);
    this.stderr = output.stderr;
  }
}

/** The environment of every git process: no settings, hooks or identity of the machine may change what it does. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(GIT_|HOME$|XDG_CONFIG_HOME$)/i.test(name));
  return {
    ...Object.fromEntries(own),
    HOME: '',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  };
}

/** Arguments that come before the command in every run. */
export const gitSettings = ['-c', 'core.quotePath=false', '-c', 'gc.auto=0', '--literal-pathspecs'];

/** Runs git in a repository, and gives what it gave, however it ended. Rejects where it cannot be started. */
export function runGit(
  directory: string,
  args: readonly string[],
  input: string | Buffer = '',
): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--git-dir', directory, ...gitSettings, ...args], {
      env: gitEnvironment(),
      windowsHide: true,
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    // A command that ends before it has read its input breaks the pipe: its exit code tells why.
    child.stdin.on('error', () => undefined);
    child.on('close', (code) =>
      resolve({ code: code ?? -1, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() }),
    );
    child.stdin.end(input);
  });
}

export interface RunOptions {
  readonly input?: string | Buffer;
  /** Exit codes that are answers, not faults. */
  readonly accept?: readonly number[];
}

/** Runs git in a repository; rejects with a GitFault when it ends with a code that is not accepted. */
export async function git(
  directory: string,
  args: readonly string[],
  { input, accept = [0] }: RunOptions = {},
  run = runGit,
): Promise<GitOutput> {
  const output = await run(directory, args, input);
  if (!accept.includes(output.code)) throw new GitFault(args, output);
  return output;
}

/** The lines of output, without the empty one at the end. */
export function lines(output: Buffer): string[] {
  return output.toString('utf8').split('\n').filter(Boolean);
}
