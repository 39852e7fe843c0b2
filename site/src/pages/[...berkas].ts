import type { APIRoute } from 'astro';
import { fileAt, fileUrls } from '../data/files.ts';

/** Files of items stand beside their pages, byte for byte. */
export function getStaticPaths() {
  return fileUrls().map((url) => ({ params: { berkas: url.slice(1) } }));
}

export const GET: APIRoute = ({ params }) => {
  const { bytes, type } = fileAt(`/${params['berkas']}`);
  return new Response(bytes, { headers: { 'content-type': type } });
};
