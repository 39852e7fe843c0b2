import type { APIRoute } from 'astro';
import { hostRedirects } from '../redirects.ts';

/** `_redirects`: a route of that name would be none, for Astro leaves out files that begin so. */
export function getStaticPaths() {
  return [{ params: { peralihan: '_redirects' } }];
}

export const GET: APIRoute = () => new Response(hostRedirects());
