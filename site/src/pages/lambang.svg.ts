import type { APIRoute } from 'astro';
import { emblem } from '../data/settings.ts';

/** The emblem (`content/lambang.svg`), for the head of every page and for browser tabs. */
export const GET: APIRoute = () => new Response(emblem(), { headers: { 'content-type': 'image/svg+xml' } });
