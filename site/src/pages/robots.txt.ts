import type { APIRoute } from 'astro';
import { absolute, href } from '../links.ts';

export const GET: APIRoute = () =>
  new Response(
    `User-agent: *\nDisallow: ${href('/admin/')}\nDisallow: ${href('/meja/')}\n\nSitemap: ${absolute('/sitemap.xml')}\n`,
  );
