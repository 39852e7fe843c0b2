import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOffice, type Office } from '../testing/office.ts';

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
