import { Hono } from 'hono';
import type { AdminConfig } from '../../cms/config.ts';
import { contentConfig, type ConfigSource } from '../publish/admin-config.ts';
import type { Local } from './local.ts';

const main = 'refs/heads/main';

/** What stands on `main` now. */
function mainOf({ repository }: Local): ConfigSource {
  return {
    async names(folder) {
      return ((await repository.tree(`${main}:${folder}`)) ?? []).map(({ name }) => name);
    },
    async file(path) {
      const found = await repository.reader.read(`${main}:${path}`);
      return found?.type === 'blob' ? { oid: found.oid, text: found.content.toString('utf8') } : null;
    },
  };
}

/** What Decap's page asks at its start: the repository, the offices and years that are there, the SOPs, and the time. */
export async function adminConfig(local: Local): Promise<AdminConfig> {
  const tree = mainOf(local);
  return {
    repo: `${local.owner}/${local.name}`,
    ...(await contentConfig(tree, tree)),
    app: local.app.id,
    now: local.now(),
  };
}

/** `/admin/admin-config.json`, made anew at each question. */
export function adminRoutes(local: Local): Hono {
  const routes = new Hono();
  routes.get('/admin/admin-config.json', async (context) => context.json(await adminConfig(local)));
  return routes;
}
