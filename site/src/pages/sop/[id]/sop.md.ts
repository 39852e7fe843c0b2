import type { APIRoute } from 'astro';
import { sopFiles, sopIds } from '../../../data/sops.ts';

export const getStaticPaths = () => sopIds().map((id) => ({ params: { id } }));

/** `/sop/<id>/sop.md`: the file in which the SOP is kept, byte for byte. */
export const GET: APIRoute<Record<string, never>, { id: string }> = ({ params }) =>
  new Response(sopFiles(params.id).markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
