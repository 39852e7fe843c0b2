import type { APIRoute } from 'astro';
import { sitemapPart, sitemapParts } from '../../sitemap.ts';

export function getStaticPaths() {
  return sitemapParts().map((bagian) => ({ params: { bagian } }));
}

export const GET: APIRoute = ({ params }) => sitemapPart(params['bagian'] ?? '');
