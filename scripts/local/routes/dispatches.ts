import { invalid } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import type { ApiApp } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { requireWrite } from '../rules.ts';

/** `dispatches`: a request to the repository's own workflows, which whoever listens to changes hears. */
export function mountDispatches(app: ApiApp, local: Local): void {
  app.post('/dispatches', async (c) => {
    const account = c.get('account');
    requireWrite(account);
    const event = (await readBody(c)).text('event_type');
    if (event.length > 100) throw invalid('Dispatch', 'event_type', 'event_type is too long');
    local.announce({ kind: 'dispatch', event, by: account.id });
    return c.body(null, 204);
  });
}
