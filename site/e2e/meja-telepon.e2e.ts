import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWorker } from '../meja-luring.ts';
import { launchBrowser } from './browser.ts';
import { beginNews, editSummary } from './meja-colleagues.ts';
import { button, screens } from './meja-screens.ts';
import { expectLegible, openItem, phoneOf, weightOf, type Phone } from './meja.ts';
import { repo, startParaf, until, type Paraf } from './paraf.ts';

/** The desk as a thing in the hand: its screens, its files, its news, and what it does without a connection. */
let paraf: Paraf;
let browser: Browser;

beforeAll(async () => {
  paraf = await startParaf();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await paraf?.dispose();
});

describe.each(screens)('on the smallest phone, by day and by night, axe finds nothing: %s', (login, own) => {
  test(own.map(([name]) => name).join(', '), async () => {
    const phone = await phoneOf(browser, paraf.origin, login);
    await phone.page.setViewportSize({ width: 320, height: 640 });
    for (const [name, open] of own) {
      await open(phone);
      await expectLegible(phone.page, name);
    }
    await phone.context.close();
  });
});

test('the door, and a server that does not answer', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.goto(`${paraf.origin}/meja/`);
  await button(page, 'Masuk').waitFor();
  await expectLegible(page, 'door');
  await page.evaluate(() =>
    sessionStorage.setItem('paraf-meja', '{"token":"demo-tamu","sesi":null,"sampai":null}'),
  );
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await page.getByText('Belum dapat mengenali Anda').waitFor();
  await expectLegible(page, 'nobody answers');
  await page.close();
});

test('the first load weighs at most 90 KB, compressed', async () => {
  const { page, context } = await phoneOf(browser, paraf.origin, 'tamu');
  const { first } = await weightOf(page);
  expect(first).toBeGreaterThan(20);
  expect(first).toBeLessThanOrEqual(90);
  await context.close();
});

test('by keyboard alone: to an item, through its sides, to a marked paragraph and into a sheet and out', async () => {
  const { page, context } = await phoneOf(browser, paraf.origin, 'pengolah-satu');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  /** Goes on with the tab key until a control with these words has the focus. */
  const tabTo = async (words: string, key = 'Tab') => {
    for (let count = 0; count < 80; count += 1) {
      if ((await focused()).startsWith(words)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`the keyboard does not come to “${words}”`);
  };
  await page.getByRole('searchbox').fill('Bersihkan Parit');
  await page.getByRole('searchbox').focus();
  await tabTo('Berita');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Naskah', selected: true }).waitFor();
  await tabTo('Naskah');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'Kelengkapan', selected: true }).waitFor();
  expect(await focused()).toBe('Kelengkapan');
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('tab', { name: 'Naskah', selected: true }).waitFor();
  await tabTo('Tandai dengan papan tik');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: /^Paragraf 1:/ }).waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await tabTo('Kembalikan (1)');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Kembalikan' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await focused()).toBe('Kembalikan (1)');
  await context.close();
});

describe('news while somebody looks', () => {
  let reader: Phone;
  const titles = () => reader.page.locator('.butir-judul').allInnerTexts();
  const band = () => button(reader.page, 'Antrean berubah · Tampilkan');
  /** The desk looks for news every quarter of a minute, and when somebody comes back to it: here they do. */
  const lookAgain = () => reader.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  beforeAll(async () => {
    reader = await phoneOf(browser, paraf.origin, 'pengolah-satu');
  });
  afterAll(() => reader.context.close());

  test('at the top of the queue it comes by itself', async () => {
    const title = 'Kabar Pertama Pagi Ini';
    await beginNews(paraf.as('peliput'), title);
    await until('the item in the queue', async () => {
      await lookAgain();
      return (await titles()).includes(title);
    });
    expect(await band().count()).toBe(0);
  });

  test('further down nothing moves until the band is tapped', async () => {
    const { page } = reader;
    await page.evaluate(() => window.scrollTo({ top: 400 }));
    const before = { titles: await titles(), top: await page.evaluate(() => window.scrollY) };
    expect(before.top).toBeGreaterThan(120);
    const title = 'Kabar Kedua Pagi Ini';
    await beginNews(paraf.as('peliput'), title);
    await until('the band', async () => {
      await lookAgain();
      return band().isVisible();
    });
    expect(await titles()).toEqual(before.titles);
    await expectLegible(page, 'band over the queue');
    await band().click();
    await page.getByRole('link', { name: title }).waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    expect(await band().count()).toBe(0);
  });

  test('on an open card the text stays, and the change is a tap away', async () => {
    const { page } = reader;
    await openItem(reader, 'Warga dan Pegawai Bersihkan Parit');
    const summary = page.locator('.berita-ringkasan');
    const before = await summary.innerText();
    const words = 'Ringkasan yang baru saja ditulis ulang oleh penyusunnya.';
    await editSummary(paraf.as('penyusun'), Number(page.url().split('#/')[1]), words);
    const changed = button(page, 'Isinya baru saja berubah · Lihat perubahannya');
    await until('the band', async () => {
      await lookAgain();
      return changed.isVisible();
    });
    expect(await summary.innerText()).toBe(before);
    await changed.click();
    await page.locator('.perubahan ins').filter({ hasText: 'ditulis ulang' }).first().waitFor();
  });
});

