/** A work of one process that is done once at a time. */
export interface OneAtATime<T> {
  /** Resolves with the first run that began after the request. */
  request(): Promise<T>;
  /** Resolves when nothing is running. */
  idle(): Promise<void>;
}

/** Requests during a run lead to one more run, however many they are. */
export function oneAtATime<T>(run: () => Promise<T>): OneAtATime<T> {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const start = (): Promise<T> => {
    const mine = run().finally(() => {
      if (running === mine) running = null;
    });
    running = mine;
    return mine;
  };
  return {
    request() {
      if (next !== null) return next;
      if (running === null) return start();
      next = running
        .catch(() => undefined)
        .then(() => {
          next = null;
          return start();
        });
      return next;
    },
    async idle() {
      while (running !== null || next !== null) await Promise.allSettled([running, next]);
    },
  };
}
