import { notFound } from '../http/api-error.ts';
import type { ApiApp } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { addressesOf } from '../shape/addresses.ts';
import { accountJson } from '../shape/people.ts';

/** `user`, `users`, `search/issues`, `rate_limit`: what lies outside the repository. */
export function mountUsers(app: ApiApp, local: Local): void {
  app.get('/user', (c) => c.json(accountJson(local, addressesOf(c, local), c.get('account'))));

  app.get('/users/:login', (c) => {
    const login = c.req.param('login').toLowerCase();
    const account = [...local.accounts, local.app].find((one) => one.login.toLowerCase() === login);
    if (!account) throw notFound();
    return c.json(accountJson(local, addressesOf(c, local), account));
  });

  // Decap asks twice per publication and goes on without an answer; nothing else needs it.
  app.get('/search/issues', (c) =>
    c.json({ total_count: 0, incomplete_results: false, search_type: 'lexical', items: [] }),
  );
}
