import { App } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import type { PathWithRoute, RouteData } from 'astro';
import { Withheld, withholdItems } from './data/portal.ts';
import { owners } from './owners.ts';

/**
 * What a bundle of the pages can do (`site/bundel.ts` makes it): name every address of the portal, and render one of
 * them to the bytes that `astro build` writes. An address is what links name: pages end in `/`, files do not.
 */

const prerendered = createApp({ streaming: false });

/** An error ends the rendering; on a server it would become a page that says so. */
class Pages extends App {
  protected override createErrorHandler(): ReturnType<App['createErrorHandler']> {
    return {
      renderError: (_request, { error, status }) => {
        throw error instanceof Error ? error : new Error(`jawabannya ${status}, bukan halaman`);
      },
    };
  }
}

/**
 * The same pages as a server's (decision 38): of a page that is rendered beforehand Astro wants all addresses before
 * it renders one of them, which costs what exists.
 */
const pages = new Pages({ ...prerendered.manifest, serverLike: true, logLevel: 'silent' }, false);

/** Every address of the portal. */
export async function addresses(): Promise<string[]> {
  const all = await new StaticPaths(prerendered).getAll();
  return [...new Set(all.map(addressOf))];
}

/**
 * What does not depend on anything published, and so can be rendered once, while the bundle is made. Ends this
 * bundle's use for anything else.
 */
export async function fixedPaths(): Promise<PathWithRoute[]> {
  withholdItems();
  const fixed: PathWithRoute[] = [];
  for (const route of prerendered.manifest.routes) {
    const paths = await unlessWithheld(() =>
      new StaticPaths({ manifest: { ...prerendered.manifest, routes: [route] } }).getAll(),
    );
    for (const path of paths ?? [])
      if ((await unlessWithheld(() => renderAt(addressOf(path), path.route))) !== null) fixed.push(path);
  }
  return fixed;
}

/** Renders one of them, as the build asks for it. */
export function respond(request: Request, routeData: RouteData): Promise<Response> {
  return prerendered.render(request, { routeData });
}

async function unlessWithheld<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Withheld) return null;
    throw error;
  }
}

/** Address of what Astro calls a path; it writes some of them with a slash at the end, and some without. */
function addressOf({ pathname, route }: PathWithRoute): string {
  const bare = pathname.replace(/\/$/, '');
  return route.type === 'endpoint' ? bare : `${bare}/`;
}

/**
 * Renders one address.
 *
 * @throws where there is no such page, or it cannot be rendered
 */
export async function render(address: string): Promise<Uint8Array> {
  const route = await routeOf(address);
  if (route === null) throw new Error('tidak ada halaman di alamat itu');
  return renderAt(address, route);
}

async function renderAt(address: string, route: RouteData): Promise<Uint8Array> {
  const routeData = { ...route, prerender: false };
  const response = await pages.render(requestOf(address, route), { routeData });
  if (!response.ok && address !== '/404/') throw new Error(`jawabannya ${response.status}, bukan halaman`);
  return new Uint8Array(await response.arrayBuffer());
}

/** As the build asks for it: with a slash even after a file, where its route has no suffix. */
function requestOf(address: string, { pattern }: RouteData): Request {
  const { base, site } = pages.manifest;
  const slash = address.endsWith('/') || pattern.test(address) ? '' : '/';
  return new Request(new URL(`${base.replace(/\/$/, '')}${encodeURI(address)}${slash}`, site));
}

/** The page that an address belongs to: the first in Astro's order whose route fits and that has it. */
async function routeOf(address: string): Promise<RouteData | null> {
  const isPage = address.endsWith('/');
  const bare = isPage && address !== '/' ? address.slice(0, -1) : address;
  for (const { routeData } of pages.manifest.routes) {
    const { type, pathname, pattern, component } = routeData;
    if ((type === 'endpoint') === isPage) continue;
    const isFitting =
      pathname === undefined ? pattern.test(address) || pattern.test(`${bare}/`) : pathname === bare;
    if (isFitting && (await (owners[component]?.(address) ?? true))) return routeData;
  }
  return null;
}
