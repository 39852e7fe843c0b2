import { expect, it } from 'vitest';
import { appAccount } from '../../local/accounts.ts';
import { appEvents } from '../setup/description.ts';
import { signedDelivery } from '../testing/postman.ts';
import { publishedExamples, type PublishedExample } from '../testing/published-examples.ts';
import { openDeliveries } from './deliveries.ts';
import { webhookRoutes } from './webhook.ts';
import type { Work } from './work.ts';

const secret = 'rahasia-webhook-untuk-pengujian-saja';
const published = publishedExamples();

/** What the intake of the repository that an example is about makes of it. */
async function taken({ event, payload }: PublishedExample) {
  const [owner = '', repo = ''] = (payload.repository?.full_name ?? 'diskominfo/portal').split('/');
  const begun: Work[] = [];
  const lines: string[] = [];
  const routes = webhookRoutes({
    secret,
    repository: { owner, repo },
    app: appAccount.id,
    deliveries: openDeliveries(null),
    begin: (work) => begun.push(work),
    log: (line) => lines.push(line),
  });
  const { headers, body } = signedDelivery(event, payload, 'contoh-1', secret);
  const response = await routes.request('/webhook', { method: 'POST', headers, body });
  return { status: response.status, begun, lines };
}

it('there are examples of every event that the app subscribes to', () => {
  expect(published.length).toBeGreaterThan(300);
  const events = new Set(published.map(({ event }) => event));
  expect(appEvents.filter((event) => !events.has(event))).toEqual([]);
});

it('the intake takes every one, and looks at the pull request that it is about', async () => {
  const looks: Record<string, Work[][]> = {};
  for (const example of published) {
    const { status, begun, lines } = await taken(example);
    expect({ ...example, status, lines }).toEqual({ ...example, status: 202, lines: [] });
    if (begun.length > 0) (looks[example.event] ??= []).push(begun);
  }
  const pull = [{ kind: 'pull', number: 2 }];
  // The comments among them are on issues, and the pushes to branches that are nobody's business.
  expect(looks).toEqual({
    pull_request: Array.from({ length: 29 }, () => pull),
    pull_request_review: Array.from({ length: 4 }, () => pull),
    check_suite: [pull, pull],
  });
});
