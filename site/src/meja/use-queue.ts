import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { antreanFile, antreanFrom, type Antrean } from '../../../scripts/github/read/antrean.ts';
import type { Client } from '../../../scripts/github/read/client.ts';
import { faultWords, readIfChanged } from './client.ts';
import type { Desk } from './config.ts';

/** How often the queue is asked for while somebody looks at it, in ms. */
const every = 15_000;
/** Further down than this a list that changes would move under the finger. */
const top = 120;

export interface QueueState {
  /** Null until it was read once. */
  readonly items: readonly Antrean[] | null;
  /** What has come meanwhile, and is shown when the person wants it. */
  readonly waiting: readonly Antrean[] | null;
  readonly fault: string | null;
  show(): void;
  refresh(): Promise<void>;
}

/**
 * The queue, kept fresh while the page is visible: an unchanged one costs nothing. What changes while somebody reads
 * further down waits for a tap, so that nothing jumps.
 *
 * @param client null until somebody is signed in
 */
export function useQueue(desk: Desk, client: Client | null): QueueState {
  const [items, setItems] = useState<readonly Antrean[] | null>(null);
  const [waiting, setWaiting] = useState<readonly Antrean[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const etag = useRef<string | null>(null);
  const isReading = useRef(false);

  const refresh = useCallback(async () => {
    if (client === null || isReading.current) return;
    isReading.current = true;
    try {
      const read = await readIfChanged(client, desk, 'paraf', antreanFile, etag.current);
      setFault(null);
      if (read === null) return;
      const isFirst = etag.current === null;
      etag.current = read.etag;
      const fresh = antreanFrom(read.text);
      if (isFirst || window.scrollY < top) {
        setItems(fresh);
        setWaiting(null);
      } else setWaiting(fresh);
    } catch (error) {
      setFault(faultWords(error));
    } finally {
      isReading.current = false;
    }
  }, [client, desk]);

  useEffect(() => {
    if (client === null) return;
    etag.current = null;
    void refresh();
    const tick = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    const timer = setInterval(tick, every);
    document.addEventListener('visibilitychange', tick);
    window.addEventListener('online', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
      window.removeEventListener('online', tick);
    };
  }, [client, refresh]);

  const show = useCallback(() => {
    setWaiting((fresh) => {
      if (fresh !== null) setItems(fresh);
      return null;
    });
    window.scrollTo({ top: 0, behavior: 'instant' });
  }, []);
  return { items, waiting, fault, show, refresh };
}
