import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runGit, type GitOutput } from './command.ts';

/** One run of git that is asked for. */
export interface Question {
  readonly id: number;
  readonly directory: string;
  readonly args: readonly string[];
  readonly input: string | Buffer;
}

/** What it gave, or why it could not be started; `siap` once anything may be asked. */
export type Answer =
  | 'siap'
  | { readonly id: number; readonly output: GitOutput }
  | { readonly id: number; readonly fault: string };

interface Waiting {
  readonly resolve: (output: GitOutput) => void;
  readonly reject: (reason: Error) => void;
}

const program = fileURLToPath(new URL('starter-process.ts', import.meta.url));

/**
 * Runs git from a small process of its own. To start a program, the system copies the page tables of whoever starts it,
 * who stands still meanwhile: a server that holds 400 MB starts git seven times as slowly as one that has just begun,
 * and it does so ten times for each act of a person.
 */
export class GitStarter {
  #child: ChildProcess | undefined;
  #isReady = false;
  #isClosed = false;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** As `runGit` does; also while the process is not ready, or could not be had. */
  readonly run: typeof runGit = (directory, args, input = '') => {
    const child = this.#started();
    if (!this.#isReady) return runGit(directory, args, input);
    return new Promise((resolve, reject) => {
      const id = (this.#last += 1);
      this.#waiting.set(id, { resolve, reject });
      child.channel?.ref();
      const question: Question = { id, directory, args, input };
      child.send(question, (fault) => fault && this.#take(id)?.reject(fault));
    });
  };

  /** Lets the process end, once it has answered. A later run starts another. */
  close(): void {
    this.#isClosed = true;
    this.#rest();
  }

  #started(): ChildProcess {
    this.#isClosed = false;
    if (this.#child) return this.#child;
    const child = fork(program, {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (answer) => this.#receive(answer as Answer));
    const ended = () => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#isReady = false;
      for (const { reject } of this.#waiting.values())
        reject(new Error('the process that starts git ended while git was still running'));
      this.#waiting.clear();
    };
    child.on('error', ended);
    child.on('exit', ended);
    // Nobody lives on because of it.
    child.unref();
    child.channel?.unref();
    return (this.#child = child);
  }

  #receive(answer: Answer): void {
    if (answer === 'siap') {
      this.#isReady = true;
      return this.#rest();
    }
    const waiting = this.#take(answer.id);
    if ('fault' in answer) waiting?.reject(new Error(answer.fault));
    else waiting?.resolve(answer.output);
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    this.#rest();
    return waiting;
  }

  #rest(): void {
    if (this.#waiting.size > 0) return;
    this.#child?.channel?.unref();
    if (!this.#isClosed || !this.#isReady) return;
    const child = this.#child;
    this.#child = undefined;
    this.#isReady = false;
    child?.disconnect();
  }
}
