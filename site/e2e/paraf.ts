/** Starts the whole of Paraf as a person does, with a fresh `.paraf`, and speaks to it as its accounts. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Octokit } from 'octokit';

const root = resolve(import.meta.dirname, '../..');

/** Variable that names the folder of the office with which every browser test begins. */
export const officeVariable = 'PARAF_E2E_OFFICE';

export interface Paraf {
  readonly origin: string;
  readonly dataDir: string;
  /** All that it printed so far. */
  output(): string;
  /** An octokit that speaks as a demo account. */
  as(login: string): Octokit;
  /** Moves the demo's clock forward by an ISO 8601 duration. */
  advance(duration: string): Promise<void>;
  /** Ends it with a signal and waits; `kill` is the power cut. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Ends it and removes its data. */
  dispose(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Polls until a function gives something, or fails with what was waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  seconds = 30,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const value = await ask();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    await new Promise((done) => setTimeout(done, 150));
  }
  throw new Error(`waited ${seconds} s in vain for ${what}`, { cause: last });
}

/** A folder with the demo office as it is at its first start: a copy of the one that was made for all tests. */
async function freshOffice(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'paraf-e2e-'));
  const made = process.env[officeVariable];
  if (made !== undefined) await cp(made, dataDir, { recursive: true });
  return dataDir;
}

/** `npm start` with data of its own; resolves when it says that it is ready. */
export async function startParaf(options: { dataDir?: string; port?: number } = {}): Promise<Paraf> {
  const dataDir = options.dataDir ?? (await freshOffice());
  const port = options.port ?? (await freePort());
  const origin = `http://localhost:${port}`;
  let text = '';
  const child: ChildProcess = spawn(process.execPath, ['scripts/run.mjs', 'scripts/start.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), PARAF_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  child.stdout!.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const gone = new Promise<void>((done) => child.on('exit', () => done()));

  const end = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    // The launcher and all that it started, as Ctrl+C or a power cut would reach them.
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid!, signal);
    await gone;
  };
  try {
    await until(
      'Paraf to be ready',
      async () => {
        if (child.exitCode !== null) throw new Error(`it ended:\n${text}`);
        const answer = await fetch(`${origin}/paraf/health`);
        return answer.ok && ((await answer.json()) as { ready: boolean }).ready;
      },
      120,
    );
  } catch (error) {
    await end('SIGKILL');
    throw new Error(`Paraf did not start:\n${text}`, { cause: error });
  }
  return {
    origin,
    dataDir,
    output: () => text,
    as: (login) =>
      new Octokit({
        auth: `demo-${login}`,
        baseUrl: `${origin}/api/v3`,
        retry: { enabled: false },
        throttle: { enabled: false },
      }),
    advance: async (duration) => {
      const answer = await fetch(`${origin}/paraf/dev/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advance: duration }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    end,
    dispose: async () => {
      await end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const repo = { owner: 'diskominfo', repo: 'portal' } as const;

/** The title of the check `paraf` on a pull request's head: where it stands, in one line. */
export async function positionLine(octokit: Octokit, pull: number): Promise<string | null> {
  const { data } = await octokit.rest.pulls.get({ ...repo, pull_number: pull });
  const checks = await octokit.rest.checks.listForRef({ ...repo, ref: data.head.sha, check_name: 'paraf' });
  return checks.data.check_runs[0]?.output.title ?? null;
}
