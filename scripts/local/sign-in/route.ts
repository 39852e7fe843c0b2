import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Local } from '../local.ts';
import { listPeople } from '../people.ts';
import { signInPage } from './page.ts';

const own = ["'self'"];
const nothing = ["'none'"];

/** `/login/oauth/authorize`: the popup of Decap and Meja. */
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
    return c.html(signInPage(await listPeople(local), local.accounts));
  });

  const file = (name: string, type: string) => {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8');
    app.get(`/login/oauth/${name}`, (c) => c.body(text, 200, { 'Content-Type': type }));
  };
  file('masuk.js', 'text/javascript; charset=utf-8');
  file('masuk.css', 'text/css; charset=utf-8');
}
