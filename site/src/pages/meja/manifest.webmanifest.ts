import type { APIRoute } from 'astro';
import { readSitus } from '../../data/settings.ts';
import { href } from '../../links.ts';

/** Lets the desk be put on a phone's home screen. */
export const GET: APIRoute = () => {
  const { warna, nama } = readSitus();
  const manifest = {
    name: `Meja periksa – ${nama}`,
    short_name: 'Meja',
    description: 'Antrean naskah yang menunggu paraf.',
    lang: 'id',
    id: href('/meja/'),
    start_url: href('/meja/'),
    scope: href('/meja/'),
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: warna.utama,
    // The drawing where it is taken; its pictures (site/meja-ikon.ts) where it is not.
    icons: ['any', 'maskable'].flatMap((purpose) => [
      { src: href('/meja/ikon.svg'), sizes: 'any', type: 'image/svg+xml', purpose },
      ...[192, 512].map((side) => ({
        src: href(`/meja/ikon-${side}.png`),
        sizes: `${side}x${side}`,
        type: 'image/png',
        purpose,
      })),
    ]),
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
};
