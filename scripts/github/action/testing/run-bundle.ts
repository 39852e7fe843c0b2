/** Runs the bundle of the gate as GitHub Actions does, and counts what it asks of the API. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appNumber } from '../../../local/accounts.ts';
import type { Newsroom } from '../../testing/newsroom.ts';
import { bundleFile } from '../bundle.ts';

/** The call at which a run is killed: the one after so many, or the first of a kind. */
export interface Death {
  readonly at: number | RegExp;
  /** Whether the server still does what was asked; the answer never comes. */
  readonly isDone: boolean;
}

/** A counter between the action and the server: `POST /graphql`, `GET /repos/…`. */
export interface Counter {
  readonly url: string;
  readonly calls: string[];
  /** When the first call came, in ms of `performance.now()`; null while none came. */
  firstAt(): number | null;
  /** Lets calls through up to a death, and tells of it. */
  await(death: Death, kill: () => void): void;
  reset(): void;
  stop(): Promise<void>;
}

/** Passes every request on to a server of this machine, and writes down which it was. */
export async function openCounter(target: string): Promise<Counter> {
  const calls: string[] = [];
  let first: number | null = null;
  let awaited: { readonly death: Death; readonly kill: () => void } | null = null;
  const { port } = new URL(target);
  const server = createServer((incoming, outgoing) => {
    first ??= performance.now();
    const call = `${incoming.method ?? ''} ${(incoming.url ?? '').replace(/^\/api(\/v3)?/, '')}`;
    calls.push(call);
    const { death, kill } = awaited ?? {};
    const isLast = typeof death?.at === 'number' ? calls.length > death.at : death?.at.test(call) === true;
    // Nothing is answered from here on.
    if (isLast && death?.isDone !== true) return kill?.();
    const { method, url, headers } = incoming;
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      if (isLast) return void answer.resume().on('end', () => kill?.());
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    calls,
    firstAt: () => first,
    await(death, kill) {
      awaited = { death, kill };
    },
    reset() {
      calls.length = 0;
      first = null;
      awaited = null;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What one run of the action came to. */
export interface ActionRun {
  readonly code: number | null;
  readonly log: string;
  /** Outputs as the runner would read them. */
  readonly outputs: string;
  readonly summary: string;
  readonly calls: readonly string[];
  /** From the start of the process to its first question, in ms. */
  readonly startTime: number | null;
}

export interface ActionStart {
  readonly inputs?: Readonly<Record<string, string>>;
  /** Payload of the event, as in the file that the runner writes. */
  readonly event?: unknown;
  readonly eventName?: string;
  /** Where the job is cancelled, or its machine lost. */
  readonly death?: Death;
}

/** Starts the real bundle as a process of its own, with the environment of a runner and nothing of this one's. */
export async function runBundle(
  room: Newsroom,
  counter: Counter,
  { inputs = {}, event = {}, eventName = 'workflow_run', death }: ActionStart = {},
): Promise<ActionRun> {
  const folder = mkdtempSync(join(tmpdir(), 'paraf-aksi-'));
  const file = (name: string, text = '') => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const given = { 'app-id': String(appNumber), 'private-key': room.server.store.appKey.pem(), ...inputs };
  const output = file('output');
  const summary = file('summary');
  counter.reset();
  const begin = performance.now();
  const child = spawn(process.execPath, [bundleFile], {
    cwd: folder,
    env: {
      GITHUB_API_URL: `${counter.url}/api/v3`,
      GITHUB_REPOSITORY: 'diskominfo/portal',
      GITHUB_EVENT_NAME: eventName,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...Object.fromEntries(
        Object.entries(given).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text]),
      ),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (death !== undefined) counter.await(death, () => child.kill('SIGKILL'));
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      log += bytes.toString('utf8');
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const at = counter.firstAt();
  const run = {
    code,
    log,
    outputs: readFileSync(output, 'utf8'),
    summary: readFileSync(summary, 'utf8'),
    calls: [...counter.calls],
    startTime: at === null ? null : at - begin,
  };
  rmSync(folder, { recursive: true, force: true });
  return run;
}

/** The payload of a `workflow_run` that a run for this pull request made. */
export function runEvent(title: string, more: object = {}) {
  return {
    action: 'completed',
    workflow_run: {
      display_title: title,
      head_branch: 'cms/berita/x',
      head_repository: { full_name: 'diskominfo/portal' },
      pull_requests: [],
      ...more,
    },
  };
}
