import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoClient } from '../../scripts/local/sign-in/oauth-app.ts';
import { mejaPolicy, originsOf, policyInto } from '../../site/src/meja/policy.ts';
import { launchBrowser } from '../../site/e2e/browser.ts';
import * as decap from '../../site/e2e/decap.ts';
import { repo, startParaf, until, type Paraf } from '../../site/e2e/paraf.ts';
import { adminPolicy } from '../build.ts';

/**
 * Decap and Meja as in production: they sign in through `paraf auth`, a process and an origin of its own, with the local
 * server as GitHub. Only what a host would be given by publishing is put in their way: configuration and policy.
 */
let paraf: Paraf;
let auth: ChildProcess;
let authOrigin: string;
let log = '';
let browser: Browser;
let stranger: Server;

beforeAll(async () => {
  paraf = await startParaf();
  const program = resolve(import.meta.dirname, '../../scripts/cli.ts');
  const port = await freePort();
  authOrigin = `http://localhost:${port}`;
  auth = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'auth'], {
    env: {
      ...process.env,
      PORT: String(port),
      PARAF_MASUK_ALAMAT: authOrigin,
      PARAF_MASUK_ASAL: paraf.origin,
      PARAF_CLIENT_ID: demoClient.id,
      PARAF_CLIENT_SECRET: demoClient.secret,
      GITHUB_SERVER_URL: paraf.origin,
      GITHUB_API_URL: `${paraf.origin}/api/v3`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [auth.stdout!, auth.stderr!])
    stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  await until('the sign-in server', async () => (await fetch(`${authOrigin}/paraf/health`)).ok);
  stranger = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>lain</title>');
  }).listen(0);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  stranger?.close();
  auth?.kill('SIGTERM');
  await paraf?.dispose();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
const strangeOrigin = () => `http://localhost:${(stranger.address() as AddressInfo).port}`;

/** A browser before a portal whose configuration names the sign-in server. */
async function contextOf(viewport: { width: number; height: number }): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, locale: 'id-ID' });
  // Pages that a test hands in do not count as this machine's own, which alone may ask this machine unasked.
  await context.grantPermissions(['local-network-access'], { origin: paraf.origin });
  const config = { repo: 'diskominfo/portal', app: 2000, signInOrigin: authOrigin };
  const withSignIn = async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      json: { ...((await response.json()) as object), signInOrigin: authOrigin },
    });
  };
  const withPolicy = (policy: string, change: (html: string) => string) => async (route: Route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': policy };
    await route.fulfill({ response, headers, body: change(await response.text()) });
  };
  await context.route('**/admin/admin-config.json', withSignIn);
  await context.route('**/meja/config.json', withSignIn);
  const signInOrigin = authOrigin;
  await context.route(
    `${paraf.origin}/admin/`,
    withPolicy(adminPolicy({ signInOrigin }), (html) => html),
  );
  await context.route(
    `${paraf.origin}/meja/`,
    withPolicy(mejaPolicy(originsOf(config)), (html) => policyInto(html, config)),
  );
  return context;
}

/** What a person does in the popup; resolves when it is closed again. Gives the addresses that it went through. */
async function agree(page: Page, press: () => Promise<void>, login: string): Promise<string[]> {
  const [popup] = await Promise.all([page.waitForEvent('popup'), press()]);
  const addresses: string[] = [];
  popup.on('framenavigated', (frame) => addresses.push(frame.url()));
  const closed = popup.waitForEvent('close');
  await popup.locator(`button[data-login="${login}"]`).click();
  await closed;
  return addresses;
}

const userOf = async (token: string) => {
  const response = await fetch(`${paraf.origin}/api/v3/user`, {
    headers: { Authorization: `token ${token}` },
  });
  return response.ok ? ((await response.json()) as { login: string }).login : response.status;
};

test('an editor signs in to Decap, and what is saved is theirs', async () => {
  const context = await contextOf({ width: 1360, height: 900 });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  await page.goto(`${paraf.origin}/admin/`);
  const button = page.getByRole('button', { name: 'Masuk' });
  const addresses = await agree(page, () => button.click(), 'peliput');
  await page.getByRole('link', { name: 'Berita baru' }).waitFor();
  const kept = JSON.parse(await page.evaluate(() => localStorage.getItem('decap-cms-user') ?? '{}')) as {
    token: string;
    sesi: string;
    sampai: number;
  };
  expect(kept).toMatchObject({ token: expect.stringMatching(/^ghu_/) as string, login: 'peliput' });
  for (const secret of [kept.token, 'ghr_']) expect([...addresses, log].join('\n')).not.toContain(secret);

  await decap.newBerita(page, paraf.origin, {
    judul: 'Masuk Lewat Server Kantor',
    opd: 'Dinas Kesehatan',
    tanggal: '2026-11-02',
  });
  await decap.save(page);
  const { data } = await paraf.as('peliput').rest.pulls.list({ ...repo, per_page: 1 });
  expect(data[0]).toMatchObject({
    user: { login: 'peliput' },
    head: { ref: expect.stringContaining('masuk-lewat') as string },
  });
  await context.close();
});

