import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { besidePage } from '../data/beside-page.ts';
import { cardUrls } from '../data/cards.ts';
import { fileUrls } from '../data/files.ts';

/** Files stand beside the pages of their items: byte for byte as they were approved, and the pictures made from them. */
export function getStaticPaths() {
  return [...fileUrls(), ...cardUrls()].map((url) => ({ params: { berkas: url.slice(1) } }));
}

export const GET: APIRoute = async ({ params }) => {
  const file = await besidePage(`/${params['berkas']}`);
  const bytes = 'kept' in file ? new Uint8Array(readFileSync(file.kept)) : file.bytes;
  return new Response(bytes, { headers: { 'content-type': file.type } });
};
