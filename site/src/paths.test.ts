import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  callGetStaticPaths,
  findPathItemByKey,
  RouteCache,
} from '../../node_modules/astro/dist/core/render/route-cache.js';
import { pathsOf } from './paths.ts';

afterEach(() => vi.unstubAllEnvs());

const addresses = ['/berita/2026/11/parit/', '/berita/2026/11/pasar/'];
const paths = (asked: string[] = []) =>
  pathsOf(
    'butir',
    () => addresses,
    (address) => {
      asked.push(address);
      return addresses.includes(`${address}/`);
    },
  );

describe('the paths of a route that has one for every item', () => {
  it('are listed for a build', () => {
    vi.stubEnv('DEV', false);
    expect(paths()).toEqual([
      { params: { butir: 'berita/2026/11/parit' } },
      { params: { butir: 'berita/2026/11/pasar' } },
    ]);
  });

  it('are looked up one by one while developing, by what Astro finds a path by', async () => {
    vi.stubEnv('DEV', true);
    const asked: string[] = [];
    const segments = [[{ content: '...butir', dynamic: true, spread: true }]];
    const route = { route: '/[...butir]', component: 'butir.astro', type: 'page', prerender: true, segments };
    const logger = { debug: () => undefined, warn: () => undefined };
    const cache = new RouteCache(logger as never, 'development');
    const all = await callGetStaticPaths({
      mod: { getStaticPaths: () => paths(asked) } as never,
      route: route as never,
      routeCache: cache,
      ssr: false,
      base: '/',
      trailingSlash: 'ignore',
    });
    const find = (butir: string) =>
      findPathItemByKey(all, { butir }, route as never, logger as never, 'ignore') !== undefined;
    expect([find('berita/2026/11/parit'), find('berita/2026/11/lain'), asked]).toEqual([
      true,
      false,
      ['/berita/2026/11/parit', '/berita/2026/11/lain'],
    ]);
  });
});
