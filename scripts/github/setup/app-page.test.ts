import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice, place, type Office } from '../../local/testing/office.ts';
import { convertCode, installedClient } from './app-keys.ts';
import { openAppPage } from './app-page.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

const open = () =>
  openAppPage({
    owner: 'diskominfo',
    webOrigin: office.url,
    name: 'Paraf <diskominfo>',
    url: office.url,
    webhook: null,
    signIn: null,
  });

/** What a browser would send from the page's one form. */
async function formOf(address: string): Promise<{ action: string; manifest: string }> {
  const html = await (await fetch(address)).text();
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const [, action = ''] = /action="([^"]*)"/.exec(html) ?? [];
  const [, manifest = ''] = /name="manifest" value="([^"]*)"/.exec(html) ?? [];
  return { action: plain(action), manifest: plain(manifest) };
}

test('the form goes to GitHub with exactly the rights of the gate, and its code gives the app once', async () => {
  const page = await open();
  const { action, manifest } = await formOf(page.address);
  expect(action).toMatch(
    new RegExp(`^${office.url}/organizations/diskominfo/settings/apps/new\\?state=[\\w-]{32}$`),
  );
  expect(JSON.parse(manifest)).toEqual({
    name: 'Paraf <diskominfo>',
    url: office.url,
    redirect_url: `${page.address}/kembali`,
    description: 'Menjalankan SOP konten: memeriksa paraf, menggabungkan, dan mencatat.',
    public: false,
    request_oauth_on_install: false,
    default_permissions: {
      checks: 'write',
      contents: 'write',
      issues: 'write',
      metadata: 'read',
      pull_requests: 'write',
      statuses: 'write',
      workflows: 'write',
    },
  });
  const body = new URLSearchParams({ manifest });
  const sent = await fetch(action, {
    method: 'POST',
    body,
    headers: { Origin: new URL(page.address).origin },
  });
  expect([sent.status, await sent.text()]).toEqual([200, expect.stringContaining('Aplikasi sudah dibuat')]);

  const app = await convertCode(`${office.url}/api/v3`, await page.code);
  await page.close();
  expect(app).toMatchObject({ id: 300, slug: 'paraf', page: `${office.url}/apps/paraf` });
  const waiting = { tries: 1, pause: () => Promise.resolve() };
  const client = await installedClient(`${office.url}/api/v3`, app, place, false, waiting);
  expect((await client.request('GET /user', {})).data).toMatchObject({ login: 'paraf[bot]' });
});

test('nobody else answers in GitHub’s place, and the page says nothing to others', async () => {
  const page = await open();
  const { origin } = new URL(page.address);
  const shown = await fetch(page.address);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'strict-origin',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${office.url}`,
  });
  const tries = [
    `${page.address}/kembali?code=abc&state=tebakan`,
    `${page.address}/kembali?code=abc`,
    `${origin}/kembali?code=abc`,
    `${origin}/`,
    page.address.replace('127.0.0.1', 'localhost'),
  ];
  for (const address of tries) expect([address, (await fetch(address)).status]).toEqual([address, 404]);
  let isAnswered = false;
  const done = page.code.then(
    () => (isAnswered = true),
    () => undefined,
  );
  await page.close();
  await done;
  expect(isAnswered).toBe(false);
});

test('a key of another app is told as such, and an app that is not installed too', async () => {
  const other = await openOffice();
  const page = await openAppPage({
    owner: 'diskominfo',
    webOrigin: other.url,
    name: 'Paraf',
    url: other.url,
    webhook: 'https://paraf.example/webhook',
    signIn: 'https://masuk.example/callback',
  });
  const { action, manifest } = await formOf(page.address);
  expect(JSON.parse(manifest)).toMatchObject({
    hook_attributes: { url: 'https://paraf.example/webhook', active: true },
    default_events: ['issue_comment', 'pull_request', 'pull_request_review', 'push'],
    callback_urls: ['https://masuk.example/callback'],
  });
  await fetch(action, {
    method: 'POST',
    body: new URLSearchParams({ manifest }),
    headers: { Origin: new URL(page.address).origin },
  });
  const app = await convertCode(`${other.url}/api/v3`, await page.code);
  await page.close();
  await other.stop();
  const waiting = { tries: 1, pause: () => Promise.resolve() };
  await expect(installedClient(`${office.url}/api/v3`, app, place, false, waiting)).rejects.toThrow(
    'Kunci ini bukan milik aplikasi 300: GitHub menolaknya (401). Buat kunci baru di halaman ' +
      'aplikasi itu (Private keys → Generate a private key), lalu ulangi dengan --kunci.',
  );
});
