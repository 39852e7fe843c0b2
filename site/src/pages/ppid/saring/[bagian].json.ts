import type { APIRoute } from 'astro';
import { filterFile, filterFiles } from '../../../data/ppid.ts';

/** Data files of the filter, from the oldest entries on. */
export function getStaticPaths() {
  return Array.from({ length: filterFiles() }, (_, n) => ({ params: { bagian: String(n) } }));
}

export const GET: APIRoute = ({ params }) =>
  new Response(`${JSON.stringify(filterFile(Number(params['bagian'])))}\n`, {
    headers: { 'content-type': 'application/json' },
  });
