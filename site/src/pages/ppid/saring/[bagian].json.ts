import type { APIRoute } from 'astro';
import { berkasSaring } from '../../../../../scripts/core/ppid/saring.ts';
import { entries } from '../../../data/ppid.ts';

/** Data files of the filter, from the oldest entries on. */
export function getStaticPaths() {
  return berkasSaring(entries()).map((baris, n) => ({ params: { bagian: String(n) }, props: { baris } }));
}

export const GET: APIRoute = ({ props }) =>
  new Response(`${JSON.stringify(props['baris'])}\n`, { headers: { 'content-type': 'application/json' } });
