import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleBerita } from '../../scripts/example/berita.ts';
import { launchBrowser } from './browser.ts';
import * as decap from './decap.ts';
import { positionLine, repo, startParaf, until, type Paraf } from './paraf.ts';

/** One news item, from an empty form to the public page, through the real screens. */
let paraf: Paraf;
let browser: Browser;
let page: Page;
let photo: string;
let pull: number;

const judul = 'Kerja Bakti Massal Bersihkan Parit di Kota Baru';
const line = () => positionLine(paraf.as('peliput'), pull);
const address = '/berita/2026/11/kerja-bakti-massal-bersihkan-parit-di-kota-baru/';

beforeAll(async () => {
  paraf = await startParaf();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'id-ID' });
  const picture = [...sampleBerita(2).files].find(([path]) => /\.(png|jpe?g)$/.test(path))!;
  photo = join(await mkdtemp(join(tmpdir(), 'paraf-photo-')), 'kerja-bakti.png');
  await writeFile(photo, picture[1]);
});
afterAll(async () => {
  await browser?.close();
  await paraf?.dispose();
});

test('the reporter writes with a photo in Decap, saves and submits', async () => {
  await decap.signIn(page, paraf.origin, 'peliput');
  await decap.newBerita(page, paraf.origin, {
    judul,
    opd: 'Dinas Lingkungan Hidup',
    tanggal: '2026-11-01',
    tempat: 'Pontianak',
    dokumentasi: [photo],
    data: 'Minggu pagi, dua kelurahan, 120 warga, 3 ton sampah.',
    isi: [
      'Sebanyak 210 warga membersihkan parit di dua kelurahan, Minggu (1/11/2026).',
      'Sampah terkumpul tiga ton.',
    ],
    ringkasan: 'Warga dua kelurahan membersihkan parit bersama petugas.',
    kategori: 'Lingkungan',
    foto: [
      {
        path: photo,
        keterangan: 'Warga mengangkat sampah dari parit, Minggu (1/11/2026).',
        kredit: 'Dinas Lingkungan Hidup',
        alt: 'Beberapa orang berdiri di tepi parit dengan sekop',
      },
    ],
    narasumber: [{ jabatan: 'Kepala Bidang Kebersihan' }],
  });
  await decap.save(page);
  const found = await until('the pull request', async () => {
    const { data } = await paraf.as('peliput').rest.pulls.list({ ...repo, state: 'open' });
    return data.find((item) => item.head.ref.includes('kerja-bakti-massal'));
  });
  pull = found.number;
  await until('step 2', async () => (await line())?.startsWith('Langkah 2 dari 4'));
  await decap.ajukan(page);
  await until('step 3', async () => (await line())?.startsWith('Langkah 3 dari 4'));
});

test('the news desk returns it with a reason; the board says so', async () => {
  // A return in the very second of the submission would come before it (R1).
  await paraf.advance('PT1M');
  await paraf.as('pengolah-satu').rest.pulls.createReview({
    ...repo,
    pull_number: pull,
    event: 'REQUEST_CHANGES',
    body: 'Jumlah warga keliru: data liputan menyebut 120.',
  });
  await until('step 2 again', async () => (await line())?.startsWith('Langkah 2 dari 4'));
  const { data } = await paraf.as('peliput').rest.issues.listComments({ ...repo, issue_number: pull });
  expect(data).toHaveLength(1);
  expect(data[0]!.body).toContain('Jumlah warga keliru: data liputan menyebut 120.');
  await decap.openDraft(page, paraf.origin, judul);
  expect(await decap.statusOf(page)).toBe('Draf');
});

test('the editor corrects in Decap and submits again', async () => {
  await decap.writeIsi(page, [
    'Sebanyak 120 warga membersihkan parit di dua kelurahan, Minggu (1/11/2026).',
    'Sampah terkumpul tiga ton.',
  ]);
  await decap.save(page);
  await decap.ajukan(page);
  await until('step 3', async () => (await line())?.startsWith('Langkah 3 dari 4'));
  const files = await paraf.as('peliput').rest.pulls.listFiles({ ...repo, pull_number: pull });
  const folder = `content${address}`;
  expect(files.data.map((file) => file.filename).sort()).toEqual([
    `${folder}index.md`,
    `${folder}kerja-bakti.png`,
  ]);
});

test('with the last paraf the corrected text and the picture are live within ten seconds', async () => {
  expect((await fetch(`${paraf.origin}${address}`)).status).toBe(404);
  await paraf.advance('PT1M');
  const begin = performance.now();
  await paraf.as('pengolah-satu').rest.pulls.createReview({ ...repo, pull_number: pull, event: 'APPROVE' });
  await until('the public page', async () => (await fetch(`${paraf.origin}${address}`)).ok);
  const seconds = (performance.now() - begin) / 1000;

  const reader = await browser.newPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  await reader.goto(`${paraf.origin}${address}`);
  expect(await reader.getByRole('heading', { level: 1 }).innerText()).toBe(judul);
  const article = await reader.getByRole('main').innerText();
  expect(article).toContain('Sebanyak 120 warga');
  expect(article).not.toContain('210');
  expect(article).toContain('Tim Pengolah Informasi');
  const picture = reader.getByRole('img', { name: 'Beberapa orang berdiri di tepi parit dengan sekop' });
  const source = new URL((await picture.getAttribute('src'))!, reader.url());
  const answer = await fetch(source);
  expect(answer.headers.get('content-type')).toMatch(/^image\//);
  await reader.goto(`${paraf.origin}/berita/`);
  expect(await reader.getByRole('main').innerText()).toContain(judul);
  await reader.close();

  const { data } = await paraf.as('peliput').rest.pulls.get({ ...repo, pull_number: pull });
  expect(data).toMatchObject({ state: 'closed', merged: true, merged_by: { login: 'paraf[bot]' } });
  await until('the end of the SOP', async () => (await line())?.includes('Selesai'));
  // The promise is ten seconds on an idle machine of two cores.
  expect(seconds).toBeLessThan(10);
});

test('stopped like a power cut and started again, everything is as it was', async () => {
  const { dataDir } = paraf;
  await paraf.end('SIGKILL');
  paraf = await startParaf({ dataDir });
  expect((await fetch(`${paraf.origin}${address}`)).status).toBe(200);
  const { data } = await paraf.as('peliput').rest.pulls.get({ ...repo, pull_number: pull });
  expect(data.merged).toBe(true);
});
