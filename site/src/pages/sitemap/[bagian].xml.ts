import type { APIRoute } from 'astro';
import { sitemapPart, sitemapYears } from '../../sitemap.ts';

export function getStaticPaths() {
  return ['halaman', ...sitemapYears()].map((bagian) => ({ params: { bagian } }));
}

export const GET: APIRoute = ({ params }) => sitemapPart(params['bagian'] ?? '');
