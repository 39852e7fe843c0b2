import type { APIRoute } from 'astro';
import { publicFile, publicFiles } from '../../../../../data/items.ts';

/** Files of a news item stand beside its page, byte for byte. */
export function getStaticPaths() {
  return publicFiles().map((url) => {
    const [, , year, month, slug, berkas] = url.split('/');
    return { params: { year, month, slug, berkas } };
  });
}

const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

export const GET: APIRoute = ({ params }) => {
  const { year, month, slug, berkas = '' } = params;
  const type = types[berkas.slice(berkas.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return new Response(publicFile(`content/berita/${year}/${month}/${slug}`, berkas), {
    headers: { 'content-type': type },
  });
};
