/** `__Host-`: the browser takes it from this very host over TLS alone, so no neighbour can plant one. */
const prefix = '__Host-paraf-';

/** Longer ones are none of ours. */
const longest = 2000;

/** The cookie of a sign-in under way. */
export const startCookie = `${prefix}masuk`;

/** The cookie that renews one sign-in. */
export function sessionCookie(session: string): string {
  return `${prefix}sesi-${session}`;
}

/** Handle by which a page names its own sign-in among several: no secret, and nothing without the cookie. */
export function isSession(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value);
}

/** Handles of the sign-ins that a browser keeps cookies of, as it lists them: the oldest first. */
export function sessionsIn(request: Request): string[] {
  const start = sessionCookie('');
  return [...cookiesOf(request).keys()]
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length))
    .filter(isSession);
}

export function readCookie(request: Request, name: string): string | null {
  const value = cookiesOf(request).get(name);
  return value === undefined || value.length > longest ? null : value;
}

function cookiesOf(request: Request): Map<string, string> {
  const pairs = (request.headers.get('Cookie') ?? '').slice(0, 16_000).split(/; */);
  return new Map(
    pairs.flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1)] as const];
    }),
  );
}

/**
 * A `Set-Cookie`.
 *
 * @param sameSite `Lax` comes along when GitHub sends the browser back; `Strict` only from pages of the same site
 * @param seconds 0 takes it away
 */
export function setCookie(name: string, value: string, sameSite: 'Lax' | 'Strict', seconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=${sameSite}`;
}
