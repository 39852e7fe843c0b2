import type { APIRoute } from 'astro';
import { readSitus } from '../../data/settings.ts';

/** The desk's icon on a home screen: a sheet with a paraf, filled to the edge so that any mask fits. */
export const GET: APIRoute = () =>
  new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="${readSitus().warna.utama}"/><path d="M164 116h130l54 54v226H164z" fill="#fffdf6"/><path d="M294 116v54h54z" fill="#dcd8c8"/><path d="M194 206h110M194 246h124M194 286h76" stroke="#17212a55" stroke-width="14" stroke-linecap="round"/><path d="M236 360c20-46 38-46 32-14s18 20 28 0 18-8 28 6" fill="none" stroke="#2a3fb0" stroke-width="15" stroke-linecap="round" stroke-linejoin="round"/></svg>\n`,
    { headers: { 'content-type': 'image/svg+xml' } },
  );
