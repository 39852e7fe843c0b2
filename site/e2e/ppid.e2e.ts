/** The PPID as a citizen and as an assessor meet it: what is looked for, proved, counted and read, with and without JavaScript. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dcatFaults } from '../../scripts/core/testing/dcat.ts';
import { portalPolicy, staticSite } from '../../scripts/local/static.ts';
import { buildSite } from '../src/testing/build.ts';
import { writeCity } from '../src/testing/city.ts';
import { holdingWarning, manyEntries } from '../src/testing/ppid.ts';
import { launchBrowser } from './browser.ts';

let root: string;
let server: ServerType;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'paraf-ppid-'));
  const dist = join(root, 'dist');
  writeCity(join(root, 'isi'), [...manyEntries(45), holdingWarning('2026-11-25')]);
  buildSite(join(root, 'isi'), dist);
  const site = staticSite(() => dist, portalPolicy);
  await new Promise<void>((ready) => {
    server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, () => ready());
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
}, 600_000);
afterAll(async () => {
  await (browser as Browser | undefined)?.close();
  (server as ServerType | undefined)?.close();
  rmSync(root, { recursive: true, force: true });
});

/** A reader on a phone, at a time of the fixture; faults of the page fail the test. */
async function reader(
  path: string,
  { scripts = true, at = '2026-11-20T03:00:00Z' } = {},
): Promise<{ page: Page; faults: string[]; answered: Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 800 },
    javaScriptEnabled: scripts,
    locale: 'id-ID',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  if (scripts) await page.clock.setFixedTime(new Date(at));
  /** Resolves once the page has drawn what the file of notices says; a page that does not ask never does. */
  const answered = page.waitForResponse(/\/genting\.json$/, { timeout: 0 }).then(async (response) => {
    await response.finished();
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  });
  answered.catch(() => undefined);
  await page.goto(`${origin}${path}`);
  return { page, faults, answered };
}

const bytesOf = async (path: string) => Buffer.from(await (await fetch(`${origin}${path}`)).arrayBuffer());
const sheetOf = async (path: string) => {
  const [sheet] = await readExcelFile(await bytesOf(path));
  return sheet?.data ?? [];
};

describe('a citizen without JavaScript', () => {
  it('finds a document by its format and proves the copy', async () => {
    const { page } = await reader('/', { scripts: false });
    await page.locator('.kaki').getByRole('link', { name: 'PPID', exact: true }).click();
    await page.getByRole('main').getByRole('link', { name: 'Daftar Informasi Publik' }).first().click();
    await page.locator('#pilah-format + ul').getByRole('link', { name: /^CSV/ }).click();
    await page.getByRole('link', { name: 'Laporan kegiatan nomor 43 tahun 2024' }).click();
    const sha256 = await page.locator('.dokumen code').first().textContent();
    const src = await page.locator('.dokumen h3 a').first().getAttribute('href');
    expect(
      createHash('sha256')
        .update(await bytesOf(src ?? ''))
        .digest('hex'),
    ).toBe(sha256);
    expect(await page.locator('.riwayat').textContent()).toContain('Terbit pertama');
    await page.context().close();
  });

  it('reads the notice where a section begins, and an example of when a request is answered', async () => {
    const { page } = await reader('/ppid/', { scripts: false });
    expect(await page.locator('.genting').textContent()).toContain('asap tebal');
    await page.getByRole('main').getByRole('link', { name: 'Tata cara permohonan' }).first().click();
    const text = await page.locator('.hitung').innerText();
    expect(text).toContain('Contoh bila dimulai Jumat, 20 November 2026');
    expect(text).toContain('Jumat, 4 Desember 2026');
    expect(await page.getByText('Portal ini tidak punya formulir permohonan').count()).toBe(1);
    await page.context().close();
  });

  it('follows an exclusion that is over to where its information can be asked for', async () => {
    const { page } = await reader('/ppid/dikecualikan/', { scripts: false });
    expect(await page.locator('.catatan').allTextContents()).toContainEqual(
      expect.stringContaining('1 pengecualian sudah berakhir.'),
    );
    await page.getByRole('link', { name: 'Berita Acara Pemeriksaan Internal Tahun 2023' }).click();
    expect(await page.locator('.lencana-berakhir').textContent()).toBe(
      'sudah berakhir: informasi ini terbuka',
    );
    await page.getByRole('link', { name: 'mintalah' }).click();
    expect(await page.locator('h1').textContent()).toBe('Tata cara permohonan informasi');
    await page.context().close();
  });
});

