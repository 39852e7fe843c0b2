import { verify, type KeyObject } from 'node:crypto';

const longest = 600;
/** Clocks of two machines are never quite the same. */
const drift = 60;

/**
 * Whether a JSON web token is one that the app signed, for now: RS256, its number as the issuer, valid for ten minutes
 * at most. Time is the world's, not the demo's: whoever signs is a program of its own.
 *
 * @param seconds now, since 1970
 */
export function isSignedByApp(token: string, key: KeyObject | null, app: number, seconds: number): boolean {
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  if (key === null || rest.length > 0) return false;
  const header = decoded(head);
  if (header?.['alg'] !== 'RS256') return false;
  if (!verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url')))
    return false;
  const { iss, iat, exp } = decoded(body) ?? {};
  if (String(iss) !== String(app) || typeof iat !== 'number' || typeof exp !== 'number') return false;
  return iat <= seconds + drift && exp > seconds && exp - seconds <= longest + drift;
}

function decoded(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
