import type { WrittenFile } from '../manifest.ts';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bundle } from './bundle.ts';
import { pathOf, type Answer, type Question, type TouchedAddresses } from './question.ts';

/** What pages are rendered from, and where to. */
export interface RenderOptions {
  readonly bundle: Bundle;
  /** Folder that holds `content/` as it is published. */
  readonly content: string;
  /** File of the index of what is published. */
  readonly index: string;
  /** Folder of kept pictures. */
  readonly pictures: string;
  /** `node_modules` of the checkout. */
  readonly modules: string;
  /** Folder that the files go to. */
  readonly outDir: string;
  /** Ends the process. */
  readonly signal?: AbortSignal | undefined;
}

/** A page could not be rendered; the old portal stays. */
export class RenderError extends Error {}

/** Renders addresses in a process of its own; one question at a time. */
export interface Renderer {
  addresses(): Promise<string[]>;
  /** Addresses that a change touches, and such that are no more: site/src/data/touched.ts. */
  touched(change: unknown): Promise<TouchedAddresses>;
  render(addresses: readonly string[]): Promise<WrittenFile[]>;
  /** Ends the process, and waits for it. */
  close(): Promise<void>;
}

const program = fileURLToPath(new URL('page-process.ts', import.meta.url));

/** Starts the process; it gets ready while its first question is still being thought out. */
export function openRenderer(options: RenderOptions): Renderer {
  const { bundle, content, index, pictures, modules, outDir, signal } = options;
  const child = fork(program, [bundle.folder, outDir], {
    // Pages are made of many short texts: room for young ones saves a tenth of the work of a full render.
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=32'],
    // Maps and sets arrive as such.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    signal,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      // What was compiled once need not be compiled for each publication.
      NODE_COMPILE_CACHE: join(bundle.folder, 'terkompilasi'),
      PARAF_CONTENT: content,
      PARAF_INDEX: index,
      PARAF_PICTURES: pictures,
      PARAF_MODULES: modules,
    },
  });
  const ask = asker(child);
  const fixed = new Map(bundle.files.map((file) => [file.path, file]));
  return {
    addresses: () => ask({ kind: 'addresses' }) as Promise<string[]>,
    touched: (change) => ask({ kind: 'touched', change }) as Promise<TouchedAddresses>,
    async render(addresses) {
      const there = addresses.flatMap((address) => fixed.get(pathOf(address)) ?? []);
      copyFixed(bundle, there, outDir);
      const others = addresses.filter((address) => !fixed.has(pathOf(address)));
      return [...there, ...((await ask({ kind: 'render', addresses: others })) as WrittenFile[])];
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      // It ends by itself, and so keeps what it compiled, unless a page keeps it busy.
      if (child.connected) child.disconnect();
      const patience = setTimeout(() => child.kill(), 2000);
      await gone;
      clearTimeout(patience);
    },
  };
}

/** Copies files that stand on the portal as they lie in the bundle. */
export function copyFixed({ folder }: Bundle, files: readonly WrittenFile[], outDir: string): void {
  for (const { path } of files) {
    mkdirSync(dirname(join(outDir, path)), { recursive: true });
    copyFileSync(join(folder, 'statis', path), join(outDir, path));
  }
}

function asker(child: ChildProcess): (question: Question) => Promise<unknown> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-4000);
  });
  let end: string | undefined;
  const ended = new Promise<never>((_, reject) => {
    const stop = (why: string) => reject(new RenderError((end = why)));
    child.on('error', ({ message }) => stop(`Proses pembuat halaman tidak dapat dijalankan: ${message}`));
    child.on('exit', (code, signal) =>
      stop(`Proses pembuat halaman berhenti (${signal ?? code}) sebelum selesai.\n${said}`.trimEnd()),
    );
  });
  // Nobody may be asking when it ends.
  ended.catch(() => undefined);
  return async (question) => {
    if (end !== undefined) throw new RenderError(end);
    const answered = new Promise<Answer>((resolve) =>
      child.once('message', (value) => resolve(value as Answer)),
    );
    child.send(question);
    const answer = await Promise.race([answered, ended]);
    if ('error' in answer) throw new RenderError(`${answer.error}\nPortal lama tetap tayang.`);
    return answer.value;
  };
}
