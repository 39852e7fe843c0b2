import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { appAccount } from '../../local/accounts.ts';
import { openOffice, place, type Office } from '../../local/testing/office.ts';
import { openPostman, signedDelivery, type Delivery, type Postman } from '../testing/postman.ts';
import { openDeliveries } from './deliveries.ts';
import { webhookRoutes } from './webhook.ts';
import type { Work } from './work.ts';

const secret = 'rahasia-webhook-untuk-pengujian-saja';

/** Deliveries as the local server sends them. */
let office: Office;
let postman: Postman;
let pull: number;
beforeAll(async () => {
  office = await openOffice();
  postman = await openPostman();
  office.server.deliverTo(postman.address, secret);
  const draft = await office.draft('peliput', 'kiriman');
  pull = draft.number;
  await office.as('pengolah-satu').rest.pulls.createReview({
    ...place,
    pull_number: pull,
    event: 'REQUEST_CHANGES',
    body: 'Nama salah.',
  });
  await office.as('peliput').rest.issues.createComment({ ...place, issue_number: pull, body: 'Siap.' });
  const next = await office.commit('app', await office.main(), { 'lain.md': 'x\n' });
  await office.call('app', 'PATCH', '/git/refs/heads/main', { sha: next });
  const wanted = ['pull_request', 'pull_request_review', 'issue_comment', 'push'];
  await vi.waitFor(() => {
    for (const event of wanted) expect(of(event)).toBeDefined();
  }, 10_000);
});
afterAll(async () => {
  await office.stop();
  await postman.stop();
});

let begun: Work[];
let lines: string[];
let routes: ReturnType<typeof webhookRoutes>;
beforeEach(() => {
  begun = [];
  lines = [];
  routes = webhookRoutes({
    secret,
    repository: place,
    app: appAccount.id,
    deliveries: openDeliveries(null),
    begin: (work) => begun.push(work),
    log: (line) => lines.push(line),
  });
});

