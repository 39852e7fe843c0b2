import { setTimeout as sleep } from 'node:timers/promises';
import { oneAtATime } from '../../publish/one-at-a-time.ts';
import type { Antrean } from '../read/antrean.ts';

/** Items by their pull requests; null: out of the queue. */
export type Places = ReadonlyMap<number, Antrean | null>;

export interface AntreanWriterOptions {
  readonly write: (places: Places) => Promise<void>;
  readonly onError: (error: unknown) => void;
  /** Before what could not be written is tried again, in ms. */
  readonly retryAfter?: number;
}

/** Writes the queue that everybody sees, behind the looks. */
export interface AntreanWriter {
  /** Gives an item its place; returns at once. */
  put(pull: number, item: Antrean | null): void;
  /** Resolves when it was tried to write what was put until now. */
  tried(): Promise<void>;
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
  /** Ends what is being written, and tries nothing again: the next start's sweep does. */
  stop(): Promise<void>;
}

/** Between two writes passes a few times as long as one takes, and never longer than somebody at a desk would mind, in ms. */
const restTimes = 4;
const longestRest = 2000;

/**
 * What comes while one commit is written, and in a rest after it, goes into the next, all together: each costs five
 * calls and the whole file, and with many people at work they would be half of what a look costs.
 */
export function createAntreanWriter({
  write,
  onError,
  retryAfter = 20_000,
}: AntreanWriterOptions): AntreanWriter {
  const waiting = new Map<number, Antrean | null>();
  let timer: NodeJS.Timeout | undefined;
  let restsUntil = 0;
  const stopping = new AbortController();

  const writes = oneAtATime(async () => {
    if (waiting.size === 0) return;
    const rest = restsUntil - performance.now();
    if (rest > 0) await sleep(rest, undefined, { signal: stopping.signal }).catch(() => undefined);
    const batch = new Map(waiting);
    waiting.clear();
    const begin = performance.now();
    try {
      await write(batch);
    } catch (error) {
      onError(error);
      // What came meanwhile is newer.
      for (const [pull, item] of batch) if (!waiting.has(pull)) waiting.set(pull, item);
      if (stopping.signal.aborted) return;
      clearTimeout(timer);
      timer = setTimeout(() => void writes.request(), retryAfter);
      timer.unref();
    } finally {
      const end = performance.now();
      restsUntil = end + Math.min(restTimes * (end - begin), longestRest);
    }
  });

  return {
    put(pull, item) {
      waiting.set(pull, item);
      void writes.request();
    },
    tried: () => writes.request(),
    idle: () => writes.idle(),
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await writes.idle();
    },
  };
}
