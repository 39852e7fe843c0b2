import { useEffect, useState } from 'preact/hooks';
import type { Desk } from './config.ts';

/** Words about time are told anew this often, in ms. */
const every = 20_000;

/** The server's time, as often as words about time need it. */
export function useNow(desk: Desk): string {
  const [now, setNow] = useState(desk.now);
  useEffect(() => {
    const tell = () => setNow(desk.now());
    // Without an answer the clock runs on as it did.
    const timer = setInterval(() => void desk.followClock().then(tell, tell), every);
    return () => clearInterval(timer);
  }, [desk]);
  return now;
}
