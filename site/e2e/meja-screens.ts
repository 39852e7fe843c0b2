/** The desk's main screens, each person's in the order in which one comes to them. */
import type { Page } from 'playwright-core';
import { openItem, type Phone } from './meja.ts';

/** A screen, and the way to it from the screen before. */
export type Screen = readonly [name: string, open: (phone: Phone) => Promise<unknown>];

/** The desk's address, whatever it shows. */
const deskOf = (page: Page) => page.url().split('#')[0]!;
/** A button by the words on it. */
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const tab = (name: string): Screen => [
  name.toLowerCase(),
  ({ page }) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click(),
];
const sheet = (name: string, title: string, go: string | RegExp): Screen => [
  name,
  async ({ page }) => {
    await button(page, go).click();
    await page.getByRole('dialog', { name: title }).waitFor();
  },
];
/** Closes the sheet before the next is opened. */
const closed = ([name, open]: Screen): Screen => [
  name,
  async (phone) => {
    await button(phone.page, 'Tutup').click();
    await open(phone);
  },
];
const item = (title: string): Screen => ['card', (phone) => openItem(phone, title)];
const form = (name: string): Screen => [
  `form of ${name}`,
  async ({ page }) => {
    await page.goto(`${deskOf(page)}#/`);
    await page.getByRole('link', { name: `${name} baru` }).click();
    await page.getByRole('heading', { name: `${name} baru` }).waitFor();
  },
];

const news = 'Warga dan Pegawai Bersihkan Parit';
export const screens: readonly (readonly [login: string, screens: readonly Screen[]])[] = [
  [
    'pengolah-satu',
    [
      ['queue', async () => undefined],
      ['filters', ({ page }) => page.getByText('Saring', { exact: true }).click()],
      [
        'a search in vain',
        async ({ page }) => {
          await page.getByRole('searchbox').fill('tidak ada yang begini');
          await page.getByText('Tidak ada yang cocok').waitFor();
        },
      ],
      ['account', ({ page }) => page.locator('.akun summary').click()],
      item(news),
      tab('Kelengkapan'),
      [
        'a picture over the page',
        async ({ page }) => {
          await button(page, /^Buka .*(jpg|webp|png)$/)
            .first()
            .click();
          await page.getByRole('link', { name: 'Unduh' }).waitFor();
        },
      ],
      closed(tab('Langkah')),
      tab('Riwayat'),
      tab('Naskah'),
      sheet('sheet of a paraf', 'Setujui', 'Setujui'),
      closed(sheet('sheet of a remark', 'Beri catatan', 'Beri catatan')),
      [
        'a marked paragraph',
        async ({ page }) => {
          await button(page, 'Tutup').click();
          await page.locator('.naskah > p').nth(1).click();
        },
      ],
      sheet('sheet of a return', 'Kembalikan', 'Kembalikan (1)'),
      ['a return without a reason', ({ page }) => button(page, 'Kembalikan sekarang').click()],
    ],
  ],
  [
    'penyusun',
    [item('Puskesmas Buka Layanan Imunisasi'), sheet('sheet of a submission', 'Ajukan', 'Ajukan')],
  ],
  ['bidang-ikp', [item('Cegah Demam Berdarah'), sheet('form of a step', 'Isi bagian ini', 'Isi bagian ini')]],
  ['kasi-pkp', [item('Sungai Bersih Dimulai'), sheet('airing report', 'Laporkan tayang', 'Laporkan tayang')]],
  ['pemohon-disdik', [form('Konten')]],
  ['kabid-pikp', [form('Kampanye')]],
  [
    'tamu',
    [
      ['empty queue', ({ page }) => page.getByText('Meja Anda bersih').waitFor()],
      [
        'an item that is not there',
        async ({ page }) => {
          await page.goto(`${deskOf(page)}#/99999`);
          await page.getByRole('alert').getByText('butirnya sudah tidak ada').waitFor();
        },
      ],
      [
        'a form that is not theirs',
        async ({ page }) => {
          await page.goto(`${deskOf(page)}#/baru/konten`);
          await page.getByText('Tidak dapat dibuat di sini').waitFor();
        },
      ],
      [
        'a desk without a connection',
        async ({ page, context }) => {
          await page.goto(`${deskOf(page)}#/`);
          await context.setOffline(true);
          await page.getByText('Perangkat ini sedang tanpa sambungan.').waitFor();
        },
      ],
    ],
  ],
];
