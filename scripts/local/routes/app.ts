import { appNumber, installationNumber } from '../accounts.ts';
import { eventsOf, narrowed, permissionsOf } from '../app/permissions.ts';
import { invalid, notFound } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import type { ApiApp } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { addressesOf, type Addresses } from '../shape/addresses.ts';
import { appJson } from '../shape/people.ts';
import { ownerJson } from '../shape/repository.ts';
import { requireWrite } from '../rules.ts';
import { numberOf } from './revisions.ts';

/** `app`, `app/installations/…`: what the app's own signature opens. */
export function mountApp(app: ApiApp, local: Local): void {
  app.get('/app', (c) => c.json(appJson(local, addressesOf(c, local))));

  app.post('/app/installations/:id/access_tokens', async (c) => {
    if (numberOf(c.req.param('id')) !== installationNumber) throw notFound();
    const body = await readBody(c);
    const names = body.textList('repositories');
    if (names.some((name) => name !== local.name))
      throw invalid(
        'InstallationToken',
        'repositories',
        'There is at least one repository that does not exist or is not accessible to the parent installation.',
      );
    const permissions = narrowed(body.get('permissions'), permissionsOf(local));
    const { token, expiresAt } = local.installationTokens.make(permissions);
    return c.json(
      { token, expires_at: expiresAt, permissions, repository_selection: 'selected' as const },
      201,
    );
  });
}

/** `installation` and `dispatches` of the repository. */
export function mountInstallation(app: ApiApp, local: Local): void {
  app.get('/installation', (c) => c.json(installationJson(local, addressesOf(c, local))));

  app.post('/dispatches', async (c) => {
    const account = c.get('account');
    requireWrite(account);
    const event = (await readBody(c)).text('event_type');
    if (event.length > 100) throw invalid('Dispatch', 'event_type', 'event_type is too long');
    local.announce({ event: 'repository_dispatch', action: event, by: account.id });
    return c.body(null, 204);
  });
}

export function installationJson(local: Local, at: Addresses) {
  const created = '2026-01-01T00:00:00Z';
  const url = `${at.api}/app/installations/${installationNumber}`;
  return {
    id: installationNumber,
    account: ownerJson(local, at),
    repository_selection: 'selected',
    access_tokens_url: `${url}/access_tokens`,
    repositories_url: `${at.api}/installation/repositories`,
    html_url: `${at.html}/settings/installations/${installationNumber}`,
    app_id: appNumber,
    app_slug: 'paraf',
    target_id: 1,
    target_type: 'Organization',
    permissions: permissionsOf(local),
    events: eventsOf(local),
    single_file_name: null,
    suspended_by: null,
    suspended_at: null,
    created_at: created,
    updated_at: created,
  };
}
