import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { letterPdf } from '../../cms/letter.fixture.ts';
import { launchBrowser } from './browser.ts';
import * as decap from './decap.ts';
import { positionLine, repo, startParaf, until, type Paraf } from './paraf.ts';

/** The forms of the collections that several offices fill in one after the other, in the real Decap beside the gate. */
let paraf: Paraf;
const browsers: Browser[] = [];
let folder: string;
const pages = new Map<string, Page>();

const judul = 'Video Cara Mendaftar Sekolah bagi Orang Tua';
const branch = 'cms/konten/11/video-cara-mendaftar-sekolah-bagi-orang-tua/index';
const item = 'content/konten/2026/11/video-cara-mendaftar-sekolah-bagi-orang-tua';
let pull: number;

/** A browser of one account, signed in. Each has its own, for what Decap and we keep in one belongs to one person. */
async function windowOf(login: string): Promise<Page> {
  const known = pages.get(login);
  if (known !== undefined) return known;
  const browser = await launchBrowser();
  browsers.push(browser);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'id-ID' });
  const page = await decap.windowOf(context, paraf.origin, login);
  page.on('dialog', (dialog) => void dialog.accept());
  pages.set(login, page);
  return page;
}

const line = () => positionLine(paraf.as('bidang-ikp'), pull);
const textAt = async (path: string, ref: string) => {
  const { data } = await paraf.as('bidang-ikp').rest.repos.getContent({ ...repo, path, ref });
  return Buffer.from((data as { content: string }).content, 'base64').toString();
};
const filesOf = async (number: number) => {
  const { data } = await paraf.as('bidang-ikp').rest.pulls.listFiles({ ...repo, pull_number: number });
  return data.map(({ filename }) => filename).toSorted();
};
const pullOf = (ref: string) =>
  until(`the pull request of ${ref}`, async () => {
    const { data } = await paraf.as('bidang-ikp').rest.pulls.list({ ...repo, state: 'open' });
    return data.find(({ head }) => head.ref === ref)?.number;
  });
const letter = async (name: string) => {
  const path = join(folder, name);
  await writeFile(path, letterPdf());
  return path;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paraf-formulir-'));
  paraf = await startParaf();
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await paraf?.dispose();
  await rm(folder, { recursive: true, force: true });
});

test('a new request asks for what the first step needs, and for nothing else', async () => {
  const page = await windowOf('pemohon-disdik');
  await decap.newItem(page, paraf.origin, 'konten');
  expect(await decap.shownFields(page)).toEqual([
    'Judul',
    'OPD pemohon',
    'Tanggal permohonan',
    'Permohonan',
    'Surat pemohon',
  ]);
  expect(
    await page.getByRole('navigation', { name: 'Langkah isian' }).getByRole('listitem').allInnerTexts(),
  ).toEqual([
    expect.stringContaining('1 · Pengajuan'),
    expect.stringContaining('3 · Penugasan'),
    expect.stringContaining('4 · Penyusunan'),
  ]);
});

test('the other steps are one press of a key away', async () => {
  const page = await windowOf('pemohon-disdik');
  const head = page.getByRole('button', { name: /^Langkah 3 · Penugasan/ });
  expect(await head.getAttribute('aria-expanded')).toBe('false');
  await head.focus();
  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-expanded')).toBe('true');
  expect(await decap.shownFields(page)).toContain('Surat Perintah Tugas');
  await page.keyboard.press('Enter');
  expect(await decap.shownFields(page)).not.toContain('Surat Perintah Tugas');
});

test('a field with a fault is never hidden: its step opens by itself', async () => {
  const page = await windowOf('pemohon-disdik');
  await page.getByRole('button', { name: /^Langkah 1 · Pengajuan/ }).click();
  expect(await decap.shownFields(page)).toEqual([]);
  await decap.showAll(page);
  await decap.write(decap.field(page, 'Nomor surat').last(), 'x'.repeat(90));
  await page.getByRole('button', { name: 'Tampilkan langkah ini saja' }).click();
  await page.getByRole('button', { name: /^Langkah 1 · Pengajuan/ }).click();
  await expect(decap.save(page)).rejects.toThrow(
    'Decap: Belum tersimpan: ada isian yang kosong atau keliru.',
  );
  await expect
    .poll(() => decap.shownFields(page))
    .toEqual(expect.arrayContaining(['Judul', 'Surat Perintah Tugas']));
  await decap.write(decap.field(page, 'Nomor surat').last(), '');
});

