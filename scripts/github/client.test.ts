import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClient } from './client.ts';
import { statusOf, type Client } from './read/client.ts';

let seen: IncomingMessage[] = [];
let client: Client;
let host: string;
const server = createServer((request, response) => {
  seen.push(request);
  if (request.url?.endsWith('/diam')) return;
  if (request.url?.endsWith('/separuh')) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"data":');
    return;
  }
  const status = Number(/(\d{3})$/.exec(request.url ?? '')?.[1] ?? 200);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(status === 200 ? { data: { ok: true } } : { message: 'tidak' }));
});

beforeEach(async () => {
  seen = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  host = `127.0.0.1:${port}`;
  client = createClient({ ...impatient(), retryAfter: 1000, patience: 30_000 });
});
afterEach(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

const impatient = () => ({
  baseUrl: `http://${host}/api/v3`,
  token: 't',
  isPaced: false,
  retryAfter: 1,
  patience: 100,
});

it('names the version of the API, for REST and GraphQL', async () => {
  await client.request('GET /satu', {});
  await client.graphql('{viewer{login}}', {});
  expect(seen.map(({ url, headers }) => [url, headers['x-github-api-version']])).toEqual([
    ['/api/v3/satu', '2022-11-28'],
    ['/api/graphql', '2022-11-28'],
  ]);
});

it.each([405, 409, 422])('asks once where the answer is %d', async (status) => {
  const failure = await client.request(`PUT /x/${status}`, {}).catch((error: unknown) => error);
  expect([statusOf(failure), seen.length]).toEqual([status, 1]);
});

it.each(['diam', 'separuh'])(
  'waits no longer than it has patience, asks again as after a fault of the server, and says so: /%s',
  async (path) => {
    const failure = (await createClient(impatient())
      .request(`GET /${path}`, {})
      .catch((error: unknown) => error)) as Error;
    expect([failure.message, statusOf(failure), seen.length]).toEqual([
      `${host} tidak menjawab dalam 0.1 detik.`,
      500,
      4,
    ]);
  },
);

it('what must not be sent twice is not sent again after an answer that did not come', async () => {
  const sent = createClient(impatient()).request('POST /diam', { request: { retries: 0 } });
  await expect(sent).rejects.toThrow(`${host} tidak menjawab dalam 0.1 detik.`);
  expect(seen).toHaveLength(1);
});

it('an answer without a body, and one that is no success, come as they are', async () => {
  const [gone, none] = await Promise.all([
    client.request('GET /x/404', {}).catch((error: unknown) => error),
    client.request('GET /x/204', {}),
  ]);
  expect([statusOf(gone), none.status]).toEqual([404, 204]);
});
