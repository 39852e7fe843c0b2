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
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
  /** Ends what is being written, and tries nothing again: the next start's sweep does. */
  stop(): Promise<void>;
}

/**
 * What comes while one commit is written goes into the next, all together: each costs five calls, and with many people
 * at work they would be half of what a look costs.
 */
export function createAntreanWriter({
  write,
  onError,
  retryAfter = 20_000,
}: AntreanWriterOptions): AntreanWriter {
  const waiting = new Map<number, Antrean | null>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const writes = oneAtATime(async () => {
    if (waiting.size === 0) return;
    const batch = new Map(waiting);
    waiting.clear();
    try {
      await write(batch);
    } catch (error) {
      onError(error);
      // What came meanwhile is newer.
      for (const [pull, item] of batch) if (!waiting.has(pull)) waiting.set(pull, item);
      if (isStopped) return;
      clearTimeout(timer);
      timer = setTimeout(() => void writes.request(), retryAfter);
      timer.unref();
    }
  });

  return {
    put(pull, item) {
      waiting.set(pull, item);
      void writes.request();
    },
    idle: () => writes.idle(),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await writes.idle();
    },
  };
}
