import type { APIRoute } from 'astro';
import { readSitus } from '../data/settings.ts';

/** The mark as a file, for browser tabs, in the office's colour. */
export const GET: APIRoute = () =>
  new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="14" fill="${readSitus().warna.utama}"/><path d="M13 25a11 11 0 0 1 22 0z" fill="#f4b63f"/><g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"><path d="M8 30.500c4-3 7-3 10.700 0s6.700 3 10.600 0 6.700-3 10.700 0"/><path d="M13 37c3-2.300 5.300-2.300 8 0s5 2.300 8 0 5-2.300 6-1.200"/></g></svg>\n`,
    { headers: { 'content-type': 'image/svg+xml' } },
  );
