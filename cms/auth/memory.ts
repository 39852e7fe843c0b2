/** What one instance of the server remembers between requests: bounded, and nothing that a restart may not forget. */
export interface AuthMemory {
  /** Lets a request of an address through, or says in how many seconds the next may come. */
  admit(address: string, now: number): number;
  /** Takes note that a state was used; false where it was used before. */
  use(state: string, now: number): boolean;
}

/** A busy office behind one address signs in as many in a minute; who tries more than that is not signing in. */
const burst = 60;
const perSecond = 1;
const mostAddresses = 5000;

/** As long as a cookie holds. */
const remembered = 600_000;
const mostStates = 10_000;

export function createMemory(): AuthMemory {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  const used = new Map<string, number>();
  return {
    admit(address, now) {
      const key = networkOf(address);
      const before = buckets.get(key);
      const left =
        before === undefined ? burst : Math.min(burst, before.left + ((now - before.at) / 1000) * perSecond);
      if (left < 1) return Math.ceil((1 - left) / perSecond);
      keep(buckets, key, { left: left - 1, at: now }, mostAddresses);
      return 0;
    },
    use(state, now) {
      for (const [oldest, until] of used) {
        if (until > now) break;
        used.delete(oldest);
      }
      if (used.has(state)) return false;
      keep(used, state, now + remembered, mostStates);
      return true;
    },
  };
}

/** Sets an entry as the newest, and lets the oldest go where there are too many. */
function keep<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

/** One household or office has a whole /64 of IPv6: its addresses count as one. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.slice(0, 64);
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':').slice(0, 64);
}
