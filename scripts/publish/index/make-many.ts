import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { Publication } from './build-index.ts';
import type { Published } from './publication.ts';
import { makePublished, type Made } from './write-published.ts';

/** Fewer items than this are made sooner than another thread has begun. */
const worthwhile = 1000;
/** Items that a thread is given at once, and how often it is given some before it must have answered. */
const batch = 50;
const ahead = 2;
/** More threads than this wait for the one that writes. */
const most = 4;
/** Milliseconds after which a thread that says nothing counts as lost. */
const patience = 120_000;

/** What a thread is told when it begins. */
export interface Task {
  readonly port: MessagePort;
  /** Raised with each answer: who waits for any of them is woken. */
  readonly bell: Int32Array;
  readonly root: string;
  readonly base: string;
}

/** What a thread answers: what it made of a batch, in its order, or why it could not. */
export type Answer = { readonly made: readonly Made[] } | { readonly failure: unknown };

/**
 * Makes items, many of them on all cores; in any order, each with its place among those given. The caller holds a transaction and writes what comes, so it
 * waits for the threads without letting go of its own.
 */
export function* makeMany(
  wanted: readonly { readonly published: Published }[],
  source: Pick<Publication, 'root' | 'base' | 'readTree'>,
): Generator<readonly [place: number, made: Made]> {
  const { root, base } = source;
  const threads = Math.min(most, availableParallelism());
  if (root === undefined || threads < 2 || wanted.length < worthwhile) {
    for (const [place, { published }] of wanted.entries()) yield [place, makePublished(published, source)];
    return;
  }
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const crew = Array.from({ length: threads }, () => hire({ bell, root, base }));
  try {
    yield* share(wanted, crew, bell);
  } finally {
    for (const { worker } of crew) void worker.terminate();
  }
}

interface Hand {
  readonly worker: Worker;
  readonly port: MessagePort;
  /** Where the batches begin that it has not answered for, the oldest first. */
  readonly busy: number[];
}

function hire(task: Omit<Task, 'port'>): Hand {
  const { port1: port, port2 } = new MessageChannel();
  const worker = new Worker(new URL('make-worker.ts', import.meta.url), {
    workerData: { ...task, port: port2 } satisfies Task,
    transferList: [port2],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  worker.unref();
  return { worker, port, busy: [] };
}

function* share(
  wanted: readonly { readonly published: Published }[],
  crew: readonly Hand[],
  bell: Int32Array,
): Generator<readonly [place: number, made: Made]> {
  let next = 0;
  const give = ({ port, busy }: Hand) => {
    const some = wanted.slice(next, next + batch);
    if (some.length === 0) return;
    busy.push(next);
    next += some.length;
    port.postMessage(some.map(({ published }) => published));
  };
  for (let round = 0; round < ahead; round += 1) for (const hand of crew) give(hand);
  while (crew.some(({ busy }) => busy.length > 0)) {
    const rung = Atomics.load(bell, 0);
    let isIdle = true;
    for (const hand of crew)
      for (
        let told = receiveMessageOnPort(hand.port);
        told !== undefined;
        told = receiveMessageOnPort(hand.port)
      ) {
        isIdle = false;
        const answer = told.message as Answer;
        if ('failure' in answer) throw answer.failure;
        const start = hand.busy.shift()!;
        give(hand);
        for (const [place, made] of answer.made.entries()) yield [start + place, made];
      }
    if (isIdle && Atomics.wait(bell, 0, rung, patience) === 'timed-out')
      throw new Error('Pembuatan indeks berhenti tanpa kabar: mungkin kehabisan memori. Jalankan lagi.');
  }
}