describe('a form on a line that breaks', () => {
  let office: Phone;
  /** Breaks the line once at one kind of call: before it arrives, or before its answer does. */
  const breakAt = (path: string, moment: 'before' | 'after') =>
    office.page.route(
      `**/api/v3/repos/**/${path}`,
      async (route) => {
        if (moment === 'after') await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
  const save = () => office.page.getByRole('button', { name: 'Simpan' }).click();
  const broken = () => office.page.getByRole('alert').getByText('Server tidak terjangkau.').waitFor();
  const judul = 'Video Pendek Cara Mencuci Tangan';

  beforeAll(async () => {
    office = await phoneOf(browser, paraf.origin, 'pemohon-disdik');
  });
  afterAll(() => office.context.close());

  test('goes on from where it broke, and opens one item', async () => {
    const { page } = office;
    await page.getByRole('link', { name: 'Konten baru' }).click();
    await page.getByLabel('Judul (wajib)', { exact: true }).fill(judul);
    const moments = [
      ['git/refs', 'after'],
      ['pulls', 'before'],
      ['pulls', 'after'],
    ] as const;
    for (const [path, moment] of moments) {
      await breakAt(path, moment);
      await save();
      await broken();
    }
    await save();
    await page.getByRole('tab', { name: 'Naskah' }).waitFor();
    const { data } = await paraf.as('tamu').rest.pulls.list({ ...repo, state: 'open', per_page: 100 });
    expect(data.filter(({ title }) => title.includes(judul))).toHaveLength(1);
  });

  test('keeps what was typed on a card, and saves it once', async () => {
    const { page } = office;
    const pull_number = Number(page.url().split('#/')[1]);
    await button(page, /^Isi( bagian ini)?$/).click();
    const sheet = page.getByRole('dialog', { name: 'Isi bagian ini' });
    await sheet.getByLabel('Nomor surat').fill('421/016/DISDIK');
    await breakAt('git/refs/**', 'after');
    await sheet.getByRole('button', { name: 'Simpan' }).click();
    await broken();
    expect(await sheet.getByLabel('Nomor surat').inputValue()).toBe('421/016/DISDIK');
    await sheet.getByRole('button', { name: 'Simpan' }).click();
    await sheet.waitFor({ state: 'detached' });
    const { data } = await paraf.as('tamu').rest.pulls.listCommits({ ...repo, pull_number });
    expect(data).toHaveLength(2);
  });
});

describe('the shell on the device', () => {
  let context: BrowserContext;
  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${paraf.origin}/meja/`);
    return page;
  };
  /** Versions that are kept. */
  const versions = (page: Page) => page.evaluate(() => caches.keys());
  const offline = async (happens: () => Promise<void>) => {
    await context.setOffline(true);
    try {
      await happens();
    } finally {
      await context.setOffline(false);
    }
  };

  test('holds its own files alone: no answer of the API, no token', async () => {
    const phone = await phoneOf(browser, paraf.origin, 'pengolah-satu');
    ({ context } = phone);
    const { page } = phone;
    await openItem(phone, 'Pasar Pangan Murah');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // Once more, now by way of the worker.
    await openItem(phone, 'Pasar Pangan Murah');
    const kept = await page.evaluate(async () => {
      const files: [string, string][] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys())
          files.push([new URL(url).pathname, await (await cache.match(url))!.text()]);
      }
      return files;
    });
    const others = kept
      .map(([path]) => path)
      .filter((path) => !/^\/_aset\/[\w.-]+\.(js|css|woff2)$/.test(path));
    expect(others.toSorted()).toEqual([
      '/lambang.svg',
      '/meja/',
      '/meja/config.json',
      '/meja/ikon.svg',
      '/meja/kantor.json',
      '/meja/manifest.webmanifest',
    ]);
    expect(kept.filter(([, text]) => text.includes('demo-pengolah-satu'))).toEqual([]);
  });

  test('opens without a connection, and reads queue and item by itself once there is one', async () => {
    const page = context.pages()[0]!;
    const item = page.url();
    await page.goto(`${paraf.origin}/meja/#/`);
    await offline(async () => {
      await page.reload();
      await page.getByRole('heading', { name: 'Antrean tidak dapat dimuat' }).waitFor();
      await page.goto(item);
      await page.getByRole('heading', { name: 'Butir ini tidak dapat dibuka' }).waitFor();
      const fresh = await open();
      await button(fresh, 'Masuk').waitFor();
      await fresh.getByText('Perangkat ini sedang tanpa sambungan.').waitFor();
      await fresh.close();
    });
    await page.getByRole('tab', { name: 'Naskah' }).waitFor();
    await page.goto(`${paraf.origin}/meja/#/`);
    await page.getByRole('heading', { name: /^Menunggu Anda/ }).waitFor();
  });

  test('a new version is there at the next opening, and never mixes with the one that is open', async () => {
    const [page] = context.pages();
    const old = await versions(page!);
    const folder = join(paraf.dataDir, 'site/kini');
    const html = join(folder, 'meja/index.html');
    writeFileSync(html, readFileSync(html, 'utf8').replace('<title>Meja periksa', '<title>Meja baru'));
    writeWorker(folder, '_aset');

    await page!.reload();
    expect(await page!.title()).toMatch(/^Meja baru/);
    await until('the new version to wait', async () => (await versions(page!)).length === 2);
    await offline(async () => {
      await page!.reload();
      expect(await page!.title()).toMatch(/^Meja periksa/);
    });

    for (const one of context.pages()) await one.close();
    const next = await open();
    await until('the old version to go', async () => {
      const kept = await versions(next);
      return kept.length === 1 && kept[0] !== old[0];
    });
    await offline(async () => {
      await next.reload();
      expect(await next.title()).toMatch(/^Meja baru/);
    });
    await context.close();
  });
});
