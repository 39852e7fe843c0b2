import type { APIRoute } from 'astro';
import { berkasSaring } from '../../../../../scripts/core/ppid/saring.ts';
import { entries } from '../../../data/ppid.ts';

/** Data files of the filter, from the oldest entries on. */
export function getStaticPaths() {
  return berkasSaring(entries()).map((_, n) => ({ params: { bagian: String(n) } }));
}

export const GET: APIRoute = ({ params }) => {
  const baris = berkasSaring(entries())[Number(params['bagian'])];
  if (baris === undefined) throw new Error(`no part ${params['bagian']} of the filter's data`);
  return new Response(`${JSON.stringify(baris)}\n`, { headers: { 'content-type': 'application/json' } });
};
