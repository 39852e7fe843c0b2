/**
 * Takes the pictures of the reviewers' guide anew, from the demo office at its first start.
 * Usage: node scripts/run.mjs site/e2e/meja-panduan.ts. With `PARAF_BROWSER` naming a whole Chrome or Chromium: the one
 * among the dependencies has no reader of PDF. A new picture needs any file of its name first: the guide is built too.
 */
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { launchBrowser } from './browser.ts';
import { button } from './meja-screens.ts';
import { openItem, phoneOf, type Phone } from './meja.ts';
import { startParaf } from './paraf.ts';

const folder = resolve(import.meta.dirname, '../../content/halaman/panduan');
const paraf = await startParaf();
const browser = await launchBrowser();
try {
  const open = async (login: string) => {
    const phone = await phoneOf(browser, paraf.origin, login, { deviceScaleFactor: 2 });
    await phone.page.setViewportSize({ width: 360, height: 640 });
    return phone;
  };
  /** Takes what the screen shows, once nothing moves and no pointer rests on it. */
  const take = async ({ page }: Phone, name: string) => {
    await page.mouse.move(0, 0);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    await sharp(await page.screenshot())
      .webp({ quality: 82 })
      .toFile(join(folder, `meja-${name}.webp`));
  };

  const phone = await open('pengolah-satu');
  const { page } = phone;
  await take(phone, 'antrean');
  await openItem(phone, 'Warga dan Pegawai Bersihkan Parit');
  await page.getByRole('img').first().waitFor();
  await take(phone, 'kartu');
  await button(page, 'Setujui').click();
  await page.getByRole('dialog', { name: 'Setujui' }).waitFor();
  await take(phone, 'paraf');
  await button(page, 'Tutup').click();
  await page.locator('.naskah > p').nth(1).click();
  await take(phone, 'tandai');
  await page.getByRole('tab', { name: 'Langkah' }).click();
  await take(phone, 'langkah');

  const office = await open('bidang-ikp');
  await openItem(office, 'Cegah Demam Berdarah');
  await office.page.getByRole('tab', { name: 'Kelengkapan' }).click();
  await button(office.page, /^Buka Surat pemohon/).click();
  await office.page.getByRole('link', { name: 'Buka berkas' }).waitFor();
  // The reader is another program, which does not say when it has drawn.
  await office.page.waitForTimeout(3000);
  await take(office, 'berkas');
} finally {
  await browser.close();
  await paraf.dispose();
}
