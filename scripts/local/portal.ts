import { Hono } from 'hono';
import { searchPolicy } from '../../site/src/cari/policy.ts';
import { portalPolicy, staticSite } from './static.ts';

/** The same request, to a folder of its own. */
export function below(request: Request, start: string): Request {
  const address = new URL(request.url);
  address.pathname = address.pathname.slice(start.length);
  return new Request(address, request);
}

/**
 * The portal as the public has it: its pages, and the index of its search, which follows them in a folder of its own.
 *
 * @param site folder of the pages that are shown now; null while there is none
 * @param search folder of the index
 */
export function portalRoutes(site: () => string | null, search: string): Hono {
  const routes = new Hono();
  // The one page that may start the engine of the search (decision 0034).
  const found = staticSite(site, `${searchPolicy}; frame-ancestors 'none'`);
  routes.get('/cari/', (context) => found.fetch(context.req.raw));
  const index = staticSite(() => search, portalPolicy);
  routes.get('/cari/indeks/*', (context) => index.fetch(below(context.req.raw, '/cari/indeks')));
  routes.route('/', staticSite(site, portalPolicy));
  return routes;
}