test('an official signs in to Meja on a phone, stays in when the token ends, and goes', async () => {
  const context = await contextOf({ width: 360, height: 740 });
  const page = await context.newPage();
  await context.clock.install();
  await page.goto(`${paraf.origin}/meja/`);
  const button = page.getByRole('button', { name: 'Masuk' });
  await agree(page, () => button.click(), 'kepala-dinas');
  await page.getByRole('heading', { name: /^Menunggu Anda/ }).waitFor();
  const session = async () =>
    JSON.parse(await page.evaluate(() => sessionStorage.getItem('paraf-meja') ?? '{}')) as { token: string };
  const first = (await session()).token;
  expect(await userOf(first)).toBe('kepala-dinas');
  // Nothing that renews it is in the page's reach.
  expect(await page.evaluate(() => document.cookie)).toBe('');

  await page.clock.fastForward('07:51:00');
  const second = await until('a new token', async () => {
    const { token } = await session();
    return token !== first && token;
  });
  expect([await userOf(first), await userOf(second)]).toEqual([401, 'kepala-dinas']);
  await page.getByRole('heading', { name: /^Menunggu Anda/ }).waitFor();

  await page.locator('details.akun summary').click();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await button.waitFor();
  await until('the token to end', async () => (await userOf(second)) === 401);
  expect(await session()).toEqual({});
  await context.close();
});

test('a browser that blocks the popup is told what to do', async () => {
  const context = await contextOf({ width: 360, height: 740 });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto(`${paraf.origin}/meja/`);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page
    .getByText('Peramban menahan jendela masuk. Izinkan jendela sembulan untuk alamat ini, lalu coba lagi.')
    .waitFor();
  await context.close();
});

describe('other windows get nothing', () => {
  /** Opens the popup from a page and writes down all that it is told; answers every greeting, as Decap does. */
  async function openFrom(page: Page): Promise<Page> {
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((address) => {
        const received: unknown[] = [];
        Object.assign(window, { received });
        const opened = window.open(address, 'masuk', 'width=480,height=720');
        Object.assign(window, { opened });
        window.addEventListener('message', (event) => {
          received.push(event.data);
          opened?.postMessage(event.data, '*');
        });
      }, `${authOrigin}/masuk?provider=github&site_id=x&scope=repo`),
    ]);
    return popup;
  }
  const received = (page: Page) =>
    page.evaluate(() => (window as unknown as { received: unknown[] }).received);

  test('a page of another origin is not even greeted, and its own greeting leads nowhere', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 740 } });
    await context.clock.install();
    const page = await context.newPage();
    await page.goto(`${strangeOrigin()}/`);
    const popup = await openFrom(page);
    await popup.waitForLoadState();
    await page.evaluate(() => {
      (window as unknown as { opened: Window }).opened.postMessage('authorizing:github', '*');
    });
    await popup.clock.fastForward(9000);
    await popup.getByText('Halaman yang membuka jendela ini tidak menjawab.').waitFor();
    expect([popup.url().split('?')[0], await received(page)]).toEqual([`${authOrigin}/masuk`, []]);
    await context.close();
  });

  test('a page that takes the place of ours while somebody signs in is told nothing', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${paraf.origin}/paraf/health`);
    const popup = await openFrom(page);
    const button = popup.locator('button[data-login="kepala-dinas"]');
    await button.waitFor();
    await page.goto(`${strangeOrigin()}/`);
    await page.evaluate(() => {
      const received: unknown[] = [];
      Object.assign(window, { received });
      window.addEventListener('message', (event) => received.push(event.data));
    });
    await button.click();
    await popup.getByRole('heading', { name: 'Sudah masuk' }).waitFor();
    await popup.waitForURL(`${authOrigin}/selesai`);
    expect(await received(page)).toEqual([]);
    expect(await popup.content()).not.toContain('ghu_');
    await context.close();
  });

  test('opened by itself it says where to begin', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 740 } });
    await page.goto(`${authOrigin}/masuk`);
    await page
      .getByText(
        'Halaman ini dibuka oleh tombol Masuk di Ruang tulis atau Meja. Tutup halaman ini, lalu masuk dari sana.',
      )
      .waitFor();
    await page.close();
  });
});
