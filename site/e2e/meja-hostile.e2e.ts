import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleBerita } from '../../scripts/example/berita.ts';
import { openItem as openPull } from '../../scripts/local/demo/editor.ts';
import { launchBrowser } from './browser.ts';
import { harmless, hostileText, kena } from '../src/testing/hostile.ts';
import { button } from './meja-screens.ts';
import { openItem, phoneOf, type Phone } from './meja.ts';
import { positionLine, repo, startParaf, until, type Paraf } from './paraf.ts';

/** Whatever an item holds, on the desk it is only ever text: nothing of it runs, and nothing of it is fetched. */
let paraf: Paraf;
let browser: Browser;
let checker: Phone;

const utf8 = new TextEncoder();
async function open(slug: string, title: string, body: string): Promise<number> {
  const item = sampleBerita(1, slug);
  const path = `${item.folder}/index.md`;
  const front = new TextDecoder().decode(item.files.get(path)).split(/^---$/m)[1] ?? '';
  const text = `---${front.replace(item.title, title)}---\n${body}`;
  const files = new Map(item.files).set(path, utf8.encode(text));
  return openPull(paraf.as('peliput'), { ...item, title, files });
}

beforeAll(async () => {
  paraf = await startParaf();
  browser = await launchBrowser();
  checker = await phoneOf(browser, paraf.origin, 'pengolah-satu');
});
afterAll(async () => {
  await browser?.close();
  await paraf?.dispose();
});

test('scripts, handlers, frames, styles, and links in disguise are shown as text, and do nothing', async () => {
  const { page } = checker;
  const outside: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== paraf.origin) outside.push(url.href);
  });
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const pull = await open('isi-jahat', `<img src=x onerror=${kena}> Judul jahat`, hostileText);
  await page.goto(`${paraf.origin}/meja/#/${pull}`);
  await page.locator('.naskah').waitFor();
  for (const name of ['Kelengkapan', 'Langkah', 'Riwayat', 'Naskah'])
    await page.getByRole('tab', { name }).click();
  await page.waitForTimeout(500);

  const found = await page.locator('.naskah').evaluate((root) => ({
    elements: [...new Set([...root.querySelectorAll('*')].map((node) => node.localName))],
    attributes: [...new Set([...root.querySelectorAll('*')].flatMap((node) => node.getAttributeNames()))],
    links: [...root.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')]),
  }));
  expect(found.elements.filter((name) => !harmless.elements.includes(name))).toEqual([]);
  expect(found.attributes.filter((name) => !harmless.attributes.includes(name))).toEqual([]);
  // A Cyrillic “р” at its head: the host beside the words gives it away.
  expect(found.links).toEqual([
    ['рontianak.go.id (xn--ontianak-4bh.go.id)', 'https://xn--ontianak-4bh.go.id/masuk'],
  ]);
  expect(await page.evaluate(() => (window as { kena?: boolean }).kena)).toBeUndefined();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
    '<img src=x onerror=window.kena=true> Judul jahat',
  );
  expect([outside, dialogs]).toEqual([[], []]);
  expect(await page.getByRole('region', { name: 'Tindakan' }).isVisible()).toBe(true);
});

test.each([
  ['deep', 'kutipan-berlapis', `${'>'.repeat(3000)} dalam`, /bersarang terlalu dalam/],
  ['long', 'tulisan-panjang', 'kata '.repeat(30_000), /Isi terlalu panjang/],
])('a bomb that is too %s is refused in words, at once', async (_, slug, body, words) => {
  const { page } = checker;
  const pull = await open(slug, 'Judul biasa saja', body);
  const begin = performance.now();
  await page.goto(`${paraf.origin}/meja/#/${pull}`);
  await page.getByText(words).first().waitFor();
  expect(performance.now() - begin).toBeLessThan(5000);
});

test('brackets by the thousand are only slow to type', async () => {
  const { page } = checker;
  const pull = await open('kurung', 'Judul berkurung', `${'['.repeat(20_000)}${'*a_'.repeat(5000)}`);
  const begin = performance.now();
  await page.goto(`${paraf.origin}/meja/#/${pull}`);
  await page.locator('.naskah').waitFor();
  expect(performance.now() - begin).toBeLessThan(5000);
});

test('front matter that is no front matter is told, not shown', async () => {
  const item = sampleBerita(2, 'isian-rusak');
  const files = new Map(item.files).set(
    `${item.folder}/index.md`,
    utf8.encode('---js\nwindow.kena = true\n---\nIsi'),
  );
  const pull = await openPull(paraf.as('peliput'), { ...item, files });
  await until('a look at it', async () => positionLine(paraf.as('peliput'), pull));
  const { page } = checker;
  await page.goto(`${paraf.origin}/meja/#/${pull}`);
  await page.getByText('Naskah ini tidak dapat dibaca.').waitFor();
  await page.getByText('1 hal perlu dibetulkan').waitFor();
});

describe('a letter', () => {
  const title = 'Cegah Demam Berdarah';
  const letter = 'surat-permohonan.pdf';
  /** Bytes of the letter as the repository has them. */
  const original = async (pull_number: number) => {
    const octokit = paraf.as('tamu');
    const { data } = await octokit.rest.pulls.get({ ...repo, pull_number });
    const files = await octokit.rest.pulls.listFiles({ ...repo, pull_number });
    const path = files.data.map(({ filename }) => filename).find((name) => name.endsWith(letter))!;
    const content = await octokit.rest.repos.getContent({ ...repo, path, ref: data.head.sha });
    return (content.data as { content: string }).content.replaceAll('\n', '');
  };

  test.each([
    ['in place, where the browser has a reader', true],
    ['beside the page, where it has none', false],
  ])('opens %s; it says its kind and size, and can be saved', async (_, hasReader) => {
    const phone = await phoneOf(browser, paraf.origin, 'bidang-ikp');
    const { page, context } = phone;
    await page.addInitScript((has) => {
      Object.defineProperty(Navigator.prototype, 'pdfViewerEnabled', { get: () => has });
    }, hasReader);
    await openItem(phone, title);
    await page.getByRole('tab', { name: 'Kelengkapan' }).click();
    await page.getByRole('button', { name: `Buka Surat pemohon, Berkas surat: ${letter}` }).click();
    const file = page.getByRole('dialog', { name: letter });
    await file.getByText(/^PDF, \d+\u00a0(byte|KB)$/).waitFor();
    const address = await file.getByRole('link', { name: 'Buka berkas' }).getAttribute('href');
    expect(address).toMatch(/^blob:/);
    if (hasReader) expect(await file.locator('iframe').getAttribute('src')).toBe(address);
    else await file.getByText('Peramban ini tidak menampilkan PDF di dalam halaman.').waitFor();
    expect(await file.locator('iframe').count()).toBe(hasReader ? 1 : 0);
    const [saved] = await Promise.all([
      page.waitForEvent('download', (one) => one.suggestedFilename() === letter),
      file.getByRole('link', { name: 'Unduh' }).click(),
    ]);
    const pull = Number(page.url().split('#/')[1]);
    expect(readFileSync(await saved.path(), 'base64')).toBe(await original(pull));
    await button(page, 'Tutup').click();
    await file.waitFor({ state: 'hidden' });
    await context.close();
  });
});

test('the page itself lets nothing in: policy by header and by meta', async () => {
  const answer = await fetch(`${paraf.origin}/meja/`);
  const html = await answer.text();
  const header = answer.headers.get('content-security-policy') ?? '';
  for (const policy of [header, /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '']) {
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|data:|\*/);
  }
  expect(header).toContain("frame-ancestors 'none'");
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
});
