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
    icons: ['any', 'maskable'].map((purpose) => ({
      src: href('/meja/ikon.svg'),
      sizes: 'any',
      type: 'image/svg+xml',
      purpose,
    })),
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
};
