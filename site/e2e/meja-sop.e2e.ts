import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplesOf } from '../../scripts/example/samples.ts';
import { openItem as openPull, saveItem, type Sample } from '../../scripts/local/demo/editor.ts';
import { launchBrowser } from './browser.ts';
import { expectAccessible, openItem, phoneOf, resultOf, sign, submit, type Phone } from './meja.ts';
import { positionLine, repo, startParaf, until, type Paraf } from './paraf.ts';

/** All four SOPs on the phones of those whom they name, from the request to the publication. */
let paraf: Paraf;
let browser: Browser;
let letter: string;
const phones = new Map<string, Phone>();
const samples = samplesOf(resolve(import.meta.dirname, '../..'));

beforeAll(async () => {
  paraf = await startParaf();
  browser = await launchBrowser();
  letter = join(await mkdtemp(join(tmpdir(), 'paraf-surat-')), 'Surat Permohonan.pdf');
  const pdf = [...samples.make('konten', 0)!.files].find(([path]) => path.endsWith('.pdf'))!;
  await writeFile(letter, pdf[1]);
});
afterAll(async () => {
  await browser?.close();
  await paraf?.dispose();
});

/** The phone of a person, signed in once. */
async function phone(login: string): Promise<Phone> {
  const known = phones.get(login);
  if (known !== undefined) return known;
  const fresh = await phoneOf(browser, paraf.origin, login);
  phones.set(login, fresh);
  return fresh;
}

/** The acts of a story lie a minute apart: in one second a push undoes a paraf. */
const pause = () => paraf.advance('PT1M');
const at = async (pull: number, start: string) => {
  await until(start, async () => (await positionLine(paraf.as('tamu'), pull))?.startsWith(start));
  await pause();
};

/** Opens the item and gives one paraf; returns the steps that the sheet promised. */
async function paraph(login: string, judul: string, verb: string): Promise<string> {
  const own = await phone(login);
  await openItem(own, judul);
  const { sheet, result } = await sign(own, verb);
  expect(result).toContain(`${verb} tercatat`);
  return sheet;
}

async function hand(login: string, judul: string): Promise<void> {
  const own = await phone(login);
  await openItem(own, judul);
  expect(await submit(own)).toContain('Ajukan tercatat');
}

