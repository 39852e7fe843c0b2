/** Where Decap keeps who is signed in. */
const key = 'decap-cms-user';

/** Renewed so long before it ends, in ms; looked at so often. */
const ahead = 10 * 60_000;
const every = 60_000;

/** What the sign-in server tells besides the token. */
interface Renewable {
  readonly token: string;
  /** Handle by which it renews the token; the renewal itself never leaves it. */
  readonly sesi: string;
  /** When the token ends, in ms since 1970. */
  readonly sampai: number;
}

/**
 * Keeps an editor signed in beyond the eight hours of a token, which Decap itself would let end in the middle of a
 * sentence: asks the sign-in server for a new one in time, and hands it to Decap. Signing out ends the token.
 *
 * @param server bare origin of the sign-in server
 */
export function keepSignedIn(backend: DecapBackend, server: string, page: Window): void {
  const { authenticate, logout } = backend;
  let current: Renewable | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  const take = (next: Renewable) => {
    current = next;
    backend.token = next.token;
    if (backend.api !== undefined) backend.api.token = next.token;
  };

  /** One tab at a time: a renewal ends the token before it, also that of another tab, which finds the new one kept. */
  const renew = () =>
    page.navigator.locks.request('paraf-masuk', async () => {
      if (current === null || !isDue(current)) return;
      const kept = renewableIn(read(page));
      if (kept !== null && kept.sesi === current.sesi && !isDue(kept)) return take(kept);
      const response = await fetch(`${server}/segarkan`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ sesi: current.sesi }),
      });
      const fresh = response.ok ? renewableIn(told((await response.json()) as object)) : null;
      if (fresh === null) return;
      take(fresh);
      page.localStorage.setItem(key, JSON.stringify({ ...read(page), ...fresh }));
    });

  // Without an answer the token is good until it ends, and the next minute asks again.
  const renewIfDue = () => renew().catch(() => undefined);

  backend.authenticate = async (answer) => {
    clearInterval(timer);
    current = renewableIn(told(answer));
    if (current === null) return authenticate.call(backend, answer);
    // The page may have been closed for hours.
    await renewIfDue();
    const user = await authenticate.call(backend, { ...answer, token: current.token });
    timer = setInterval(() => void renewIfDue(), every);
    return { ...user, sesi: current.sesi, sampai: current.sampai };
  };

  backend.logout = () => {
    clearInterval(timer);
    if (current !== null) {
      const { token, sesi } = current;
      void fetch(`${server}/keluar`, {
        method: 'POST',
        credentials: 'include',
        keepalive: true,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ token, sesi }),
      }).catch(() => undefined);
    }
    current = null;
    return logout.call(backend);
  };
}

function isDue({ sampai }: Renewable): boolean {
  return Date.now() > sampai - ahead;
}

/** The sign-in server says how many seconds a token holds; what Decap kept says until when. */
function told(answer: object): object {
  const { berlaku } = answer as { berlaku?: unknown };
  return typeof berlaku === 'number' ? { ...answer, sampai: Date.now() + berlaku * 1000 } : answer;
}

function read(page: Window): object {
  try {
    const value: unknown = JSON.parse(page.localStorage.getItem(key) ?? '');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function renewableIn(value: object): Renewable | null {
  const { token, sesi, sampai } = value as Readonly<Record<string, unknown>>;
  return typeof token === 'string' && typeof sesi === 'string' && typeof sampai === 'number'
    ? { token, sesi, sampai }
    : null;
}
