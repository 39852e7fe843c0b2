import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { Local } from '../local.ts';
import { listPeople } from '../people.ts';
import { refusalPage, signInPage } from './page.ts';

const own = ["'self'"];
const nothing = ["'none'"];

/**
 * GitHub's side of signing in: the page on which one agrees, and the address that turns codes into tokens. Without a
 * client the page is the demo's own popup, which hands a demo token to Decap or Meja directly.
 */
export function mountSignIn(app: Hono, local: Local): void {
  app.use(
    '/login/oauth/*',
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: nothing,
        scriptSrc: own,
        styleSrc: own,
        imgSrc: own,
        baseUri: nothing,
        formAction: nothing,
        frameAncestors: nothing,
      },
      // The popup talks with the window that opened it; isolating it would cut that.
      crossOriginOpenerPolicy: 'unsafe-none',
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
    }),
  );

  app.get('/login/oauth/authorize', async (c) => {
    c.header('Cache-Control', 'no-store');
    const query = new URL(c.req.url).searchParams;
    if (query.has('client_id')) {
      const asked = local.oauth.read(query);
      if (typeof asked === 'string') return c.html(refusalPage(asked), 404);
    }
    return c.html(signInPage(await listPeople(local), local.accounts));
  });

  // Agreed: GitHub sends the browser on with a code.
  app.get('/login/oauth/setuju', (c) => {
    c.header('Cache-Control', 'no-store');
    const query = new URL(c.req.url).searchParams;
    const asked = local.oauth.read(query);
    const account = local.accounts.find(({ login }) => login === query.get('akun'));
    if (typeof asked === 'string' || account === undefined)
      return c.html(refusalPage(typeof asked === 'string' ? asked : 'Akun itu tidak ada.'), 404);
    return c.redirect(local.oauth.grant(asked, account.id), 302);
  });

  app.post('/login/oauth/access_token', bodyLimit({ maxSize: 10_000 }), async (c) => {
    const text = await c.req.text();
    const isJson = (c.req.header('Content-Type') ?? '').includes('json');
    const fields = new URLSearchParams(isJson ? entriesOf(text) : text);
    const answer = local.oauth.exchange(fields);
    c.header('Cache-Control', 'no-store');
    if ((c.req.header('Accept') ?? '').includes('json')) return c.json(answer);
    const form = new URLSearchParams(Object.entries(answer).map(([name, value]) => [name, String(value)]));
    return c.body(form.toString(), 200, { 'Content-Type': 'application/x-www-form-urlencoded' });
  });

  const file = (name: string, type: string) => {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8');
    app.get(`/login/oauth/${name}`, (c) => c.body(text, 200, { 'Content-Type': type }));
  };
  file('masuk.js', 'text/javascript; charset=utf-8');
  file('masuk.css', 'text/css; charset=utf-8');
}

function entriesOf(json: string): [string, string][] {
  try {
    const value: unknown = JSON.parse(json);
    return Object.entries(value ?? {}).map(([name, field]) => [name, String(field)]);
  } catch {
    return [];
  }
}
