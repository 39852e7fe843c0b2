import type { Hono } from 'hono';
import { z } from 'zod';
import { notFound } from '../http/api-error.ts';
import { isLoopback } from '../http/protocol.ts';
import type { ApiApp } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { addressesOf } from '../shape/addresses.ts';
import { appJson } from '../shape/people.ts';
import { convertManifest, takeManifest } from '../store/app-manifest.ts';

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

/** The code of a manifest becomes the app; the code itself is the secret. Mounted before tokens are asked for. */
export function mountConversions(api: ApiApp, local: Local): void {
  api.post('/app-manifests/:code/conversions', (c) => {
    const pem = convertManifest(local, c.req.param('code'));
    if (pem === undefined) throw notFound();
    const secrets = { client_id: 'Iv1.paraf', client_secret: 'rahasia-contoh', webhook_secret: null };
    return c.json({ ...appJson(local, addressesOf(c, local)), ...secrets, pem }, 201);
  });
}
