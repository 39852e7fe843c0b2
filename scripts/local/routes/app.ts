import { notFound } from '../http/api-error.ts';
import type { ApiApp } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { addressesOf } from '../shape/addresses.ts';
import { appJson, installationJson, installationId } from '../shape/app.ts';
import { numberOf } from './revisions.ts';

/** An hour, by the world's time: octokit, which renews it, knows no other. */
const tokenFor = 3_600_000;

/** What the app asks with a JWT of its key, before it has a token: itself, its installation, and then the token. */
export function mountApp(app: ApiApp, local: Local): void {
  const requireJwt = (header: string | undefined) => local.appKey.requireJwt(header, local.app.id);

  app.get('/app', (c) => {
    requireJwt(c.req.header('Authorization'));
    return c.json(appJson(local, addressesOf(c, local)));
  });

  app.get('/repos/:owner/:repo/installation', (c) => {
    requireJwt(c.req.header('Authorization'));
    const { owner, repo } = c.req.param();
    if (owner !== local.owner || repo !== local.name) throw notFound();
    return c.json(installationJson(local, addressesOf(c, local)));
  });

  app.post('/app/installations/:id/access_tokens', (c) => {
    requireJwt(c.req.header('Authorization'));
    if (numberOf(c.req.param('id')) !== installationId) throw notFound();
    const until = Date.now() + tokenFor;
    const { permissions } = appJson(local, addressesOf(c, local));
    return c.json(
      {
        token: local.tokens.give('ghs_', local.app.id, until),
        expires_at: `${new Date(until).toISOString().slice(0, 19)}Z`,
        permissions,
        repository_selection: 'selected',
      },
      201,
    );
  });
}
