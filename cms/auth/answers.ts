import type { AuthEnv } from './env.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The empty icon, so that none is asked for.
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer. */
const strict = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': policy,
  // The popup answers the window that opened it: isolated, it would lose that window.
  'Cross-Origin-Opener-Policy': 'unsafe-none',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex',
} as const;

export function answer(
  body: string | null,
  status: number,
  type: string,
  more: readonly (readonly [string, string])[] = [],
): Response {
  const headers = new Headers(strict);
  if (body !== null) headers.set('Content-Type', `${type}; charset=utf-8`);
  for (const [name, value] of more) headers.append(name, value);
  return new Response(body, { status, headers });
}

export function textAnswer(
  body: string,
  status: number,
  more: readonly (readonly [string, string])[] = [],
): Response {
  return answer(`${body}\n`, status, 'text/plain', more);
}

/** An answer to a script of one of our pages, which another origin may read: that one, and no other. */
export function scriptAnswer(
  body: object | null,
  status: number,
  origin: string,
  cookies: readonly string[] = [],
) {
  const response = answer(
    body === null ? null : JSON.stringify(body),
    status,
    'application/json',
    cookies.map((cookie) => ['Set-Cookie', cookie] as const),
  );
  for (const [name, value] of sharedWith(origin)) response.headers.set(name, value);
  return response;
}

/** Headers that let a page of an origin read an answer, with its cookies sent along. */
export function sharedWith(origin: string): readonly (readonly [string, string])[] {
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
    ['Vary', 'Origin'],
  ];
}

/** Origin of one of our pages that asks by script; null where it is none of them. */
export function pageOrigin(request: Request, { settings }: AuthEnv): string | null {
  const origin = request.headers.get('Origin') ?? '';
  return settings.origins.includes(origin) ? origin : null;
}

const longestBody = 2000;

/** A small JSON object that a script sent; null where it is none. Forms cannot send this type, other sites not unasked. */
export async function readSmallJson(request: Request): Promise<Readonly<Record<string, unknown>> | null> {
  if ((request.headers.get('Content-Type') ?? '').split(';')[0]?.trim() !== 'application/json') return null;
  const reader = request.body?.getReader();
  if (reader === undefined) return null;
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
    if (text.length > longestBody) {
      await reader.cancel();
      return null;
    }
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
