import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { keptOutbox, outboxAfter, type OutboxEvent, type Pending } from './outbox.ts';

const key = 'paraf-meja-menunggu';

export interface Outbox {
  readonly list: readonly Pending[];
  /** What waits right now, also before the screen has caught up: two taps may come within one frame. */
  current(): readonly Pending[];
  dispatch(event: OutboxEvent): void;
}

/** The acts that wait, kept on the device until they have arrived or were withdrawn. */
export function useOutbox(storage: Storage): Outbox {
  const list = useRef<readonly Pending[] | null>(null);
  list.current ??= keptOutbox(storage.getItem(key));
  const [shown, setShown] = useState(list.current);
  const current = useCallback(() => list.current ?? [], []);
  const dispatch = useCallback(
    (event: OutboxEvent) => {
      list.current = outboxAfter(list.current ?? [], event);
      if (list.current.length === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(list.current));
      setShown(list.current);
    },
    [storage],
  );
  return useMemo(() => ({ list: shown, current, dispatch }), [shown, current, dispatch]);
}