/** Begins an item on the phone: the button of the queue, the form, and the card that follows. */
async function begin(
  login: string,
  singular: string,
  fill: (form: Locator) => Promise<void>,
): Promise<number> {
  const { page } = await phone(login);
  await page.goto(`${paraf.origin}/meja/#/`);
  await page.getByRole('link', { name: `${singular} baru` }).click();
  await page.getByRole('heading', { name: `${singular} baru` }).waitFor();
  await expectAccessible(page, `form of ${singular}`);
  await fill(page.locator('form'));
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('tab', { name: 'Naskah' }).waitFor();
  return Number(/#\/(\d+)$/.exec(page.url())?.[1]);
}

/** Fills in the fields of a step on the card. */
async function fillStep(
  login: string,
  judul: string,
  fill: (sheet: Locator) => Promise<void>,
): Promise<Page> {
  const own = await phone(login);
  await openItem(own, judul);
  await own.page.getByRole('button', { name: /^Isi( bagian ini)?$/ }).click();
  const sheet = own.page.getByRole('dialog');
  await fill(sheet);
  await expectAccessible(own.page, 'form of a step');
  await sheet.getByRole('button', { name: 'Simpan' }).click();
  await sheet.waitFor({ state: 'detached' });
  await pause();
  return own.page;
}

const write = (form: Locator, label: string, value: string) =>
  form.getByLabel(label, { exact: true }).fill(value);
const group = (form: Locator, name: string) => form.getByRole('group', { name, exact: true });
async function fillLetter(form: Locator, name: string, nomor: string): Promise<void> {
  const part = group(form, name);
  await write(part, 'Nomor surat', nomor);
  await write(part, 'Tanggal surat', '2026-11-02');
  await part.getByLabel('Berkas surat').setInputFiles(letter);
  await part.getByText('Ganti: surat-permohonan').waitFor();
}
async function addMember(form: Locator, list: string): Promise<void> {
  const part = group(form, list);
  await part.getByRole('button', { name: '+ Tambah anggota' }).click();
  await write(part, 'Nama atau jabatan (wajib)', 'Penulis naskah');
  await write(part, 'Tugas (wajib)', 'Menulis naskah');
}

/** The finished text of a sample, in the item that was begun on the phone. */
async function finish(login: string, collection: string, pull: number, judul: string): Promise<void> {
  const octokit = paraf.as(login);
  const { data } = await octokit.rest.pulls.get({ ...repo, pull_number: pull });
  const files = await octokit.rest.pulls.listFiles({ ...repo, pull_number: pull });
  const index = files.data.map(({ filename }) => filename).find((name) => name.endsWith('/index.md'))!;
  const folder = index.slice(0, -'/index.md'.length);
  const content = await octokit.rest.repos.getContent({ ...repo, path: index, ref: data.head.ref });
  const begun = Buffer.from((content.data as { content: string }).content, 'base64').toString('utf8');
  const whole = samples.make(collection, 0)!;
  const done = [...whole.files].map(([path, bytes]) => [path.replace(whole.folder, folder), bytes] as const);
  const text = new TextDecoder().decode(done.find(([path]) => path === index)![1]);
  const { merged } = merge(begun, text);
  const sample: Sample = {
    folder,
    title: judul,
    files: new Map([...done, [index, new TextEncoder().encode(merged)]]),
  };
  await saveItem(octokit, sample, 'Naskah');
  await pause();
}

/** Front matter of the phone's item where it has the field, else the sample's; the sample's text. */
function merge(begun: string, sample: string): { merged: string } {
  const front = (text: string) => text.split(/^---$/m)[1] ?? '';
  const body = sample.split(/^---$/m).slice(2).join('---');
  const keys = (text: string) =>
    new Map(
      text
        .trim()
        .split(/\n(?=\S)/)
        .map((part) => [part.split(':')[0]!, part] as const),
    );
  const fields = new Map([...keys(front(sample)), ...keys(front(begun))]);
  return { merged: `---\n${[...fields.values()].join('\n')}\n---${body}` };
}

describe('SOP Pembuatan Konten Informasi, with a Plh for the Kepala Dinas', () => {
  const judul = 'Infografis Jadwal Imunisasi Sekolah';
  let pull: number;

  test('the office asks for it from the phone, with its letter', async () => {
    pull = await begin('pemohon-disdik', 'Konten', async (form) => {
      await write(form, 'Judul (wajib)', judul);
      await fillLetter(form, 'Surat pemohon', '421/015/DISDIK');
    });
    const { page } = await phone('pemohon-disdik');
    await page.getByRole('tab', { name: 'Kelengkapan' }).click();
    await page
      .getByRole('button', { name: /surat-permohonan\.pdf/ })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByText(/Buka PDF|surat-permohonan/)
      .first()
      .waitFor();
    await expectAccessible(page, 'letter over the page');
    await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).click();
    await hand('pemohon-disdik', judul);
    await at(pull, 'Langkah 2 dari 9');
  });

  test('Bidang IKP receives it, names the team in a surat perintah tugas, and assigns', async () => {
    const promised = await paraph('bidang-ikp', judul, 'Terima');
    expect(promised).toContain('Paraf ini menyelesaikan langkah 2 (terima).');
    await at(pull, 'Langkah 3 dari 9');
    await fillStep('bidang-ikp', judul, async (sheet) => {
      await fillLetter(sheet, 'Surat Perintah Tugas', '094/12/IKP');
      await addMember(sheet, 'Anggota tim');
    });
    await paraph('bidang-ikp', judul, 'Tugaskan');
    await at(pull, 'Langkah 4 dari 9');
  });

  test('the team makes it, Bidang IKP checks it', async () => {
    await finish('pembuat-konten', 'konten', pull, judul);
    await hand('pembuat-konten', judul);
    await at(pull, 'Langkah 5 dari 9');
    await paraph('bidang-ikp', judul, 'Paraf');
    await at(pull, 'Langkah 8 dari 9');
  });

  test('the Sekretaris signs as Plh Kepala Dinas in the days of the appointment', async () => {
    const secretary = await phone('sekretaris');
    await secretary.page.goto(`${paraf.origin}/meja/#/${pull}`);
    await secretary.page.getByText(/^Menunggu .+: periksa\.$/).waitFor();
    expect(await secretary.page.getByRole('button', { name: 'Setujui' }).count()).toBe(0);
    await paraf.advance('P8D');
    const sheet = await paraph('sekretaris', judul, 'Setujui');
    expect(sheet).toMatch(/Sebagai Sekretaris(?: Dinas)?, Plh Kepala Dinas/);
    await until(
      'the end',
      async () => (await positionLine(paraf.as('tamu'), pull))?.startsWith('Selesai'),
      60,
    );
  });
});

