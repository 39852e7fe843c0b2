import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { gitEnvironment, gitSettings } from './command.ts';

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

export interface ObjectInfo {
  readonly oid: string;
  readonly type: ObjectType;
  readonly size: number;
}

export interface GitObject extends ObjectInfo {
  readonly content: Buffer;
}

interface Request {
  readonly withContent: boolean;
  readonly resolve: (found: GitObject | undefined) => void;
  readonly reject: (reason: Error) => void;
}

/** Reads objects through one long-lived `git cat-file`, because a page of Decap asks for dozens of them. */
export class ObjectReader {
  readonly #directory: string;
  #child: ChildProcessWithoutNullStreams | undefined;
  #queue: Request[] = [];
  #chunks: Buffer[] = [];
  #length = 0;
  /** Bytes of the answer at the head of the queue, once its first line is read. */
  #awaited: { readonly info: ObjectInfo; readonly total: number; readonly start: number } | undefined;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The object of that name with its content, or undefined when there is none. */
  read(name: string): Promise<GitObject | undefined> {
    return this.#ask('contents', name, true);
  }

  /** Id, type and size of the object of that name, or undefined when there is none. */
  info(name: string): Promise<ObjectInfo | undefined> {
    return this.#ask('info', name, false);
  }

  /** Ends the process. A later read starts another. */
  close(): void {
    this.#child?.stdin.end();
    this.#child = undefined;
  }

  #ask(command: string, name: string, withContent: boolean): Promise<GitObject | undefined> {
    // One line is one request: a name with a line break would be two.
    if (/[\n\0]/.test(name) || name === '') return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      this.#queue.push({ withContent, resolve, reject });
      this.#start().stdin.write(`${command} ${name}\n`);
    });
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#child) return this.#child;
    const child = spawn(
      'git',
      ['--git-dir', this.#directory, ...gitSettings, 'cat-file', '--batch-command'],
      {
        env: gitEnvironment(),
        windowsHide: true,
      },
    );
    child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    child.stderr.resume();
    child.stdin.on('error', () => undefined);
    const ended = (reason: Error) => {
      if (this.#child !== child && this.#child !== undefined) return;
      this.#child = undefined;
      this.#chunks = [];
      this.#length = 0;
      this.#awaited = undefined;
      for (const request of this.#queue.splice(0)) request.reject(reason);
    };
    child.on('error', ended);
    child.on('close', () => ended(new Error('git cat-file ended while objects were still asked for')));
    this.#child = child;
    return child;
  }

  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    // A large blob comes in many chunks: join them only once all of it is there.
    while (this.#length > 0 && (!this.#awaited || this.#length >= this.#awaited.total)) {
      const data = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
      const used = this.#answer(data);
      const rest = data.subarray(used);
      this.#chunks = rest.length > 0 ? [rest] : [];
      this.#length = rest.length;
      if (used === 0) return;
    }
  }

  /** Answers the first request if all of its answer is there; returns how many bytes that took. */
  #answer(data: Buffer): number {
    const request = this.#queue[0];
    if (!request) return data.length;
    if (!this.#awaited) {
      const end = data.indexOf(10);
      if (end < 0) return 0;
      const line = data.toString('utf8', 0, end);
      const match = /^([0-9a-f]{40,64}) (blob|tree|commit|tag) (\d+)$/.exec(line);
      if (!match) {
        this.#queue.shift();
        request.resolve(undefined);
        return end + 1;
      }
      const info = { oid: match[1]!, type: match[2] as ObjectType, size: Number(match[3]) };
      if (!request.withContent) {
        this.#queue.shift();
        request.resolve({ ...info, content: Buffer.alloc(0) });
        return end + 1;
      }
      this.#awaited = { info, start: end + 1, total: end + 1 + info.size + 1 };
    }
    const { info, start, total } = this.#awaited;
    if (data.length < total) return 0;
    this.#awaited = undefined;
    this.#queue.shift();
    request.resolve({ ...info, content: Buffer.from(data.subarray(start, start + info.size)) });
    return total;
  }
}
