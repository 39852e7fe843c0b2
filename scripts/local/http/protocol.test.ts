import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice, type Office } from '../testing/office.ts';

let office: Office;
let repo: string;
const auth = { Authorization: 'Bearer demo-peliput' };
beforeAll(async () => {
  office = await openOffice();
  repo = `${office.url}/api/v3/repos/diskominfo/portal`;
});
afterAll(() => office.stop());

test('an answer has an ETag, and is not sent again while it is the same', async () => {
  const first = await fetch(`${repo}/branches/main`, { headers: auth });
  const tag = first.headers.get('ETag')!;
  expect(tag).toMatch(/^W\/"[0-9a-f]{64}"$/);
  const second = await fetch(`${repo}/branches/main`, { headers: { ...auth, 'If-None-Match': tag } });
  expect([second.status, await second.text()]).toEqual([304, '']);
  const other = await fetch(`${repo}/branches/main`, { headers: { ...auth, 'If-None-Match': 'W/"lain"' } });
  expect(other.status).toBe(200);
});

test('lists name their other pages on the origin that was asked', async () => {
  for (const name of ['a', 'b', 'c'])
    await office.call('peliput', 'POST', '/labels', { name, color: '000000' });
  const first = await fetch(`${repo}/labels?per_page=1`, { headers: auth });
  expect(first.headers.get('Link')).toBe(
    `<${repo}/labels?per_page=1&page=2>; rel="next", <${repo}/labels?per_page=1&page=3>; rel="last"`,
  );
  const last = await fetch(`${repo}/labels?per_page=1&page=3`, { headers: auth });
  expect(last.headers.get('Link')).toBe(
    `<${repo}/labels?per_page=1&page=2>; rel="prev", <${repo}/labels?per_page=1&page=1>; rel="first"`,
  );
});

test('other origins of this machine may read it, those of the internet not', async () => {
  const from = (Origin: string) =>
    fetch(`${repo}/branches/main`, {
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Method': 'GET' },
    });
  const near = await from('http://127.0.0.1:5555');
  expect(near.headers.get('Access-Control-Allow-Origin')).toBe('http://127.0.0.1:5555');
  expect(near.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
  const far = await from('https://jahat.example');
  expect(far.headers.get('Access-Control-Allow-Origin')).toBeNull();
  const answer = await fetch(`${repo}/branches/main`, { headers: { ...auth, Origin: 'http://localhost:1' } });
  expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('ETag,Link,X-RateLimit-Limit');
  expect(answer.headers.get('X-RateLimit-Remaining')).toBe('4999');
});

test('a name of the internet that points here is refused', async () => {
  const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const { port } = new URL(office.url);
    const call = request({
      port,
      host: '127.0.0.1',
      path: '/paraf/dev/accounts',
      headers: { Host: 'jahat.example' },
    });
    call.on('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    call.on('error', reject);
    call.end();
  });
  expect(answer).toEqual({
    status: 421,
    text: '{"message":"Alamat \\"jahat.example\\" tidak dikenal server ini. Buka lewat http://localhost, atau daftarkan alamatnya."}',
  });
});

test.each([
  [{}, 401, 'Requires authentication'],
  [{ Authorization: 'token demo-siapa' }, 401, 'Bad credentials'],
  [{ Authorization: 'token paraf-0000' }, 401, 'Bad credentials'],
  [{ Authorization: 'Basic demo-peliput' }, 401, 'Bad credentials'],
])('%j is %i', async (headers, status, message) => {
  const answer = await fetch(`${repo}/branches/main`, { headers: headers as Record<string, string> });
  expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([status, message]);
});

test('what is not served says so, and another repository is not there', async () => {
  const get = async (path: string) => {
    const answer = await fetch(`${office.url}/api/v3${path}`, { headers: auth });
    return [answer.status, ((await answer.json()) as { message: string }).message];
  };
  expect(await get('/repos/diskominfo/portal/releases')).toEqual([
    501,
    'Local server: GET /repos/diskominfo/portal/releases is not served. Served routes: scripts/local/DIFFERENCES.md.',
  ]);
  expect(await get('/repos/orang/lain/pulls')).toEqual([404, 'Not Found']);
});