describe('SOP Pengelolaan Konten dan Media Komunikasi Publik', () => {
  const judul = 'Kampanye Hemat Air Musim Kemarau';
  let pull: number;

  test('the Kabid directs, the Kasi completes audience and material', async () => {
    pull = await begin('kabid-pikp', 'Kampanye', async (form) => {
      await write(form, 'Judul (wajib)', judul);
      await form.getByLabel('Perangkat daerah (wajib)').selectOption('dinas-lingkungan-hidup');
      await write(form, 'Arahan', 'Ajak warga menampung air hujan.');
      const part = group(form, 'Disposisi');
      await write(part, 'Nomor surat', '005/77');
      await write(part, 'Tanggal surat', '2026-11-02');
    });
    await at(pull, 'Langkah 2 dari 11');
    await fillStep('kasi-pkp', judul, async (sheet) => {
      for (const label of ['Rentang usia', 'Jenis kelamin', 'Jenjang pendidikan', 'Lokasi domisili'])
        await write(sheet, label, 'Semua');
      await write(sheet, 'Saluran komunikasi', 'Radio dan media sosial');
      await write(sheet, 'Kecenderungan perilaku', 'Mengikuti bila mudah');
    });
    await at(pull, 'Langkah 3 dari 11');
    await fillStep('kasi-pkp', judul, async (sheet) => {
      const data = group(sheet, 'Data resmi');
      await data.getByRole('button', { name: '+ Tambah berkas' }).click();
      await data.getByLabel('Berkas (wajib)').setInputFiles(letter);
      await data.getByText('Ganti: surat-permohonan').waitFor();
      await write(sheet, 'Materi konten', 'Tiga cara menampung air hujan.');
    });
    await hand('kasi-pkp', judul);
    await at(pull, 'Langkah 4 dari 11');
  });

  test('the Kabid, who opened it, assigns the team with a paraf in words', async () => {
    await fillStep('kabid-pikp', judul, async (sheet) => {
      await fillLetter(sheet, 'Surat tugas dan SK tim', '094/13/PIKP');
      await addMember(sheet, 'Daftar tim');
    });
    await paraph('kabid-pikp', judul, 'Tugaskan');
    const { data } = await paraf.as('tamu').rest.pulls.listReviews({ ...repo, pull_number: pull });
    expect(data.at(-1)!.body).toMatch(/^\/paraf\n\nSidik: /);
    await at(pull, 'Langkah 5 dari 11');
  });

  test('the team makes it; Kasi, Kabid and Kepala Dinas sign in turn; the Kabid orders it out', async () => {
    await finish('tim-konten', 'kampanye', pull, judul);
    await hand('tim-konten', judul);
    await at(pull, 'Langkah 6 dari 11');
    await paraph('kasi-pkp', judul, 'Paraf');
    await at(pull, 'Langkah 7 dari 11');
    await paraph('kabid-pikp', judul, 'Paraf');
    await at(pull, 'Langkah 8 dari 11');
    await paraph('kepala-dinas', judul, 'Setujui');
    await at(pull, 'Langkah 9 dari 11');
    await paraph('kabid-pikp', judul, 'Perintahkan');
    await at(pull, 'Langkah 11 dari 11');
  });

  test('the Kasi reports how it was aired', async () => {
    const own = await phone('kasi-pkp');
    await openItem(own, judul);
    await own.page.getByRole('button', { name: 'Laporkan tayang' }).click();
    const sheet = own.page.getByRole('dialog');
    for (const label of [/^Kanal/, /^Waktu tayang/, /^Frekuensi/, /^Ketepatan/])
      await sheet.getByRole('textbox', { name: label }).fill('Radio, pagi');
    await expectAccessible(own.page, 'airing report');
    await sheet.getByRole('button', { name: 'Kirim laporan' }).click();
    expect(await resultOf(own.page)).toContain('Laporan tayang');
    await until('the end', async () => (await positionLine(paraf.as('tamu'), pull))?.startsWith('Selesai'));
  });
});

