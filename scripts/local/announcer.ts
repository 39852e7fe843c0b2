import type { Change } from './local.ts';

/** Tells listeners of changes, after the request that made them; the same change twice in one go is told once. */
export function createAnnouncer() {
  const listeners = new Set<(change: Change) => void>();
  const waiting = new Map<string, Change>();

  function tell(): void {
    const changes = [...waiting.values()];
    waiting.clear();
    for (const change of changes)
      for (const listener of listeners)
        try {
          listener(change);
        } catch (fault) {
          // One listener's fault is not another's, and not that of who made the change.
          console.error('Pendengar perubahan gagal:', fault);
        }
  }

  return {
    add(change: Change): void {
      if (waiting.size === 0) setImmediate(tell);
      waiting.set(JSON.stringify(change), change);
    },
    /** Calls back after each change. Returns what ends that. */
    listen(listener: (change: Change) => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
