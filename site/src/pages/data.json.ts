import type { APIRoute } from 'astro';
import { katalogDcat } from '../../../scripts/core/ppid/dcat.ts';
import { entries, penerbit } from '../data/ppid.ts';
import { absolute } from '../links.ts';

/** Where harvesters look for a catalogue: DCAT 3 in JSON-LD. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(katalogDcat(entries(), penerbit(absolute)))}\n`, {
    headers: { 'content-type': 'application/ld+json' },
  });
