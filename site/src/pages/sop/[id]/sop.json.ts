import type { APIRoute } from 'astro';
import { sopFiles, sopIds } from '../../../data/sops.ts';

export const getStaticPaths = () => sopIds().map((id) => ({ params: { id } }));

/** `/sop/<id>/sop.json`: the SOP as the program runs it, as `paraf sop --json` prints it. */
export const GET: APIRoute<Record<string, never>, { id: string }> = ({ params }) =>
  new Response(sopFiles(params.id).json, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
