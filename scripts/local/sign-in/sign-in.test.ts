import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOffice, type Office } from '../testing/office.ts';
import { demoClient } from './oauth-app.ts';

const pelaksana = `  - { akun: 1010, peran: kepala-dinas, mulai: 2026-11-01, selesai: 2026-11-02, jenis: plh, jabatan: Sekretaris, surat: "1/2026" }
  - { akun: 1010, peran: sekretaris, mulai: 2026-01-01, jenis: definitif, jabatan: Sekretaris, surat: "2/2026" }
  - { akun: 1016, peran: ppid-pendukung, opd: disdik, mulai: 2026-01-01, jenis: definitif, jabatan: PPID, surat: "3/2026" }
  - { akun: 1009, peran: kepala-dinas, mulai: 2026-12-01, jenis: definitif, jabatan: Kepala, surat: "4/2026" }
`;

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  const sha = await office.commit('app', await office.main(), { 'content/pelaksana.yml': pelaksana });
  await office.call('app', 'PATCH', '/git/refs/heads/main', { sha });
});
afterAll(() => office.stop());

test('accounts are listed with the roles that pelaksana.yml on main gives them now', async () => {
  const list = (await (await fetch(`${office.url}/paraf/dev/accounts`)).json()) as { login: string }[];
  const of = (login: string) => list.find((one) => one.login === login);
  expect(of('sekretaris')).toEqual({
    login: 'sekretaris',
    id: 1010,
    peran: ['kepala-dinas', 'sekretaris'],
    opd: null,
    jenis: 'plh',
  });
  expect(of('ppid-disdik')).toMatchObject({ peran: ['ppid-pendukung'], opd: 'disdik', jenis: 'definitif' });
  expect(of('kepala-dinas')).toMatchObject({ peran: [], jenis: null });
});

test('a pelaksana.yml that is broken shows no roles, and stops nothing', async () => {
  const main = await office.main();
  const sha = await office.commit('app', main, { 'content/pelaksana.yml': '- [\n' });
  await office.call('app', 'PATCH', '/git/refs/heads/main', { sha });
  const list = (await (await fetch(`${office.url}/paraf/dev/accounts`)).json()) as { peran: string[] }[];
  expect(list.flatMap((one) => one.peran)).toEqual([]);
  const back = await office.commit('app', sha, { 'content/pelaksana.yml': pelaksana });
  await office.call('app', 'PATCH', '/git/refs/heads/main', { sha: back });
});

