import type { APIRoute } from 'astro';
import { cardAt, cardUrls } from '../data/cards.ts';
import { fileAt, fileUrls } from '../data/files.ts';

/** Files stand beside the pages of their items: byte for byte as they were approved, and the pictures made from them. */
export function getStaticPaths() {
  return [...fileUrls(), ...cardUrls()].map((url) => ({ params: { berkas: url.slice(1) } }));
}

export const GET: APIRoute = async ({ params }) => {
  const url = `/${params['berkas']}`;
  const card = await cardAt(url);
  const { bytes, type } = card === null ? await fileAt(url) : { bytes: card, type: 'image/png' };
  return new Response(bytes, { headers: { 'content-type': type } });
};