test('the office asks for a film with its letter, saves and submits', async () => {
  const page = await windowOf('pemohon-disdik');
  await page.goto(`${paraf.origin}/admin/#/collections/konten`);
  await decap.newItem(page, paraf.origin, 'konten');
  await decap.write(decap.field(page, 'Judul'), judul);
  await decap.choose(page, 'OPD pemohon', 'Dinas Pendidikan');
  await decap.write(decap.field(page, 'Tanggal permohonan'), '2026-11-02');
  await decap.choose(page, 'Jenis yang diminta', 'Video informasi');
  const path = await letter('Surat Permohonan.pdf');
  await decap.fillLetter(page, 'Surat pemohon', { nomor: '400/12/Disdik', tanggal: '2026-11-02', path });
  await decap.save(page);
  pull = await pullOf(branch);
  expect(await filesOf(pull)).toEqual([`${item}/index.md`, `${item}/surat-permohonan.pdf`]);
  expect(await textAt(`${item}/index.md`, branch)).not.toContain('paraf');
  await until('the panel', async () =>
    (await decap.panel(page)).includes('Langkah 1 dari 9: menunggu Pemohon'),
  );
  await decap.ajukan(page);
  await until('step 2', async () => (await line())?.startsWith('Langkah 2 dari 9'));
  await until('the panel', async () =>
    (await decap.panel(page)).includes('Langkah 2 dari 9: menunggu Bidang IKP'),
  );
});

test('a return reaches the editor in the form: by which office, why, and about which words', async () => {
  await paraf.advance('PT1M');
  await paraf.as('bidang-ikp').rest.pulls.createReview({
    ...repo,
    pull_number: pull,
    event: 'REQUEST_CHANGES',
    body: 'Lengkapi permohonannya.\n\n> Tujuan\n\nSebut siapa yang dituju.',
  });
  await until('step 1 again', async () => (await line())?.startsWith('Langkah 1 dari 9'));
  const page = await windowOf('pemohon-disdik');
  await decap.openDraft(page, paraf.origin, judul);
  const text = await decap.panel(page);
  expect(text).toContain('Dikembalikan untuk diperbaiki');
  expect(text).toMatch(/Bidang IKP \(bidang-ikp\), Sen 02\/11\/2026 \d\d\.\d\d WIB/);
  expect(text).toContain('Lengkapi permohonannya.');
  expect(await page.locator('.paraf-kembali blockquote').innerText()).toBe('Tujuan');
  expect(text).toContain('Sebut siapa yang dituju.');
  expect(text).toContain('Langkah 1 dari 9: menunggu Pemohon');
  expect(await decap.shownFields(page)).toContain('Permohonan');

  await decap.write(decap.field(page, 'Tujuan'), 'Orang tua calon murid.');
  await decap.save(page);
  await decap.ajukan(page);
  await until('step 2', async () => (await line())?.startsWith('Langkah 2 dari 9'));
  await until('the panel', async () => !(await decap.panel(page)).includes('Dikembalikan'));
});

test('the desk that accepts and assigns finds the letter of assignment open', async () => {
  const page = await windowOf('bidang-ikp');
  await decap.openDraft(page, paraf.origin, judul);
  await decap.panel(page);
  expect(await decap.shownFields(page)).toEqual(['Surat Perintah Tugas', 'Anggota tim']);
  const path = await letter('Surat Tugas.pdf');
  await decap.fillLetter(page, 'Surat Perintah Tugas', { nomor: '090/7', tanggal: '2026-11-02', path });
  await page.getByRole('button', { name: 'Tambah anggota' }).click();
  await decap.write(decap.field(page, 'Nama atau jabatan'), 'Pembuat Konten');
  await decap.write(decap.field(page, 'Tugas'), 'Juru kamera');
  await decap.save(page);
  await paraf.advance('PT1M');
  await paraf.as('bidang-ikp').rest.pulls.createReview({ ...repo, pull_number: pull, event: 'APPROVE' });
  await until('step 4', async () => (await line())?.startsWith('Langkah 4 dari 9'));
  const maker = await windowOf('pembuat-konten');
  await decap.openDraft(maker, paraf.origin, judul);
  expect(await decap.panel(maker)).toContain('Langkah 4 dari 9: menunggu Tim Pembuat Konten');
  expect(await decap.shownFields(maker)).toEqual([
    'Data informasi',
    'Isi',
    'Ringkasan',
    'Jenis konten',
    'Karya',
  ]);
});

