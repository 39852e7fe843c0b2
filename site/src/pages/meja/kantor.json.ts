import type { APIRoute } from 'astro';
import { compileOffice } from '../../meja/office-data.ts';

/** The office as plain data, for the desk's first screen. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(compileOffice()), { headers: { 'Content-Type': 'application/json' } });
