import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { ApiError, notFound } from '../http/api-error.ts';
import { isLoopback } from '../http/protocol.ts';
import type { ApiApp } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { addressesOf } from '../shape/addresses.ts';
import { ownerJson } from '../shape/repository.ts';
import { appJson } from '../shape/people.ts';
import { appKeys, convertManifest, isAppToken, takeManifest, type AppKeys } from '../store/app-keys.ts';

const wantedManifest = z.object({
  name: z.string().min(1).max(34),
  url: z.url(),
  redirect_url: z.url(),
  default_permissions: z.record(z.string(), z.string()).default({}),
  default_events: z.array(z.string()).default([]),
});

/**
 * The page of github.com that takes a manifest. There a person looks and agrees; here the app is there already, and
 * only gets its rights and a key. Pages of this machine alone may send one, and it goes back to this machine alone.
 */
export function mountManifest(app: Hono, local: Local): void {
  app.post('/organizations/:org/settings/apps/new', async (c) => {
    const origin = c.req.header('Origin') ?? '';
    const form = await c.req.parseBody();
    const parsed = wantedManifest.safeParse(jsonOf(form['manifest']));
    if (c.req.param('org') !== local.owner || !isHere(origin) || !parsed.success)
      return c.text('Manifes aplikasi tidak dapat diterima.', 422);
    const back = new URL(parsed.data.redirect_url);
    if (!isLoopback(back.hostname)) return c.text('Alamat kembali harus di komputer ini.', 422);
    back.searchParams.set('code', takeManifest(local, parsed.data));
    back.searchParams.set('state', c.req.query('state') ?? '');
    return c.redirect(back.href);
  });
}

function isHere(origin: string): boolean {
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

/** What the app asks with its own key instead of a token. Mounted before tokens are asked for. */
export function mountApps(api: ApiApp, local: Local): void {
  api.post('/app-manifests/:code/conversions', (c) => {
    const made = convertManifest(local, c.req.param('code'));
    if (!made) throw notFound();
    const secrets = { client_id: 'Iv1.paraf', client_secret: 'rahasia-contoh', webhook_secret: null };
    return c.json({ ...ownApp(c, local, made.keys), ...secrets, pem: made.pem }, 201);
  });

  api.get('/app', (c) => c.json(ownApp(c, local, requireApp(c, local))));

  api.get(`/repos/${local.owner}/${local.name}/installation`, (c) =>
    c.json(installationJson(c, local, requireApp(c, local))),
  );

  api.post('/app/installations/:id/access_tokens', (c) => {
    requireApp(c, local);
    if (c.req.param('id') !== '1') throw notFound();
    const hour = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, '');
    return c.json({ token: local.appToken, expires_at: hour, repository_selection: 'selected' }, 201);
  });
}

function requireApp(c: Context, local: Local): AppKeys {
  const token = /^bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
  const keys = appKeys(local);
  if (keys === null || !isAppToken(local, token))
    throw new ApiError(401, 'A JSON web token could not be decoded');
  return keys;
}

function ownApp(c: Context, local: Local, { default_permissions, default_events }: AppKeys) {
  const at = addressesOf(c, local);
  return {
    ...appJson(local, at),
    owner: ownerJson(local, at),
    html_url: `${new URL(at.html).origin}/apps/paraf`,
    permissions: default_permissions,
    events: default_events,
  };
}

export function installationJson(c: Context, local: Local, { default_permissions, default_events }: AppKeys) {
  const at = addressesOf(c, local);
  const made = '2026-01-01T00:00:00Z';
  return {
    id: 1,
    account: ownerJson(local, at),
    app_id: local.app.id,
    app_slug: 'paraf',
    target_id: 1,
    target_type: 'Organization',
    repository_selection: 'selected',
    access_tokens_url: `${at.api}/app/installations/1/access_tokens`,
    repositories_url: `${at.api}/installation/repositories`,
    html_url: `${new URL(at.html).origin}/organizations/${local.owner}/settings/installations/1`,
    permissions: default_permissions,
    events: default_events,
    single_file_name: null,
    created_at: made,
    updated_at: made,
    suspended_by: null,
    suspended_at: null,
  };
}
