import { afterAll, beforeAll, expect, it } from 'vitest';
import { noSearch, pageKinds } from './jenis-halaman.ts';
import { openLighthouse, type LighthouseBrowser } from './lighthouse.ts';
import { openPortal, type Portal } from './portal.ts';

/**
 * Every kind of page. Performance is measured where a machine is quiet (bench/lighthouse.ts); what costs bytes is held by
 * mutu.e2e.ts.
 */
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

it('Lighthouse gives every kind of page 100 for accessibility, best practices and SEO', async () => {
  const found: Record<string, unknown> = {};
  for (const [kind, address] of pageKinds(portal.dist)) {
    if (kind === 'an old address') continue;
    const categories = ['accessibility', 'best-practices', ...(noSearch.has(kind) ? [] : ['seo'])];
    const { scores, faults } = await lighthouse.look(`${portal.origin}${address}`, categories);
    if (Object.values(scores).some((score) => score !== 100)) found[address] = { scores, faults };
  }
  expect(found).toEqual({});
}, 600_000);
