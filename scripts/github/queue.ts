/** How looks are queued. */
export interface QueueOptions {
  /** Looks at one pull request; a rejection, or `true` for "again", is tried again. */
  readonly look: (number: number) => Promise<{ readonly again: boolean }>;
  /** Called with each failure, before the next try. */
  readonly onError: (number: number, error: unknown) => void;
  /** Waits before tries after a failure, in ms; after the last one it is left to the next sweep. */
  readonly backoff?: readonly number[];
}

/** Pull requests to look at: one look at a time for each, triggers during a look lead to one more. */
export interface Queue {
  /** "Look at pull request N again": returns at once. */
  trigger(number: number): void;
  /**
   * The same, once nobody's trigger waits, and half of the time at most while people act: nobody must wait for a sweep
   * over everything.
   */
  sweep(number: number): void;
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>;
  /** Takes no more triggers and waits for running looks. */
  stop(): Promise<void>;
}

/** So long after somebody's trigger others are expected, in ms. */
const busyFor = 10_000;

const defaultBackoff = [200, 1000, 5000, 20_000];

/** Makes a queue in this process. Different pull requests are looked at one after the other: they share branches. */
export function createQueue({ look, onError, backoff = defaultBackoff }: QueueOptions): Queue {
  const waiting = new Set<number>();
  const swept = new Set<number>();
  const failures = new Map<number, number>();
  const timers = new Map<number, NodeJS.Timeout>();
  let running: Promise<void> | null = null;
  let stopped = false;
  let triggeredAt = -Infinity;
  let wake: () => void = () => undefined;
  let idlers: (() => void)[] = [];

  const next = (): number | undefined => {
    const [first] = waiting.size > 0 ? waiting : swept;
    return first;
  };

  const settle = () => {
    if (running !== null || next() !== undefined || timers.size > 0) return;
    for (const resolve of idlers) resolve();
    idlers = [];
  };

  const retry = (number: number) => {
    const count = failures.get(number) ?? 0;
    const delay = backoff[count];
    if (delay === undefined || stopped) {
      failures.delete(number);
      return;
    }
    failures.set(number, count + 1);
    timers.set(
      number,
      setTimeout(() => {
        timers.delete(number);
        start(number);
      }, delay),
    );
  };

  const run = async () => {
    // Triggers of one moment are one.
    await Promise.resolve();
    for (let number = next(); number !== undefined; number = next()) {
      const begin = waiting.has(number) ? null : performance.now();
      waiting.delete(number);
      swept.delete(number);
      try {
        const { again } = await look(number);
        if (again) retry(number);
        else failures.delete(number);
      } catch (error) {
        onError(number, error);
        retry(number);
      }
      // A sweep over hundreds takes minutes: while people act it takes half of the time at most, and they have the rest.
      const isBusy = performance.now() - triggeredAt < busyFor;
      if (begin !== null && swept.size > 0 && isBusy) await rest(performance.now() - begin);
    }
  };

  /** Ends early once somebody's trigger waits. */
  const rest = async (ms: number) => {
    if (waiting.size > 0 || stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  };

  const start = (number: number, where = waiting) => {
    where.add(number);
    go();
  };

  const go = () => {
    running ??= run().finally(() => {
      running = null;
      // Triggered after the last look had ended: begin again.
      if (next() === undefined) settle();
      else go();
    });
  };

  return {
    trigger(number) {
      if (stopped) return;
      clearTimeout(timers.get(number));
      timers.delete(number);
      failures.delete(number);
      triggeredAt = performance.now();
      start(number);
      wake();
    },
    sweep(number) {
      // What waits already, or is to be tried again, is looked at soon enough.
      if (!stopped && !waiting.has(number) && !timers.has(number)) start(number, swept);
    },
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        settle();
      }),
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      waiting.clear();
      swept.clear();
      wake();
      await running;
    },
  };
}
