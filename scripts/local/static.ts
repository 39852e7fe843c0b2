import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { mediaType } from '../publish/index/media-type.ts';

/** What the portal may load: itself, and nothing inline (design, section 10). */
export const portalPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const preparing = `<!doctype html><html lang="id"><meta charset="utf-8"><title>Sedang disiapkan</title>
<p>Portal sedang disiapkan. Muat ulang halaman ini sebentar lagi.`;

const missing = `<!doctype html><html lang="id"><meta charset="utf-8"><title>Tidak ada</title>
<p>Alamat ini tidak ada. Periksa tulisannya.`;

/**
 * Serves a folder of finished pages: addresses of folders end in a slash, unknown ones get the folder's own
 * `404.html`.
 *
 * @param root folder that is served now (it changes with each publication); null while there is none
 * @param policy the Content-Security-Policy of every answer
 */
export function staticSite(root: () => string | null, policy: string): Hono {
  const site = new Hono();
  site.use(async (context, next) => {
    await next();
    // The library knows fewer kinds of files than items may have, and nothing is guessed from bytes.
    const type = context.res.ok ? mediaType(context.req.path) : null;
    if (type !== null) context.header('Content-Type', type);
    context.header('Content-Security-Policy', policy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    context.header('Cache-Control', 'no-cache');
  });
  site.use(compress());
  site.use(async (context, next) => {
    const folder = root();
    if (folder === null) return context.html(preparing, 503);
    const { path } = context.req;
    const isPlain = !path.endsWith('/') && !path.includes('%') && !path.includes('..');
    if (isPlain && existsSync(join(folder, path, 'index.html'))) return context.redirect(`${path}/`, 301);
    return next();
  });
  site.get('*', serveStatic({ rewriteRequestPath: (path) => join(root() ?? '', path) }));
  // A handler, not `notFound`: that of a part of an app is never asked.
  site.all('*', (context) => {
    const page = join(root() ?? '', '404.html');
    return context.html(existsSync(page) ? readFileSync(page, 'utf8') : missing, 404);
  });
  return site;
}