describe('SOP Pendokumentasian Informasi Publik', () => {
  const judul = 'Daftar Sekolah Penerima Bantuan Operasional';
  let pull: number;

  test('from the draft of the PPID to the list', async () => {
    pull = await begin('pejabat-plid', 'Informasi publik', async (form) => {
      await write(form, 'Nama informasi (wajib)', judul);
      await form.getByLabel('OPD yang menguasai (wajib)').selectOption('dinas-pendidikan');
      await write(form, 'Data dan informasi yang diminta', 'Daftar sekolah dan besarannya.');
    });
    await hand('pejabat-plid', judul);
    await at(pull, 'Langkah 2 dari 5');
    await paraph('ppid-utama', judul, 'Paraf');
    await at(pull, 'Langkah 3 dari 5');
    await fillStep('ppid-disdik', judul, async (sheet) => {
      await write(sheet, 'Ringkasan isi informasi', 'Daftar sekolah penerima bantuan operasional.');
      await write(sheet, 'Pejabat atau unit yang menguasai', 'Bidang Pembinaan Sekolah Dasar');
      await write(sheet, 'Penanggung jawab pembuatan atau penerbitan', 'Sekretariat');
      await write(sheet, 'Tanggal pembuatan', '2026-10-01');
      await write(sheet, 'Tempat pembuatan', 'Pontianak');
      await write(sheet, 'Bentuk informasi yang tersedia', 'Salinan lunak PDF');
      await write(sheet, 'Jangka waktu penyimpanan', '5 tahun');
      await sheet.getByLabel('Klasifikasi').selectOption('berkala');
      const list = group(sheet, 'Dokumen');
      await list.getByRole('button', { name: '+ Tambah dokumen' }).click();
      await list.getByLabel('Berkas (wajib)').setInputFiles(letter);
      await list.getByText('Ganti: surat-permohonan').waitFor();
      await write(list, 'Judul dokumen (wajib)', 'Daftar sekolah');
    });
    await hand('ppid-disdik', judul);
    await at(pull, 'Langkah 4 dari 5');
    await paraph('ppid-utama', judul, 'Setujui');
    await at(pull, 'Langkah 5 dari 5');
    await paraph('pejabat-plid', judul, 'Perintahkan');
    await until(
      'the end',
      async () => (await positionLine(paraf.as('tamu'), pull))?.startsWith('Selesai'),
      60,
    );
  });
});

test('SOP Penyebarluasan Informasi: two desks, one paraf', async () => {
  const item = samples.make('berita', 3, 'empat-sop-berita')!;
  const text = new TextDecoder().decode([...item.files].find(([path]) => path.endsWith('.md'))![1]);
  const judul = 'Pasar Murah Pindah ke Lapangan Kecamatan';
  const files = new Map(item.files).set(
    `${item.folder}/index.md`,
    new TextEncoder().encode(text.replace(item.title, judul)),
  );
  const pull = await openPull(paraf.as('penyusun'), { ...item, title: judul, files });
  await at(pull, 'Langkah 2 dari 4');
  await hand('penyusun', judul);
  await at(pull, 'Langkah 3 dari 4');
  await paraph('pengolah-dua', judul, 'Setujui');
  await until('the end', async () => (await positionLine(paraf.as('tamu'), pull))?.startsWith('Selesai'), 60);
});
