import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLighthouse, type LighthouseBrowser } from './lighthouse.ts';
import { openPortal, type Portal } from './portal.ts';

/**
 * One page of each layout. Performance is measured where a machine is quiet (bench/lighthouse.ts); what costs bytes is
 * held by mutu.e2e.ts.
 */
const pages = [
  '/',
  '/berita/',
  '/berita/2025/12/',
  '/berita/2026/11/warga-dan-pegawai-bersihkan-parit/',
  '/ppid/informasi-publik/',
  '/sop/pengelolaan-konten-media/',
  '/tentang/',
  '/cari/',
];

let portal: Portal;
let lighthouse: LighthouseBrowser;
beforeAll(async () => {
  portal = await openPortal();
  lighthouse = await openLighthouse();
});
afterAll(async () => {
  await lighthouse?.close();
  portal?.stop();
});

it.each(pages)('Lighthouse gives %s 100 for accessibility, best practices and SEO', async (address) => {
  expect(
    await lighthouse.look(`${portal.origin}${address}`, ['accessibility', 'best-practices', 'seo']),
  ).toEqual({ scores: { accessibility: 100, 'best-practices': 100, seo: 100 }, faults: [] });
});