test('of two editors of one draft the second is warned; nothing of either is lost', async () => {
  const first = await windowOf('pembuat-konten');
  const second = await windowOf('bidang-ikp');
  for (const page of [first, second]) {
    await decap.openDraft(page, paraf.origin, judul);
    await decap.panel(page);
  }
  await decap.write(decap.field(first, 'Ringkasan'), 'Ringkasan dari tim pembuat.');
  await decap.save(first);
  await decap.showAll(second);
  await decap.write(decap.field(second, 'Ringkasan'), 'Ringkasan dari bidang.');
  await expect(decap.save(second)).rejects.toThrow(
    'Decap: Belum tersimpan: Naskah ini sudah diubah pembuat-konten sejak Anda membukanya.',
  );
  const notice = second.locator('.paraf-bentrok');
  expect(await notice.innerText()).toContain('Belum tersimpan: naskah ini sudah berubah');
  expect(await decap.field(second, 'Ringkasan').inputValue()).toBe('Ringkasan dari bidang.');
  expect(await textAt(`${item}/index.md`, branch)).toContain('Ringkasan dari tim pembuat.');

  const [file] = await Promise.all([
    second.waitForEvent('download'),
    notice.getByRole('button', { name: 'Unduh tulisan saya' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain('ringkasan: Ringkasan dari bidang.');
  await notice.getByRole('button', { name: 'Muat versi terbaru' }).click();
  await second.waitForLoadState('load');
  await decap.panel(second);
  await decap.showAll(second);
  expect(await decap.field(second, 'Ringkasan').inputValue()).toBe('Ringkasan dari tim pembuat.');
  await second.getByText('Lihat ketikan itu').click();
  expect(await second.locator('.paraf-ketikan pre').innerText()).toContain(
    'ringkasan: Ringkasan dari bidang.',
  );
  await decap.write(decap.field(second, 'Ringkasan'), 'Ringkasan dari keduanya.');
  await decap.save(second);
  expect(await textAt(`${item}/index.md`, branch)).toContain('Ringkasan dari keduanya.');
  // One's own saves are no conflict.
  await decap.write(decap.field(second, 'Ringkasan'), 'Ringkasan dari keduanya, rapi.');
  await decap.save(second);
});

test('words that were typed and never saved are still there after a crash, and overwrite nothing', async () => {
  const first = await windowOf('pembuat-konten');
  const second = await windowOf('bidang-ikp');
  await decap.openDraft(first, paraf.origin, judul);
  await decap.panel(first);
  await decap.write(decap.field(first, 'Ringkasan'), 'Ketikan yang belum sempat disimpan.');
  // Long enough for Decap's own copy as well, which must not come back.
  await first.waitForTimeout(3000);
  await decap.write(decap.field(second, 'Ringkasan'), 'Versi yang lebih baru.');
  await decap.save(second);
  await first.reload();
  await decap.panel(first);
  expect(await decap.field(first, 'Ringkasan').inputValue()).toBe('Versi yang lebih baru.');
  const box = first.locator('.paraf-ketikan');
  await box.getByText('Lihat ketikan itu').click();
  expect(await box.locator('pre').innerText()).toContain('ringkasan: Ketikan yang belum sempat disimpan.');
  await box.getByRole('button', { name: 'Buang ketikan' }).click();
  expect(await box.count()).toBe(0);
  await first.reload();
  await decap.panel(first);
  expect(await box.count()).toBe(0);
});

test('public information lands under its office, its file beside it, and stays there', async () => {
  const page = await windowOf('pejabat-plid');
  await decap.newItem(page, paraf.origin, 'informasi-publik');
  expect(await decap.shownFields(page)).toEqual([
    'Nama informasi',
    'OPD yang menguasai',
    'Tanggal draf',
    'Draf data dan informasi',
  ]);
  await decap.write(decap.field(page, 'Nama informasi'), 'Daftar Sekolah Negeri');
  await decap.choose(page, 'OPD yang menguasai', 'Dinas Pendidikan');
  await decap.write(decap.field(page, 'Tanggal draf'), '2026-11-02');
  await decap.write(decap.field(page, 'Data dan informasi yang diminta'), 'Nama, alamat, dan daya tampung.');
  await page.getByRole('button', { name: 'Tambah berkas' }).click();
  await page.getByRole('button', { name: 'Pilih berkas' }).click();
  await decap.pick(page, await letter('Draf Daftar.pdf'));
  await decap.save(page);
  const ref = 'cms/informasi-publik/dinas-pendidikan/daftar-sekolah-negeri/index';
  const number = await pullOf(ref);
  const own = 'content/informasi-publik/dinas-pendidikan/daftar-sekolah-negeri';
  expect(await filesOf(number)).toEqual([`${own}/draf-daftar.pdf`, `${own}/index.md`]);
  await until('the gate', async () =>
    (await positionLine(paraf.as('pejabat-plid'), number))?.startsWith('Langkah 1 dari 5'),
  );
  await decap.choose(page, 'OPD yang menguasai', 'Dinas Kesehatan');
  await expect(decap.save(page)).rejects.toThrow(
    'OPD yang menguasai: tidak dapat diganti sesudah naskah dibuat, karena alamatnya memuat “dinas-pendidikan”.',
  );
  await decap.choose(page, 'OPD yang menguasai', 'Dinas Pendidikan');
  await decap.write(decap.field(page, 'Data dan informasi yang diminta'), 'Nama, alamat, daya tampung.');
  await decap.save(page);
  expect(await filesOf(number)).toEqual([`${own}/draf-daftar.pdf`, `${own}/index.md`]);
});
