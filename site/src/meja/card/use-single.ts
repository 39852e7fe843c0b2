import { useCallback, useRef, useState } from 'preact/hooks';

/**
 * One piece of work at a time. Two taps of a nervous thumb come within one frame, before any button could be switched
 * off: the second does nothing.
 *
 * @returns whether it is being done, and how to begin it
 */
export function useSingle(): readonly [boolean, (work: () => Promise<void>) => void] {
  const isRunning = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const begin = useCallback((work: () => Promise<void>) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    void work().finally(() => {
      isRunning.current = false;
      setBusy(false);
    });
  }, []);
  return [isBusy, begin];
}
