/** What a program costs as a whole process, with all that it starts and waits for. */
import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { repository } from './corpus/article.ts';

export interface Cost {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of the processor, user and system; null where nothing here can tell. */
  readonly cpu: number | null;
  /** Memory of the largest process at its largest, in MB; null where nothing here can tell. */
  readonly memory: number | null;
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Exit codes that are no failure. */
  readonly allowed?: readonly number[];
}

/**
 * Only the system knows what a process and its children took, and Node does not ask it. Starting from a small program
 * also keeps our own memory out of the count: a child begins with that of its parent. A process that ends after the one
 * that started it (Pagefind's) would belong to nobody: on Linux this program adopts it (PR_SET_CHILD_SUBREAPER).
 */
const waiter = `
import ctypes, json, os, resource, sys, time
if sys.platform == 'linux':
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
begin = time.monotonic()
child = os.fork()
if child == 0:
    os.close(3)
    try:
        os.execvp(sys.argv[1], sys.argv[1:])
    except OSError as fault:
        print(fault, file=sys.stderr)
        os._exit(127)
_, status = os.waitpid(child, 0)
wall = time.monotonic() - begin
try:
    while True:
        os.wait()
except ChildProcessError:
    pass
used = resource.getrusage(resource.RUSAGE_CHILDREN)
unit = 1 if sys.platform == 'darwin' else 1024
os.write(3, json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit]).encode())
sys.exit(os.waitstatus_to_exitcode(status) & 255)
`;

const isMeasured =
  process.platform !== 'win32' &&
  spawnSync('python3', ['--version'], { stdio: 'ignore' }).error === undefined;

/** Runs a program to its end; its output comes along. A failure throws with what it said last. */
export async function costOf(program: Program): Promise<Cost & { readonly said: string }> {
  const { command, args, allowed = [0] } = program;
  const [first, ...rest] = isMeasured ? ['python3', '-c', waiter, command, ...args] : [command, ...args];
  const begin = performance.now();
  const child = spawn(first!, rest, {
    cwd: program.cwd ?? repository,
    env: program.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done, failed) => {
    child.on('error', failed);
    child.on('close', () => done());
  });
  const [, stdout, stderr, figures] = child.stdio as readonly Readable[];
  const [said, complaints, measured] = await Promise.all([
    text(stdout!),
    text(stderr!),
    text(figures!),
    ended,
  ]);
  if (!allowed.includes(child.exitCode ?? -1))
    throw new Error(
      `${command} ended with ${child.exitCode}:\n${complaints.trim().split('\n').slice(-8).join('\n')}`,
    );
  const wall = (performance.now() - begin) / 1000;
  if (!isMeasured) return { wall, cpu: null, memory: null, said };
  const [seconds, cpu, bytes] = JSON.parse(measured) as [number, number, number];
  return { wall: seconds, cpu, memory: bytes / 1024 ** 2, said };
}

/** This Node with one of our programs. */
export function ownProgram(file: string, ...args: readonly string[]): Program {
  return { command: process.execPath, args: ['--disable-warning=ExperimentalWarning', file, ...args] };
}

export function costText({ wall, cpu, memory }: Cost): string {
  const used = cpu === null ? '' : `, CPU ${seconds(cpu)}`;
  return `${seconds(wall)}${used}${memory === null ? '' : `, ${Math.round(memory)} MB`}`;
}

export const seconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} s`;

export function bytesText(bytes: number): string {
  if (bytes < 10_240) return `${bytes.toLocaleString('en')} B`;
  return bytes < 10 * 1024 ** 2
    ? `${Math.round(bytes / 1024).toLocaleString('en')} KB`
    : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
