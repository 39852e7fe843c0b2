import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { Local } from '../local.ts';
import { lackingPermission } from '../app/permissions.ts';
import { ApiError } from './api-error.ts';
import { authenticate, type Caller } from './auth.ts';
import type { ApiEnv } from './routes.ts';

/** A blob of 25 MB in base64, and some room. */
const largestBody = 36 * 1024 * 1024;

/** Names by which this machine calls itself. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|.*\.localhost)$/i.test(hostname);
}

/**
 * Refuses requests that reach this machine under a strange name: a page on the internet may point its own name
 * here, and tokens of the demo are no secret.
 */
export function knownHostOnly(hosts: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const { hostname } = new URL(c.req.url);
    if (!isLoopback(hostname) && !hosts.includes(hostname))
      return c.json(
        {
          message: `Alamat "${hostname}" tidak dikenal server ini. Buka lewat http://localhost, atau daftarkan alamatnya.`,
        },
        421,
      );
    return next();
  };
}

/** Other origins of this machine may use the API, with what Decap and octokit read of an answer. */
export const crossOrigin = cors({
  origin: (origin) => (URL.canParse(origin) && isLoopback(new URL(origin).hostname) ? origin : null),
  allowHeaders: [
    'Authorization',
    'Content-Type',
    'Accept',
    'If-None-Match',
    'X-GitHub-Api-Version',
    'X-Requested-With',
  ],
  allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  exposeHeaders: [
    'ETag',
    'Link',
    'X-RateLimit-Limit',
    'X-RateLimit-Remaining',
    'X-RateLimit-Reset',
    'X-RateLimit-Used',
    'X-RateLimit-Resource',
  ],
  maxAge: 3600,
});

export const limitBody = bodyLimit({
  maxSize: largestBody,
  onError: (c) =>
    c.json(
      {
        message:
          'Permintaan terlalu besar (lebih dari 36 MB). Satu berkas paling besar 25 MB: perkecil gambar atau ' +
          'pecah berkasnya, lalu unggah lagi. Draf yang sudah tersimpan tidak berubah.',
      },
      413,
    ),
});

/** Finds whose token it is; 401 otherwise. */
export function requireAccount(local: Local): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const { account, as } = authenticate(local, c.req.header('Authorization'));
    c.set('account', account);
    c.set('as', as);
    requireScope(local, as, c.req.method, c.req.path.replace(/^\/api\/v3/, ''));
    await next();
  };
}

/** The app's own signature opens its own routes and no other; a token of its installation, what was asked for it. */
function requireScope(local: Local, as: Caller['as'], method: string, path: string): void {
  const own = `/repos/${local.owner}/${local.name}`;
  const isAppRoute = /^\/(app(\/.*)?|repos\/[^/]+\/[^/]+\/installation)$/.test(path);
  if (isAppRoute !== (as === 'jwt'))
    throw new ApiError(401, isAppRoute ? 'A JSON web token could not be decoded' : 'Bad credentials');
  if (typeof as === 'string' || !path.startsWith(`${own}/`)) return;
  const lacking = lackingPermission(as, method, path.slice(own.length));
  if (lacking !== null)
    throw new ApiError(403, `Resource not accessible by integration. Token ini tidak punya izin ${lacking}.`);
}

/** GitHub's headers: an ETag with 304, and a rate limit that is never reached. */
export function gitHubHeaders(local: Local): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const reset = Math.floor(local.clock.now() / 1000) + 3600;
    // What clients take for the time: the demo lives in its own year.
    c.header('Date', new Date(local.clock.now()).toUTCString());
    c.header('X-GitHub-Media-Type', 'github.v3; format=json');
    c.header('X-RateLimit-Limit', '5000');
    c.header('X-RateLimit-Remaining', '4999');
    c.header('X-RateLimit-Used', '1');
    c.header('X-RateLimit-Reset', String(reset));
    c.header('X-RateLimit-Resource', 'core');
    if (c.req.method !== 'GET' || c.res.status !== 200) return;
    // Private: what one account is told (its rights) is not for another.
    c.header('Cache-Control', 'private, max-age=0, must-revalidate');
    c.header('Vary', 'Authorization, Accept, Origin');
    const etag = `W/"${createHash('sha256')
      .update(new Uint8Array(await c.res.clone().arrayBuffer()))
      .digest('hex')}"`;
    c.header('ETag', etag);
    const known = (c.req.header('If-None-Match') ?? '').split(',').map((tag) => tag.trim());
    if (!known.includes(etag)) return;
    const headers = new Headers(c.res.headers);
    headers.delete('Content-Length');
    headers.delete('Content-Type');
    c.res = new Response(null, { status: 304, headers });
  };
}
