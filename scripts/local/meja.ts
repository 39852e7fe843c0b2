import { Hono } from 'hono';
import type { MejaConfig } from '../../site/src/meja/config.ts';
import type { Local } from './local.ts';

/** What the review desk asks at its start: the repository, the app's account, and the demo's own time. */
export function mejaConfig(local: Local): MejaConfig {
  return { repo: `${local.owner}/${local.name}`, app: local.app.id, now: local.now() };
}

/** `/meja/config.json`, made anew at each question. */
export function mejaRoutes(local: Local): Hono {
  const routes = new Hono();
  routes.get('/meja/config.json', (context) => {
    context.header('Cache-Control', 'no-store');
    return context.json(mejaConfig(local));
  });
  return routes;
}