const of = (event: string) => postman.deliveries.find(({ headers }) => headers['x-github-event'] === event)!;
const signed = (body: string, key = secret) =>
  `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
const send = async ({ headers, body }: Delivery) => {
  const response = await routes.request('/webhook', { method: 'POST', headers, body });
  return [response.status, await response.text()] as const;
};
const without = (delivery: Delivery, ...names: readonly string[]): Delivery => ({
  ...delivery,
  headers: Object.fromEntries(Object.entries(delivery.headers).filter(([name]) => !names.includes(name))),
});
const changed = (delivery: Delivery, headers: Readonly<Record<string, string>>): Delivery => ({
  ...delivery,
  headers: { ...delivery.headers, ...headers },
});

const notOurs =
  'Tanda tangan X-Hub-Signature-256 tidak ada atau tidak cocok. Samakan rahasia webhook di GitHub App dengan PARAF_WEBHOOK_SECRET.';

describe('what counts as sent by GitHub', () => {
  const header = 'x-hub-signature-256';
  const body = () => of('pull_request').body;
  const table: readonly (readonly [string, (delivery: Delivery) => Delivery])[] = [
    ['no signature', (d) => without(d, header, 'x-hub-signature')],
    ['only the old SHA-1 signature', (d) => without(d, header)],
    ['a SHA-1 in the place of SHA-256', (d) => changed(d, { [header]: d.headers['x-hub-signature']! })],
    [
      'SHA-512, which we did not agree on',
      (d) => changed(d, { [header]: `sha512=${createHmac('sha512', secret).update(body()).digest('hex')}` }),
    ],
    ['another secret', (d) => changed(d, { [header]: signed(body(), 'tebakan') })],
    ['an empty secret', (d) => changed(d, { [header]: signed(body(), '') })],
    ['the signature of another body', (d) => ({ ...d, body: d.body.replace('"number":1', '"number":2') })],
    ['a space added to the body', (d) => ({ ...d, body: `${d.body} ` })],
    ['a shortened signature', (d) => changed(d, { [header]: signed(body()).slice(0, -2) })],
    ['a lengthened signature', (d) => changed(d, { [header]: `${signed(body())}00` })],
    ['capital letters', (d) => changed(d, { [header]: `sha256=${signed(body()).slice(7).toUpperCase()}` })],
    ['nothing but the name of the algorithm', (d) => changed(d, { [header]: 'sha256=' })],
    ['two signatures', (d) => changed(d, { [header]: `${signed('x')}, ${signed(body())}` })],
  ];
  it.each(table)('not: %s', async (_, forge) => {
    expect(await send(forge(of('pull_request')))).toEqual([401, notOurs]);
    expect(begun).toEqual([]);
  });

  it('what the local server signs with our secret', async () => {
    expect(await send(of('pull_request'))).toEqual([202, 'Diterima.']);
    expect(begun).toEqual([{ kind: 'pull', number: pull }]);
  });

  it('a flood of refusals is one line, with its reason and no secret', async () => {
    for (let i = 0; i < 50; i += 1) await send(without(of('push'), 'x-hub-signature-256'));
    expect(lines).toEqual([
      'Kiriman webhook ditolak: tanda tangannya tidak cocok (1 sejak catatan terakhir).',
    ]);
  });
});

describe('what a delivery asks for', () => {
  it.each([
    ['pull_request', () => [{ kind: 'pull', number: pull }]],
    ['pull_request_review', () => [{ kind: 'pull', number: pull }]],
    ['issue_comment', () => [{ kind: 'pull', number: pull }]],
  ])('%s: another look', async (event, expected) => {
    expect((await send(of(event)))[0]).toBe(202);
    expect(begun).toEqual(expected());
  });

  const told = (event: string, payload: object, id = 'a-1') => signedDelivery(event, payload, id, secret);
  const repository = { full_name: 'diskominfo/portal' };
  const sender = { id: 1003 };
  const nothing: readonly (readonly [string, string, object])[] = [
    ['a ping', 'ping', { repository, zen: 'x' }],
    [
      'what the app did itself',
      'pull_request',
      { repository, sender: { id: appAccount.id }, pull_request: { number: 1 } },
    ],
    [
      'another repository of the same app',
      'pull_request',
      { repository: { full_name: 'lain/lain' }, sender, pull_request: { number: 1 } },
    ],
    ['no repository', 'pull_request', { sender, pull_request: { number: 1 } }],
    ['a comment on an issue', 'issue_comment', { repository, sender, issue: { number: 1 } }],
    ['a push to a draft', 'push', { repository, sender, ref: 'refs/heads/cms/berita/x' }],
    ['a number that is none', 'pull_request', { repository, sender, pull_request: { number: '1' } }],
    ['a negative number', 'pull_request', { repository, sender, pull_request: { number: -1 } }],
    ['a list where an object is meant', 'pull_request', [{ repository, pull_request: { number: 1 } }]],
    [
      'a check that merely ran',
      'check_run',
      { repository, sender, action: 'completed', check_run: { pull_requests: [{ number: 1 }] } },
    ],
  ];
  it.each(nothing)('nothing: %s', async (_, event, payload) => {
    expect(await send(told(event, payload))).toEqual([202, 'Diterima; tidak ada yang perlu dilihat.']);
    expect(begun).toEqual([]);
  });

  it('a push of somebody else to main or to the ledger: the watch over main', async () => {
    for (const [i, branch] of ['main', 'paraf'].entries())
      await send(told('push', { repository, sender, ref: `refs/heads/${branch}` }, `p-${i}`));
    expect(begun).toEqual([{ kind: 'main' }, { kind: 'main' }]);
  });

  it('“Re-run” on a check: another look at each pull request of it', async () => {
    const check_run = { pull_requests: [{ number: 3 }, { number: 5 }] };
    await send(told('check_run', { repository, sender, action: 'rerequested', check_run }));
    expect(begun).toEqual([
      { kind: 'pull', number: 3 },
      { kind: 'pull', number: 5 },
    ]);
  });

  it.each([
    [
      'no JSON',
      'isi bukan JSON',
      {},
      'Isi bukan JSON. Pilih jenis isi application/json di pengaturan webhook.',
    ],
    [
      'no number',
      '{}',
      { 'x-github-delivery': '' },
      'Tajuk X-GitHub-Delivery atau X-GitHub-Event tidak ada atau tidak terbaca.',
    ],
    [
      'a number with line breaks',
      '{}',
      { 'x-github-delivery': 'a b' },
      'Tajuk X-GitHub-Delivery atau X-GitHub-Event tidak ada atau tidak terbaca.',
    ],
  ])('refused, signed as it is: %s', async (_, body, headers, words) => {
    const delivery = changed(
      { ...told('push', {}), body },
      { 'x-hub-signature-256': signed(body), ...headers },
    );
    expect(await send(delivery)).toEqual([400, words]);
  });
});

describe('each delivery once', () => {
  it('the same one again begins nothing, also out of another order', async () => {
    const [first, second] = [of('pull_request'), of('issue_comment')];
    for (const delivery of [second, first, first, second]) await send(delivery);
    expect(begun).toHaveLength(2);
    expect(await send(first)).toEqual([202, 'Kiriman ini sudah diterima.']);
  });

  it('a forged repetition does not use up the number of a real one', async () => {
    await send(without(of('pull_request'), 'x-hub-signature-256'));
    expect(await send(of('pull_request'))).toEqual([202, 'Diterima.']);
  });
});

it('too much is not read', async () => {
  const body = 'x'.repeat(4 * 1024 * 1024 + 1);
  expect(await send({ body, headers: { 'x-hub-signature-256': signed(body) } })).toEqual([
    413,
    'Kiriman terlalu besar. Batasnya 4 MB.',
  ]);
});

it('only deliveries are taken at the address', async () => {
  const response = await routes.request('/webhook');
  expect([response.status, response.headers.get('Allow'), await response.text()]).toEqual([
    405,
    'POST',
    'Alamat ini hanya menerima POST dari GitHub.',
  ]);
});
