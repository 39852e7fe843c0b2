import type { APIRoute } from 'astro';
import { absolute, href } from '../links.ts';

/** Programs are not pages, and results of a search are found page by page already. */
const closed = ['/admin/', '/meja/', '/cari/?', '/cari/indeks/'];

export const GET: APIRoute = () =>
  new Response(
    `User-agent: *\n${closed.map((path) => `Disallow: ${href(path)}\n`).join('')}\nSitemap: ${absolute('/sitemap.xml')}\n`,
  );