describe('a citizen with JavaScript', () => {
  it('filters by words and choices together; the address keeps it', async () => {
    const { page, faults } = await reader('/ppid/informasi-publik/');
    await page.getByLabel('Kata', { exact: true }).fill('KEGIATAN sumber');
    await page.locator('#saring-tahun').selectOption('2024');
    await page.locator('#saring-opd').selectOption('dinas-sosial');
    await page.getByText('2 dari 49 informasi cocok.').waitFor();
    expect(await page.locator('.saring-hasil a').allTextContents()).toEqual([
      'Laporan kegiatan nomor 43 tahun 2024',
      'Laporan kegiatan nomor 7 tahun 2024',
    ]);
    expect(new URL(page.url()).search).toBe('?kata=KEGIATAN+sumber&opd=dinas-sosial&tahun=2024');
    await page.reload();
    await page.getByText('2 dari 49 informasi cocok.').waitFor();
    expect(await page.getByLabel('Kata', { exact: true }).inputValue()).toBe('KEGIATAN sumber');
    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    await page.locator('[data-daftar]').waitFor({ state: 'visible' });
    expect(new URL(page.url()).search).toBe('');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('reads by when a request of a day is answered, and why', async () => {
    const { page, faults } = await reader('/ppid/permohonan/');
    const row = page.locator('[data-jangka="jawaban"]');
    expect(await page.locator('#hitung-mulai').inputValue()).toBe('2026-11-20');
    await page.locator('#hitung-mulai').fill('2026-08-14');
    expect(await row.locator('strong').textContent()).toBe('Selasa, 1 September 2026');
    expect(await row.locator('[data-alasan]').textContent()).toBe(
      '10 hari kerja, hari pertama tidak dihitung; melewati 6 hari akhir pekan, Proklamasi Kemerdekaan (17/8), Maulid Nabi Muhammad (25/8).',
    );
    await page.locator('#hitung-mulai').fill('2026-12-28');
    expect(await row.locator('strong').textContent()).toBe('belum dapat dihitung');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('meets the notice on a page that was made before it, until its last day is over', async () => {
    const on = await reader('/ppid/maklumat/', { at: '2026-11-25T16:59:00Z' });
    await on.page.locator('.genting').getByRole('link', { name: 'Contoh: asap tebal' }).click();
    await on.page.locator('h1', { hasText: 'asap tebal' }).waitFor();
    expect(await on.page.locator('.serta-merta dt').count()).toBe(8);
    expect(on.faults).toEqual([]);
    await on.page.context().close();
    const after = await reader('/ppid/maklumat/', { at: '2026-11-25T17:01:00Z' });
    await after.answered;
    expect(await after.page.locator('.genting').count()).toBe(0);
    await after.page.context().close();
  });
});

describe('an assessor', () => {
  it('opens the list as a workbook and as CSV: the same rows, the seven columns first', async () => {
    const rows = await sheetOf('/ppid/unduh/daftar-informasi-publik.xlsx');
    expect(rows).toHaveLength(50);
    expect(rows[0]?.slice(0, 2)).toEqual(['Nomor', 'Ringkasan isi informasi']);
    const csv = (await bytesOf('/ppid/unduh/daftar-informasi-publik.csv')).toString('utf8');
    expect(csv.split('\r\n')[0]?.split(',')).toEqual(rows[0]);
    const json = JSON.parse((await bytesOf('/ppid/unduh/daftar-informasi-publik.json')).toString('utf8')) as {
      daftar: { nomor: number; judul: string }[];
    };
    expect(json.daftar.map(({ nomor, judul }) => [nomor, judul])).toEqual(
      rows.slice(1).map((row) => [row[0], row[7]]),
    );
  });

  it('harvests the catalogue: it is DCAT 3, and each checksum is that of its file', async () => {
    const catalogue = JSON.parse((await bytesOf('/data.json')).toString('utf8')) as {
      'dcat:dataset': {
        'dcat:distribution': {
          'dcat:downloadURL': string;
          'spdx:checksum': { 'spdx:checksumValue': string };
        }[];
      }[];
    };
    expect(dcatFaults(catalogue)).toEqual([]);
    expect(catalogue['dcat:dataset']).toHaveLength(49);
    const [one] = catalogue['dcat:dataset'][0]!['dcat:distribution'];
    const { pathname } = new URL(one!['dcat:downloadURL']);
    expect(
      createHash('sha256')
        .update(await bytesOf(pathname))
        .digest('hex'),
    ).toBe(one!['spdx:checksum']['spdx:checksumValue']);
  });

  it('sees what an office has and lacks, and takes the evidence along: every address in it answers', async () => {
    const { page } = await reader('/ppid/cakupan/', { scripts: false });
    await page.getByRole('link', { name: 'Dinas Kesehatan' }).click();
    expect(await page.locator('.lencana-belum-ada').count()).toBeGreaterThan(10);
    expect(await page.locator('.lencana-kedaluwarsa').count()).toBeGreaterThan(0);
    await page.context().close();
    const [head, ...rows] = await sheetOf('/ppid/unduh/bukti.xlsx');
    expect(head).toEqual(['Indikator', 'Perangkat daerah', 'Alamat', 'Tanggal', 'Keadaan']);
    const paths = rows.flatMap((row) => (typeof row[2] === 'string' ? [new URL(row[2]).pathname] : []));
    const answers = await Promise.all(
      [...new Set(paths)].map(async (path) => [path, (await fetch(`${origin}${path}`)).status]),
    );
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  });

  it('reads in the calendar what is overdue and what ends next', async () => {
    const { page } = await reader('/ppid/kalender/', { scripts: false });
    const rows = await page.locator('tbody tr').allInnerTexts();
    expect(rows.filter((row) => row.includes('lewat')).length).toBeGreaterThan(0);
    expect(rows.join('\n')).toContain('Laporan layanan informasi publik tahun 2026');
    expect(rows.join('\n')).toContain('Berita Acara Pemeriksaan Internal Tahun 2023');
    await page.context().close();
  });
});
