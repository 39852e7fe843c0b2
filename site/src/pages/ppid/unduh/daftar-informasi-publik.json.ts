import type { APIRoute } from 'astro';
import { asOf, entries } from '../../../data/ppid.ts';
import { absolute } from '../../../links.ts';

/** The list as plain JSON: every entry with its columns and documents, addresses as of the web. */
export const GET: APIRoute = () => {
  const daftar = entries().map(({ url, dokumen, ...entry }) => ({
    ...entry,
    alamat: absolute(url),
    dokumen: dokumen.map(({ src, ...rest }) => ({ ...rest, alamat: absolute(src) })),
  }));
  return new Response(`${JSON.stringify({ keadaan: asOf(), daftar })}\n`, {
    headers: { 'content-type': 'application/json' },
  });
};
