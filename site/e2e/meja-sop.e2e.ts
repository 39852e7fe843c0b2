import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openItem as openPull, review } from '../../scripts/local/demo/editor.ts';
import { launchBrowser } from './browser.ts';
import { appoint, editSummary, finish, samples, seats } from './meja-colleagues.ts';
import { openItem, phoneOf, resultOf, sign, submit, tapTwice, type Phone } from './meja.ts';
import { positionLine, repo, startParaf, until, type Paraf } from './paraf.ts';

/** All four SOPs on the phones of those whom they name, from the request to the publication. */
let paraf: Paraf;
let browser: Browser;
let letter: string;
const phones = new Map<string, Phone>();

beforeAll(async () => {
  paraf = await startParaf();
  const appointment = await appoint(paraf.as('admin-ti-satu'));
  await at(appointment, 'Perubahan sistem: menunggu');
  await review(paraf.as('admin-ti-dua'), appointment);
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

/** Number of the pull request on the screen. */
const pullOn = ({ page }: Phone) => Number(/#\/(\d+)$/.exec(page.url())?.[1]);
const reviewsOf = async (pull_number: number) =>
  (await paraf.as('tamu').rest.pulls.listReviews({ ...repo, pull_number })).data;

/** Opens the item, acts by a double tap, and sees that it was taken as one. */
async function act<T>(login: string, judul: string, by: (own: Phone) => Promise<T>): Promise<T> {
  const own = await phone(login);
  await openItem(own, judul);
  const before = await reviewsOf(pullOn(own));
  const outcome = await by(own);
  expect(await reviewsOf(pullOn(own))).toHaveLength(before.length + 1);
  return outcome;
}

/** Opens the item and gives one paraf; returns the steps that the sheet promised. */
async function paraph(login: string, judul: string, verb: string): Promise<string> {
  const { sheet, result } = await act(login, judul, (own) => sign(own, verb));
  expect(result).toContain(`${verb} tercatat`);
  return sheet;
}

/** The Sekretaris signs in a seat of somebody else, and the sheet says so. */
async function paraphAsPlh(judul: string, seat: string): Promise<void> {
  await until('the appointment to reach the desk', async () => {
    const office = await (await fetch(`${paraf.origin}/meja/kantor.json`)).text();
    return seats.every((peran) => office.includes(`"akun":1010,"peran":"${peran}"`));
  });
  expect(await paraph('sekretaris', judul, 'Setujui')).toMatch(
    new RegExp(`Sebagai Sekretaris(?: Dinas)?, Plh ${seat}`),
  );
}

async function hand(login: string, judul: string): Promise<void> {
  expect(await act(login, judul, submit)).toContain('Ajukan tercatat');
}

/** The item changes while it is open: a colleague of the signer's own office corrects its summary. */
async function race(login: string, judul: string, verb: string): Promise<void> {
  const own = await phone(login);
  await openItem(own, judul);
  const before = await reviewsOf(pullOn(own));
  await editSummary(paraf.as(login), pullOn(own), `Ringkasan ${judul} yang dibetulkan rekan.`);
  await pause();
  const { result } = await sign(own, verb);
  expect(result).toContain('Tidak dikirim: isinya berubah sejak Anda melihatnya.');
  await own.page.locator('.perubahan ins').filter({ hasText: 'dibetulkan' }).first().waitFor();
  expect(await reviewsOf(pullOn(own))).toHaveLength(before.length);
}

/** Begins an item on the phone: the button of the queue, the form, and the card that follows. */
async function begin(
  login: string,
  singular: string,
  fill: (form: Locator) => Promise<void>,
): Promise<number> {
  const own = await phone(login);
  const { page } = own;
  await page.goto(`${paraf.origin}/meja/#/`);
  await page.getByRole('link', { name: `${singular} baru` }).click();
  await page.getByRole('heading', { name: `${singular} baru` }).waitFor();
  await fill(page.locator('form'));
  await tapTwice(page.getByRole('button', { name: 'Simpan' }));
  await page.getByRole('tab', { name: 'Naskah' }).waitFor();
  return pullOn(own);
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
  const commits = async () =>
    (await paraf.as(login).rest.pulls.listCommits({ ...repo, pull_number: pullOn(own) })).data.length;
  const before = await commits();
  await tapTwice(sheet.getByRole('button', { name: 'Simpan' }));
  await sheet.waitFor({ state: 'detached' });
  expect(await commits()).toBe(before + 1);
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
    await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).click();
    await hand('pemohon-disdik', judul);
    await at(pull, 'Langkah 2 dari 9');
  });

  test('Bidang IKP receives it, names the team in a surat perintah tugas, and assigns', async () => {
    await race('bidang-ikp', judul, 'Terima');
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
    await finish(paraf.as('pembuat-konten'), 'konten', pull);
    await pause();
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
    await paraphAsPlh(judul, 'Kepala Dinas');
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
    await race('kabid-pikp', judul, 'Tugaskan');
    await paraph('kabid-pikp', judul, 'Tugaskan');
    const { data } = await paraf.as('tamu').rest.pulls.listReviews({ ...repo, pull_number: pull });
    expect(data.at(-1)!.body).toMatch(/^\/paraf\n\nSidik: /);
    await at(pull, 'Langkah 5 dari 11');
  });

  test('the team makes it; Kasi, Kabid and a Plh Kepala Dinas sign in turn; the Kabid orders it out', async () => {
    await finish(paraf.as('tim-konten'), 'kampanye', pull);
    await pause();
    await hand('tim-konten', judul);
    await at(pull, 'Langkah 6 dari 11');
    await paraph('kasi-pkp', judul, 'Paraf');
    await at(pull, 'Langkah 7 dari 11');
    await paraph('kabid-pikp', judul, 'Paraf');
    await at(pull, 'Langkah 8 dari 11');
    await paraphAsPlh(judul, 'Kepala Dinas');
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
    await tapTwice(sheet.getByRole('button', { name: 'Kirim laporan' }));
    expect(await resultOf(own.page)).toContain('Laporan tayang');
    const comments = await paraf.as('tamu').rest.issues.listComments({ ...repo, issue_number: pull });
    expect(comments.data.filter(({ user }) => user?.login === 'kasi-pkp')).toHaveLength(1);
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
    await race('ppid-utama', judul, 'Paraf');
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
    await paraphAsPlh(judul, 'PPID Utama');
    await at(pull, 'Langkah 5 dari 5');
    await paraph('pejabat-plid', judul, 'Perintahkan');
    await until(
      'the end',
      async () => (await positionLine(paraf.as('tamu'), pull))?.startsWith('Selesai'),
      60,
    );
  });
});

test('SOP Penyebarluasan Informasi: two desks, one paraf, given by a Plh', async () => {
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
  await race('pengolah-satu', judul, 'Setujui');
  await paraphAsPlh(judul, 'Tim Pengolah Informasi');
  await until('the end', async () => (await positionLine(paraf.as('tamu'), pull))?.startsWith('Selesai'), 60);
});
