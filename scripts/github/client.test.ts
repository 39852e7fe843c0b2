import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClient } from './client.ts';
import { statusOf, type Client } from './read/client.ts';

let seen: IncomingMessage[] = [];
let client: Client;
const server = createServer((request, response) => {
  seen.push(request);
  const status = Number(/(\d{3})$/.exec(request.url ?? '')?.[1] ?? 200);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(status === 200 ? { data: { ok: true } } : { message: 'tidak' }));
});

beforeEach(async () => {
  seen = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  client = createClient({ baseUrl: `http://127.0.0.1:${port}/api/v3`, token: 't', isPaced: false });
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

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
