import { ApiError, notFound } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import type { ApiApp } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { requireAdmin } from '../rules.ts';
import { addressesOf } from '../shape/addresses.ts';
import { organisationJson, repositoryJson } from '../shape/repository.ts';
import { appManifest } from '../store/app-manifest.ts';
import { changeRepository, organisationPlan, repositorySettings } from '../store/repository-settings.ts';
import { installationJson } from './app.ts';

/** The organisation: its plan, its one repository, its one app. */
export function mountOrganisation(app: ApiApp, local: Local): void {
  app.get('/orgs/:org', (c) => {
    requireOwn(local, c.req.param('org'));
    const at = addressesOf(c, local);
    const plan = { name: organisationPlan(local), space: 0, private_repos: 0 };
    return c.json({
      ...organisationJson(local, at),
      html_url: new URL(at.html).origin,
      has_organization_projects: false,
      has_repository_projects: false,
      public_repos: repositorySettings(local).exists ? 1 : 0,
      public_gists: 0,
      followers: 0,
      following: 0,
      type: 'Organization',
      created_at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-01T00:00:00Z',
      archived_at: null,
      // Only who owns the organisation is told its plan.
      ...(c.get('account').permission === 'admin' ? { plan } : {}),
    });
  });

  app.post('/orgs/:org/repos', async (c) => {
    requireOwn(local, c.req.param('org'));
    requireAdmin(c.get('account'));
    const body = await readBody(c);
    const name = body.text('name');
    if (name !== local.name)
      throw new ApiError(422, `Local server: it has one repository, named ${local.name}.`);
    if (repositorySettings(local).exists)
      throw new ApiError(422, 'Repository creation failed.', [
        {
          resource: 'Repository',
          field: 'name',
          code: 'custom',
          message: 'name already exists on this account',
        },
      ]);
    changeRepository(local, { exists: true, private: body.flag('private') });
    return c.json(repositoryJson(local, addressesOf(c, local), c.get('account')), 201);
  });

  app.get('/orgs/:org/installations', (c) => {
    requireOwn(local, c.req.param('org'));
    requireAdmin(c.get('account'));
    const installations = appManifest(local) === null ? [] : [installationJson(local, addressesOf(c, local))];
    return c.json({ total_count: installations.length, installations });
  });
}

function requireOwn(local: Local, org: string | undefined): void {
  if (org?.toLowerCase() !== local.owner.toLowerCase()) throw notFound();
}
