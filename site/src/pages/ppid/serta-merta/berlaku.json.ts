import type { APIRoute } from 'astro';
import type { Peringatan } from '../../../../../scripts/core/ppid/serta-merta.ts';
import { warnings } from '../../../data/ppid.ts';
import { href } from '../../../links.ts';

/** The warnings that hold, for the band on every page. */
export const GET: APIRoute = () => {
  const berlaku = warnings().flatMap(({ judul, ringkasan, url, data: { berlakuSampai } }): Peringatan[] =>
    berlakuSampai === undefined ? [] : [{ judul, ringkasan, alamat: href(url), sampai: berlakuSampai }],
  );
  return new Response(`${JSON.stringify(berlaku)}\n`, { headers: { 'content-type': 'application/json' } });
};
