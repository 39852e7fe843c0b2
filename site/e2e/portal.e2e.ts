import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { radio } from '../src/testing/radio.ts';
import { launchBrowser } from './browser.ts';
import { hostileTitle, openPortal, type Portal } from './portal.ts';

/** The portal as citizens meet it: a built one, served as the office serves it. */
let portal: Portal;
let browser: Browser;
/** What no page may do: fetch from elsewhere, or meet its own policy. */
let strange: string[] = [];

const phone = { viewport: { width: 360, height: 740 } };
const berita = '/berita/2026/11/warga-dan-pegawai-bersihkan-parit/';

beforeAll(async () => {
  portal = await openPortal();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  portal?.stop();
});
afterEach(() => {
  const found = strange;
  strange = [];
  expect(found).toEqual([]);
});

/** A citizen's window at an address. */
async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ ...phone, baseURL: portal.origin, locale: 'id-ID', ...options });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== portal.origin) strange.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) strange.push(message.text());
  });
  await page.goto(path);
  return page;
}

const h1 = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('link', { name }).first().click();

test('a reader on a phone, without JavaScript, finds a news item by its month, and its neighbours', async () => {
  const page = await visit('/', { javaScriptEnabled: false });
  await follow(page, 'Semua berita');
  await follow(page, /^Telusuri menurut arsip bulanan/);
  await follow(page, 'Desember 2025');
  expect(await h1(page)).toBe('Desember 2025');
  await follow(page, 'Lebih lama');
  expect(new URL(page.url()).pathname).toBe('/berita/2025/12/halaman/1/');
  await follow(page, 'Posyandu wilayah 7 membuka penimbangan');
  expect(await h1(page)).toBe('Posyandu wilayah 7 membuka penimbangan');
  await page.getByRole('link', { name: /Berikutnya/ }).click();
  expect(await h1(page)).toBe('Posyandu wilayah 8 membuka penimbangan');
  await page.close();
});

test('a reader finds what an office has published, and reads it with who signed it', async () => {
  const page = await visit('/berita/', { javaScriptEnabled: false });
  await follow(page, 'Dinas Kesehatan');
  expect(new URL(page.url()).pathname).toBe('/berita/opd/dinas-kesehatan/');
  await follow(page, 'Posyandu wilayah 45 membuka penimbangan');
  expect(await h1(page)).toBe('Posyandu wilayah 45 membuka penimbangan');
  const words = await page.getByRole('article').first().innerText();
  for (const part of ['Dinas Kesehatan', 'Waktu baca 1 menit', 'Lembar paraf', 'Tim Pengolah Informasi'])
    expect(words).toContain(part);
  await page.close();
});

test('without JavaScript the menu opens, the search form asks, and nothing shows that would not work', async () => {
  const page = await visit(radio.address, { javaScriptEnabled: false });
  await page.locator('summary', { hasText: 'Menu' }).click();
  await page.getByRole('navigation', { name: 'Utama' }).getByRole('link', { name: 'SOP' }).click();
  expect(await h1(page)).toBe('Prosedur kami');
  await page.locator('summary', { hasText: 'Cari' }).click();
  await page.getByRole('searchbox').fill('imunisasi sore');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/cari/?q=*');
  expect(new URL(page.url()).search).toBe('?q=imunisasi+sore');
  await page.goto(radio.address);
  expect(await page.getByRole('button', { name: 'Salin tautan' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'WhatsApp' }).getAttribute('href')).toMatch(
    /^https:\/\/wa\.me\/\?text=.*https%3A%2F%2Fportal\.example%2Fkampanye%2F2026%2F11%2Fsiaran-radio%2F$/,
  );
  await page.close();
});

test('a sound plays, and its transcript is there for who cannot hear it', async () => {
  const page = await visit(radio.address);
  const seconds = await page.locator('audio').evaluate(
    (audio: HTMLAudioElement) =>
      new Promise<number>((done, fail) => {
        audio.onloadedmetadata = () => done(audio.duration);
        audio.onerror = () => fail(new Error(audio.error?.message));
        audio.load();
        audio.preload = 'metadata';
      }),
  );
  expect(seconds).toBeGreaterThan(1);
  await page.getByText('Transkrip').click();
  await page.getByText('Sungai bersih dimulai dari rumah.').waitFor();
  await page.getByRole('button', { name: 'Salin tautan' }).waitFor();
  await page.close();
});

test('a phone fetches a small picture of a modern kind; the original stays to be fetched', async () => {
  const page = await visit(berita, { deviceScaleFactor: 1 });
  const picture = page.locator('figure img');
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => img.currentSrc))
    .toMatch(/foto-utama\.[0-9a-f]{8}-400\.avif$/);
  expect(
    await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
  ).toBeGreaterThan(0);
  const original = await page.getByRole('link', { name: /^Unduh aslinya \(PNG/ }).getAttribute('href');
  expect((await fetch(portal.origin + original)).headers.get('content-type')).toBe('image/png');
  await page.close();
});

test('on paper there is the text, its source and its signatures, and nothing to click', async () => {
  const page = await visit(berita);
  await page.emulateMedia({ media: 'print' });
  const shown = (selector: string) => page.locator(selector).first().isVisible();
  expect(await shown('.naskah')).toBe(true);
  expect(await shown('.lembar')).toBe(true);
  for (const selector of ['nav', 'form', '.bagikan', 'footer'])
    expect(await shown(selector), selector).toBe(false);
  await page.getByText(`Dicetak dari https://portal.example${berita}`).waitFor();
  await page.close();
});

test('an old address and one without its slash lead on; one that is nowhere says so, and helps', async () => {
  const page = await visit('/berita/2025/12');
  expect(new URL(page.url()).pathname).toBe('/berita/2025/12/');
  // An address of an older portal (content/alihan.yml).
  await page.goto('/read/12.html');
  expect(await h1(page)).toBe('Berita');
  const answer = await page.goto('/berita/2025/12/salah-ketik/');
  expect(answer?.status()).toBe(404);
  expect(await h1(page)).toBe('Halaman ini tidak ada');
  await page.getByRole('main').getByRole('searchbox').waitFor();
  await follow(page, 'Semua berita');
  expect(await h1(page)).toBe('Berita');
  await page.close();
});

test('nothing of a hostile item runs, and its words are all there', async () => {
  const page = await visit('/berita/2026/11/jahat/');
  expect(await h1(page)).toBe(hostileTitle);
  await page.getByText('menutupi').waitFor();
  await page.getByRole('button', { name: 'Salin tautan' }).waitFor();
  expect(await page.evaluate(() => (window as { kena?: boolean }).kena)).toBeUndefined();
  await page.close();
});

test('who has no mouse jumps over the head of the page, and always sees where they are', async () => {
  const page = await visit('/berita/', { viewport: { width: 1280, height: 800 } });
  await page.keyboard.press('Tab');
  const jump = page.getByRole('link', { name: 'Langsung ke isi' });
  expect(
    await jump.evaluate((link) => document.activeElement === link && link.getBoundingClientRect().top >= 0),
  ).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement!;
      const ringed = element.closest('.kartu, .layanan li') ?? element;
      return { isIn: element.closest('main') !== null, width: getComputedStyle(ringed).outlineWidth };
    });
  for (let n = 0; n < 8; n++) {
    expect(await focused()).toEqual({ isIn: true, width: '3px' });
    await page.keyboard.press('Tab');
  }
  await page.close();
});
