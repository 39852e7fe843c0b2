import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { hostileTitle, openPortal, type Portal } from './portal.ts';

/** A citizen looks for something, on the page as it is published, with its policy. */
let portal: Portal;
let browser: Browser;
let page: Page;
/** What the browser refused or could not run. */
let faults: string[];

beforeAll(async () => {
  portal = await openPortal();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  portal?.stop();
});

const status = () => page.getByRole('status').innerText();
const titles = () => page.locator('#cari-daftar h3').allInnerTexts();
const until = (words: RegExp) =>
  page.waitForFunction(
    (pattern) => new RegExp(pattern).test(document.getElementById('cari-keadaan')?.textContent ?? ''),
    words.source,
  );

async function open(search: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<void> {
  await page?.context().close();
  page = await browser.newPage({ locale: 'id-ID', viewport: { width: 375, height: 800 }, ...options });
  faults = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(`${portal.origin}/cari/${search}`);
}

describe('the search', () => {
  it('finds by another form of the word, from the address alone, with what was found marked', async () => {
    await open('?q=penimbangan&tahun=2025&jenis=berita');
    await until(/hasil untuk/);
    expect(await status()).toBe('45 hasil untuk “penimbangan”.');
    expect(await titles()).toHaveLength(10);
    expect(await page.locator('#cari-daftar mark').first().innerText()).toBe('menimbang');
    expect(await page.locator('.temuan-tanda').first().innerText()).toMatch(
      /^Berita · Dinas Kesehatan · \d+ Desember 2025 · Contoh$/,
    );
    expect(await page.title()).toContain('penimbangan – ');
    expect(faults).toEqual([]);
  });

  it('works with the keyboard alone; filters stand in the address, and going back brings the question before', async () => {
    await open('');
    expect(await status()).toBe('');
    const field = page.getByRole('searchbox', { name: 'Kata yang dicari' });
    await field.focus();
    await page.keyboard.type('zurbia');
    await page.keyboard.press('Enter');
    await until(/3 hasil/);
    await page.locator('summary', { hasText: 'Saring hasil' }).press('Enter');
    await page.getByLabel('Tahun').selectOption('2023');
    await until(/1 hasil/);
    expect(new URL(page.url()).search).toBe('?q=zurbia&tahun=2023');
    expect(await titles()).toEqual(['Pasar murah tahun 2023']);
    await page.goBack();
    await until(/3 hasil/);
    expect(await page.getByLabel('Tahun').inputValue()).toBe('');
    await page.goBack();
    await page.waitForFunction(() => document.getElementById('cari-keadaan')?.textContent === '');
    expect(await field.inputValue()).toBe('');
  });

  it('shows the next results below, and puts the keyboard on the first of them', async () => {
    await open('?q=kuartana');
    await until(/45 hasil/);
    const before = await titles();
    await page.getByRole('button', { name: 'Tampilkan hasil berikutnya' }).press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('#cari-daftar li').length === 20);
    expect((await titles()).slice(0, 10)).toEqual(before);
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe((await titles())[10]);
  });

  it('says what can be tried where nothing is found, and takes the filters away', async () => {
    await open('?q=zurbia&jenis=sop');
    await until(/Tidak ada/);
    expect(await status()).toBe('Tidak ada yang cocok dengan “zurbia”.');
    expect(await page.getByRole('heading', { name: 'Yang dapat dicoba' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Hapus semua saringan' }).click();
    await until(/3 hasil/);
    expect(new URL(page.url()).search).toBe('?q=zurbia');
  });

  it('finds SOPs and pages, too, and lists everything of a kind without a word', async () => {
    await open('?jenis=sop');
    await until(/hasil untuk saringan ini/);
    expect(await titles()).toContain('SOP Penyebarluasan Informasi');
    await open('?q=lembar+paraf&jenis=halaman');
    await until(/1 hasil/);
    expect(await titles()).toEqual(['Tentang portal ini']);
  });

  it('shows a hostile title as text', async () => {
    await open('?q=alert&jenis=berita');
    await until(/1 hasil/);
    expect(await titles()).toEqual([hostileTitle]);
    expect(await page.locator('#cari-daftar img, #cari-daftar script').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('finds nothing of a withdrawn item', async () => {
    await open('?q=ditarik');
    await until(/Tidak ada|hasil/);
    expect(await page.locator('#cari-daftar a[href*="ditarik"]').count()).toBe(0);
  });

  it('does not pretend to have looked everywhere: older years are for the reader to ask for', async () => {
    await open('');
    // As in an index so large that looking further by itself would cost too much.
    await page.addInitScript(() => {
      const real = globalThis.fetch;
      globalThis.fetch = async (input, init) => {
        const answer = await real(input, init);
        const isTable = typeof input === 'string' && input.endsWith('.pf_meta');
        return isTable ? new Response(answer.body, { headers: { 'content-length': '200000' } }) : answer;
      };
    });
    await page.goto(`${portal.origin}/cari/?q=zurbia`);
    await until(/Tahun/);
    expect(await status()).toBe('1 hasil untuk “zurbia”. Tahun 2023 dan 2022 belum ikut dicari.');
    await page.getByRole('button', { name: 'Cari juga di tahun 2023 dan 2022' }).click();
    await until(/^3 hasil/);
    // What was shown stays on top: nobody loses the line that they read.
    expect((await titles())[0]).toBe('Pasar murah tahun 2024');
    expect(await page.getByRole('button', { name: /Cari juga/ }).isVisible()).toBe(false);
  });

  it('tells that a part did not come instead of finding less, keeps the lists, and tries again', async () => {
    await open('');
    let isCut = true;
    await page.route(/\.pf_index$/, (route) => (isCut ? route.abort() : route.continue()));
    await page.goto(`${portal.origin}/cari/?q=zurbia`);
    await until(/belum dapat/);
    expect(await page.getByRole('heading', { name: 'Pencarian belum dapat dijalankan' }).isVisible()).toBe(
      true,
    );
    expect(await page.getByRole('link', { name: 'Daftar lengkap berita' }).isVisible()).toBe(true);
    isCut = false;
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await until(/3 hasil/);
  });

  it('without JavaScript offers every list instead, to browse or to print', async () => {
    await open('?q=zurbia', { javaScriptEnabled: false });
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Daftar lengkap berita' }).click();
    await page.getByRole('link', { name: 'Maret 2023' }).click();
    await page.getByRole('link', { name: 'Pasar murah tahun 2023' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Pasar murah tahun 2023');
  });
});
