import type { APIRoute } from 'astro';
import { notices } from '../../../data/genting.ts';
import { href } from '../../../links.ts';

/** What everybody must see now, for the band on the pages that were made before it. */
export const GET: APIRoute = () => {
  const all = notices().map((one) => ({ ...one, alamat: href(one.alamat) }));
  return new Response(`${JSON.stringify(all)}\n`, { headers: { 'content-type': 'application/json' } });
};