test('the page runs no script but its own file', async () => {
  const page = await fetch(`${office.url}/login/oauth/authorize?provider=github&site_id=x&scope=repo`);
  expect(page.headers.get('Content-Security-Policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(page.headers.get('Cross-Origin-Opener-Policy')).toBe('unsafe-none');
  expect(page.headers.get('Cache-Control')).toBe('no-store');
  const text = await page.text();
  expect(text).toContain('<html lang="id">');
  expect(text).not.toMatch(/<script(?![^>]*src=)|style=|onclick/);
});

describe('as GitHub, for a sign-in server', () => {
  const callback = 'http://localhost:8081/callback';
  const verifier = 'v'.repeat(43);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const asked = { client_id: demoClient.id, redirect_uri: callback, state: 'keadaan' };
  const pkce = { ...asked, code_challenge: challenge, code_challenge_method: 'S256' };
  const client = { client_id: demoClient.id, client_secret: demoClient.secret };

  const authorize = (query: Readonly<Record<string, string>>) =>
    fetch(`${office.url}/login/oauth/authorize?${new URLSearchParams(query)}`);
  const codeOf = async (query: Readonly<Record<string, string>>) => {
    const address = `${office.url}/login/oauth/setuju?${new URLSearchParams({ ...query, akun: 'peliput' })}`;
    const { headers } = await fetch(address, { redirect: 'manual' });
    return new URL(headers.get('Location')!).searchParams.get('code')!;
  };
  const exchange = async (fields: Readonly<Record<string, string>>) => {
    const response = await fetch(`${office.url}/login/oauth/access_token`, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(fields),
    });
    expect(response.headers.has('Access-Control-Allow-Origin')).toBe(false);
    return (await response.json()) as Record<string, string | number>;
  };
  const works = async (token: unknown) =>
    (await fetch(`${office.url}/api/v3/user`, { headers: { Authorization: `token ${String(token)}` } })).ok;

  test('a code becomes a token that ends after eight hours, and is renewed', async () => {
    const first = await exchange({ ...client, code: await codeOf(pkce), code_verifier: verifier });
    expect(first).toMatchObject({
      expires_in: 28_800,
      refresh_token_expires_in: 15_897_600,
      token_type: 'bearer',
    });
    expect(await works(first['access_token'])).toBe(true);
    const renewal = { ...client, grant_type: 'refresh_token', refresh_token: String(first['refresh_token']) };
    const second = await exchange(renewal);
    expect([await works(first['access_token']), await works(second['access_token'])]).toEqual([false, true]);
    expect(await exchange(renewal)).toMatchObject({ error: 'bad_refresh_token' });
    office.clock.advance(28_800_000);
    expect(await works(second['access_token'])).toBe(false);
  });

  test.each([
    ['no verifier', pkce, {}, 'bad_verification_code'],
    ['another verifier', pkce, { code_verifier: 'w'.repeat(43) }, 'bad_verification_code'],
    ['a wrong secret', pkce, { code_verifier: verifier, client_secret: 'x' }, 'incorrect_client_credentials'],
    [
      'another callback',
      pkce,
      { code_verifier: verifier, redirect_uri: 'http://localhost:1/callback' },
      'redirect_uri_mismatch',
    ],
  ])('no token for %s', async (_, query, fields, error) => {
    expect(await exchange({ ...client, code: await codeOf(query), ...fields })).toMatchObject({ error });
  });

  test('a code is good once, and for ten minutes', async () => {
    const code = await codeOf(pkce);
    const fields = { ...client, code, code_verifier: verifier };
    expect(await exchange(fields)).toHaveProperty('access_token');
    expect(await exchange(fields)).toMatchObject({ error: 'bad_verification_code' });
    const late = await codeOf(pkce);
    office.clock.advance(600_001);
    expect(await exchange({ ...fields, code: late })).toMatchObject({ error: 'bad_verification_code' });
  });

  test.each([
    ['an app that is not there', { ...pkce, client_id: 'lain' }],
    ['a callback elsewhere', { ...pkce, redirect_uri: 'https://jahat.example/callback' }],
    ['plain PKCE', { ...pkce, code_challenge_method: 'plain' }],
  ])('the page refuses %s', async (_, query) => {
    const page = await authorize(query);
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('Tidak dapat masuk')]);
  });

  test('a token is ended by the app that it was given to, and by no other', async () => {
    const { access_token } = await exchange({ ...client, code: await codeOf(pkce), code_verifier: verifier });
    const end = (secret: string) =>
      office.fetch(`${office.url}/api/v3/applications/${demoClient.id}/token`, {
        method: 'DELETE',
        headers: { Authorization: `Basic ${btoa(`${demoClient.id}:${secret}`)}` },
        body: JSON.stringify({ access_token }),
      });
    expect((await end('x')).status).toBe(401);
    expect(await works(access_token)).toBe(true);
    expect([(await end(demoClient.secret)).status, await works(access_token)]).toEqual([204, false]);
    expect((await end(demoClient.secret)).status).toBe(422);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  let stranger: Server;
  beforeAll(async () => {
    // In one process, two windows of two origins end the browser.
    const args = [...chromium.args.filter((arg) => arg !== '--single-process'), '--no-sandbox'];
    const path = process.env['PARAF_BROWSER'] ?? (await chromium.executablePath());
    browser = await playwright.launch({ executablePath: path, args });
    stranger = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>lain</title>');
    }).listen(0);
  });
  afterAll(async () => {
    await browser.close();
    stranger.close();
  });

  /** What Decap does: opens the popup, sends its greeting back, and waits for a token. */
  async function openPopup(page: Page, url: string): Promise<Page> {
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((address) => {
        const received: unknown[] = [];
        Object.assign(window, { received });
        const opened = window.open(address, 'masuk', 'width=500,height=700');
        window.addEventListener('message', (event) => {
          received.push(event.data);
          if (event.data === 'authorizing:github') opened?.postMessage(event.data, event.origin);
        });
      }, url),
    ]);
    return popup;
  }
  const received = (page: Page) =>
    page.evaluate(() => (window as unknown as { received: string[] }).received);

  test('a choice by keyboard hands the token to the page of the same origin', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(`${office.url}/paraf/health`);
    const popup = await openPopup(page, `${office.url}/login/oauth/authorize?provider=github`);
    const button = popup.getByRole('button', { name: /Sekretaris Dinas/ });
    expect(await button.innerText()).toContain('Plh kepala dinas, sekretaris');
    await button.focus();
    await popup.keyboard.press('Enter');
    await page.waitForFunction(() => (window as unknown as { received: string[] }).received.length === 2);
    expect(await received(page)).toEqual([
      'authorizing:github',
      'authorization:github:success:{"token":"demo-sekretaris","provider":"github"}',
    ]);
  });

  test('a page of another origin gets no token', async () => {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${(stranger.address() as AddressInfo).port}/`);
    const popup = await openPopup(page, `${office.url}/login/oauth/authorize?provider=github`);
    await popup
      .getByRole('button', { name: /Kepala Dinas/ })
      .first()
      .click();
    await popup.getByText('Halaman yang membuka jendela ini bukan bagian dari Paraf').waitFor();
    expect(await received(page)).toEqual(['authorizing:github']);
  });

  test('opened by itself it says where to begin', async () => {
    const page = await browser.newPage();
    await page.goto(`${office.url}/login/oauth/authorize`);
    await page.getByText('Buka halaman ini lewat tombol Masuk di /admin/ atau /meja/.').waitFor();
    expect(await page.getByRole('button').first().isDisabled()).toBe(true);
  });
});
