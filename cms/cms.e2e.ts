import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminRoutes } from '../scripts/local/admin.ts';
import { importTree } from '../scripts/local/demo/import.ts';
import { createLocalServer, type LocalServer } from '../scripts/local/server.ts';
import { staticSite } from '../scripts/local/static.ts';
import { launchBrowser } from '../site/e2e/browser.ts';
import * as decap from '../site/e2e/decap.ts';
import { adminPolicy, buildCms } from './build.ts';
import { jpegWithPosition } from './photo.fixture.ts';

/** Decap itself, under its real policy, against the real local GitHub: no gate, no portal. */
const checkout = resolve(import.meta.dirname, '..');
let folder: string;
let server: LocalServer;
let origin: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let photo: string;
/** Whatever the browser complained about or asked of others: nothing, at the end. */
const complaints: string[] = [];
const dialogs: string[] = [];

const git = (...args: string[]) =>
  execFileSync('git', [`--git-dir=${server.repository}`, ...args], { maxBuffer: 1 << 28 });
const judul = 'Kerja Bakti Massal di Tepian Kapuas';
const branch = 'cms/berita/11/kerja-bakti-massal-di-tepian-kapuas/index';
const item = 'content/berita/2026/11/kerja-bakti-massal-di-tepian-kapuas';
const filesOf = (ref: string) =>
  git('ls-tree', '-r', '--name-only', ref, `${item}/`).toString().trim().split('\n').toSorted();
const textOf = () => git('show', `${branch}:${item}/index.md`).toString();

