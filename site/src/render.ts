import { App } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import type { PathWithRoute, RouteData, SSRManifest } from 'astro';
import { besidePage } from './data/beside-page.ts';
import { Withheld, withholdItems } from './data/portal.ts';
import { emblem, governed, officeIds, readSitus } from './data/settings.ts';
import { allSops } from './data/sops.ts';
import { owners } from './owners.ts';

export { touched } from './data/touched.ts';

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
 * The same pages as a server's (decision 41): of a page that is rendered beforehand Astro wants all addresses before
 * it renders one of them, which costs what exists.
 */
const pages = new Pages(
  {
    ...prerendered.manifest,
    pageMap: loadedOnce(prerendered.manifest.pageMap ?? new Map()),
    serverLike: true,
    logLevel: 'silent',
  },
  false,
);

type PageMap = NonNullable<SSRManifest['pageMap']>;

/** Astro imports the code of a page for each address of it. */
function loadedOnce(pageMap: PageMap): PageMap {
  return new Map(
    [...pageMap].map(([component, load]) => {
      let loading: ReturnType<typeof load> | undefined;
      return [component, () => (loading ??= load())];
    }),
  );
}

/** The one page that is a file: hosts look for it under that name. */
const notFound = { pathname: '/404', address: '/404.html' };

/**
 * Reads what does not depend on anything published: the pages' code and the office's settings. A publisher has this
 * done while it still looks at what there is to publish.
 */
export async function getReady(): Promise<void> {
  readSitus();
  emblem();
  governed();
  officeIds();
  allSops();
  for (const load of pages.manifest.pageMap?.values() ?? []) await (await load()).page();
}

/** All paths of pages. Astro keeps them as long as the manifest that it was asked with: so it is asked with a copy. */
function pathsOf(routes: SSRManifest['routes']): Promise<PathWithRoute[]> {
  return new StaticPaths({ manifest: { ...prerendered.manifest, routes } }).getAll();
}

/** Every address of the portal. */
export async function addresses(): Promise<string[]> {
  const all = await pathsOf(prerendered.manifest.routes);
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
    const paths = await unlessWithheld(() => pathsOf([route]));
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
  if (pathname === notFound.pathname) return notFound.address;
  const bare = pathname.replace(/\/$/, '');
  return route.type === 'endpoint' ? bare : `${bare}/`;
}

/**
 * Renders one address.
 *
 * @throws where there is no such page, or it cannot be rendered
 */
export async function render(address: string): Promise<Uint8Array> {
  const path = address === notFound.address ? `${notFound.pathname}/` : address;
  const route = await routeOf(path);
  if (route === null) throw new Error('tidak ada halaman di alamat itu');
  return renderAt(path, route);
}

/**
 * The file that holds the bytes of an address, where it is a picture that is made once and kept; null for others, which
 * are rendered. The portal can have the same file: nobody writes to it.
 */
export async function keptAt(address: string): Promise<string | null> {
  if (!/\.(png|avif|webp)$/.test(address)) return null;
  const route = await routeOf(address);
  if (route?.component !== 'src/pages/[...berkas].ts') return null;
  const file = await besidePage(address);
  return 'kept' in file ? file.kept : null;
}

async function renderAt(path: string, route: RouteData): Promise<Uint8Array> {
  const routeData = { ...route, prerender: false };
  const response = await pages.render(requestOf(path, route), { routeData });
  if (!response.ok && route.pathname !== notFound.pathname)
    throw new Error(`jawabannya ${response.status}, bukan halaman`);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (route.type === 'page' && bytes.includes('/_image/?href='))
    throw new Error('gambar dari astro:assets hanya untuk halaman yang tidak memuat butir (keputusan 41)');
  return bytes;
}

/** As the build asks for it: with a slash even after a file, where its route has no suffix. */
function requestOf(path: string, { pattern }: RouteData): Request {
  const { base, site } = pages.manifest;
  const slash = path.endsWith('/') || pattern.test(path) ? '' : '/';
  return new Request(new URL(`${base.replace(/\/$/, '')}${encodeURI(path)}${slash}`, site));
}

/** The page that a path belongs to: the first in Astro's order whose route fits and that has it. */
async function routeOf(path: string): Promise<RouteData | null> {
  const isPage = path.endsWith('/');
  for (const { routeData } of pages.manifest.routes) {
    const { type, pathname, pattern, component } = routeData;
    if ((type === 'endpoint') === isPage) continue;
    const isFitting =
      pathname === undefined
        ? pattern.test(path) || pattern.test(`${path}/`)
        : pathname === path || `${pathname}/` === path;
    if (isFitting && (await (owners[component]?.(path) ?? true))) return routeData;
  }
  return null;
}