async function labels(): Promise<string[]> {
  const answer = await fetch(`${origin}/api/v3/repos/diskominfo/portal/pulls?state=open`, {
    headers: { authorization: 'token demo-peliput' },
  });
  const pulls = (await answer.json()) as { labels: { name: string }[] }[];
  return pulls.flatMap((pull) => pull.labels.map(({ name }) => name));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paraf-cms-e2e-'));
  server = await createLocalServer({
    dataDir: join(folder, 'data'),
    startAt: Date.parse('2026-11-02T08:00:00+07:00'),
  });
  const tree = importTree(checkout, server.repository);
  const author = ['-c', 'user.name=Paraf', '-c', 'user.email=paraf@localhost'];
  const commit = git(...author, 'commit-tree', tree, '-m', 'Awal')
    .toString()
    .trim();
  await server.writeBranch('main', commit);

  const outDir = join(folder, 'admin');
  await buildCms({ outDir });
  const cms = staticSite(() => outDir, adminPolicy());
  server.app.route('/', adminRoutes(server.store));
  server.app.get('/admin/*', (c) => {
    const address = new URL(c.req.url);
    address.pathname = address.pathname.slice('/admin'.length);
    return cms.fetch(new Request(address, c.req.raw));
  });
  origin = await server.listen(0);

  photo = join(folder, 'Foto Kerja Bakti.JPG');
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: 'id-ID' });
  page = await context.newPage();
  page.setDefaultTimeout(45_000);
  page.on('console', (message) => {
    // Decap asks for folders and drafts that are not there yet, and counts on the 404.
    if (message.type() === 'error' && !/status of 404|This 404 was expected/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  context.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(origin))
      complaints.push(`asked ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.accept();
  });
  await writeFile(photo, await jpegWithPosition(page));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

test('sign-in through the popup leads to the list; there is no tab for media', async () => {
  await decap.signIn(page, origin, 'peliput');
  expect(await page.getByRole('button', { name: 'Media' }).isVisible()).toBe(false);
  expect(await page.locator('html').getAttribute('lang')).toBe('id');
});

test('a file that is no picture and one that is too large are refused in words', async () => {
  await decap.newItem(page, origin, 'berita');
  await decap.showAll(page);
  await page.getByRole('button', { name: 'Tambah foto' }).click();
  await page.getByRole('button', { name: 'Pilih gambar' }).click();
  const input = page.locator('input[type=file]');
  await input.setInputFiles({ name: 'palsu.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('bukan') });
  await expect.poll(() => dialogs.length).toBe(1);
  const large = join(folder, 'besar.jpg');
  await writeFile(large, Buffer.alloc(30_000_000));
  await input.setInputFiles(large);
  await expect
    .poll(() => dialogs)
    .toEqual([
      '“palsu.jpg” bukan gambar, walaupun namanya berakhiran .jpg. Pilih gambar JPEG, PNG, atau WebP.',
      '“besar.jpg” terlalu besar: 30 MB, sedangkan batasnya 20 MB. Kecilkan berkas itu, lalu pilih lagi.',
    ]);
  await page.reload();
  dialogs.length = 0;
});

test('a new item lands in one folder with its photo, without the position where it was taken', async () => {
  await decap.newBerita(page, origin, {
    judul,
    opd: 'Dinas Lingkungan Hidup',
    tanggal: '2026-11-01',
    tempat: 'Pontianak',
    data: 'Minggu pagi, 120 warga.',
    isi: ['Sebanyak 210 warga membersihkan tepian sungai.', 'Kegiatan selesai pukul 10.30.'],
    ringkasan: 'Warga membersihkan tepian sungai.',
    kategori: 'Lingkungan',
    dokumentasi: [photo],
    foto: [
      { path: photo, keterangan: 'Warga di tepi sungai.', kredit: 'Kominfo', alt: 'Warga membawa sapu' },
    ],
  });
  expect(await decap.preview(page).innerText()).toContain('PONTIANAK – Sebanyak 210 warga');
  await decap.save(page);
  expect(filesOf(branch)).toEqual([`${item}/foto-kerja-bakti.jpg`, `${item}/index.md`]);
  const saved = git('show', `${branch}:${item}/foto-kerja-bakti.jpg`);
  expect(saved.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(saved.includes('Exif')).toBe(false);
  expect(await labels()).toEqual(['decap-cms/draft']);
});

test('submitting sets the label that counts; “ready” is not offered and nothing publishes', async () => {
  await decap.ajukan(page);
  await expect.poll(labels).toEqual(['decap-cms/pending_review']);
  await page.getByRole('button', { name: /^Status:/ }).click();
  const offered = page.getByRole('menuitem').filter({ visible: true });
  await expect.poll(() => offered.allInnerTexts()).toEqual(['Draf', 'Diajukan']);
  await page.getByRole('button', { name: /^Status:/ }).click();
  expect(await page.getByText(/Terbitkan/).count()).toBe(0);
});

test('a submitted item cannot be deleted, and stays as it is', async () => {
  await page.getByRole('button', { name: 'Hapus naskah' }).click();
  const toast = page.locator('.Toastify__toast--error');
  await toast.waitFor();
  await expect.poll(() => toast.innerText()).toContain('Naskah tidak dihapus.');
  expect(await labels()).toEqual(['decap-cms/pending_review']);
  expect(filesOf(branch)).toHaveLength(2);
});

test('after a reload the draft is there with its photo, and a second save keeps both files', async () => {
  await decap.openDraft(page, origin, judul);
  expect(await decap.statusOf(page)).toBe('Diajukan');
  const image = decap.preview(page).locator('img').first();
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1200);
  await decap.fillBerita(page, { isi: ['Sebanyak 120 warga membersihkan tepian sungai.'] });
  await decap.save(page);
  expect(filesOf(branch)).toEqual([`${item}/foto-kerja-bakti.jpg`, `${item}/index.md`]);
  expect(textOf()).toContain('Sebanyak 120 warga');
  expect(textOf()).not.toContain('210');
});

test('a wrong field keeps the text, says what is wrong and is led to', async () => {
  await decap.fillBerita(page, { judul: 'x'.repeat(200) });
  await page.getByRole('button', { name: 'Tambah narasumber' }).scrollIntoViewIfNeeded();
  await expect(decap.save(page)).rejects.toThrow('Decap: Judul harus 5 sampai 120 huruf.');
  await expect
    .poll(() => decap.field(page, 'Judul').evaluate((box) => document.activeElement === box))
    .toBe(true);
  await decap.fillBerita(page, { judul: '！！！！！！' });
  await expect(decap.save(page)).rejects.toThrow(
    'Decap: Belum tersimpan: Judul: harus memuat huruf atau angka Latin, karena alamat halamannya dibuat dari situ.',
  );
  expect(await decap.field(page, 'Judul').inputValue()).toBe('！！！！！！');
  complaints.length = 0;
});

test('the board shows the item in its column and offers no publishing', async () => {
  // The form of the test before is still unsaved, and asks before it is left.
  const board = await context.newPage();
  await board.goto(`${origin}/admin/#/workflow`);
  await board.getByRole('link', { name: judul }).first().waitFor({ timeout: 45_000 });
  expect(await board.getByText(/Terbitkan/).count()).toBe(0);
});

test('the browser had nothing to complain about, and asked nobody else', () => {
  expect(complaints).toEqual([]);
});
