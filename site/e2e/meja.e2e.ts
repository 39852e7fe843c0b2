import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampleBerita } from '../../scripts/example/berita.ts';
import { openItem as openPull, saveItem, type Sample } from '../../scripts/local/demo/editor.ts';
import { launchBrowser } from './browser.ts';
import * as decap from './decap.ts';
import {
  expectLegible,
  openItem,
  phoneOf,
  resultOf,
  sign,
  submit,
  tapTwice,
  waiting,
  type Phone,
} from './meja.ts';
import { positionLine, repo, startParaf, until, type Paraf } from './paraf.ts';

/** One news item on the phones of those who make and check it (SOP Penyebarluasan Informasi). */
let paraf: Paraf;
let browser: Browser;
let writer: Phone;
let checker: Phone;
let pull: number;

const judul = 'Warga Belajar Memilah Sampah di Balai Kota';
const original = sampleBerita(0, 'warga-belajar-memilah-sampah');
const line = () => positionLine(paraf.as('peliput'), pull);
const lineIs = (start: string) => until(start, async () => (await line())?.startsWith(start));
const reviews = async () =>
  (await paraf.as('peliput').rest.pulls.listReviews({ ...repo, pull_number: pull })).data;

/** An item with some words replaced. */
function reworded(item: Sample, words: string, other: string): Sample {
  const files = [...item.files].map(([path, bytes]) => {
    const text = new TextDecoder().decode(bytes);
    return [
      path,
      path.endsWith('.md') ? new TextEncoder().encode(text.replaceAll(words, other)) : bytes,
    ] as const;
  });
  return { ...item, files: new Map(files) };
}
const sample = { ...reworded(original, original.title, judul), title: judul };
const body = new TextDecoder().decode([...sample.files].find(([path]) => path.endsWith('.md'))![1]);
/** Second paragraph of the text. */
const second = body.split(/^---$/m)[2]!.trim().split(/\n\n+/)[1]!.replace(/\s+/g, ' ');
const [word = ''] = /\b[a-z]{6,}\b/.exec(second) ?? [];

beforeAll(async () => {
  paraf = await startParaf();
  browser = await launchBrowser();
  pull = await openPull(paraf.as('peliput'), sample);
  await lineIs('Langkah 2 dari 4');
  writer = await phoneOf(browser, paraf.origin, 'peliput');
  checker = await phoneOf(browser, paraf.origin, 'pengolah-satu');
});
afterAll(async () => {
  await browser?.close();
  await paraf?.dispose();
});

test('the token is nowhere but in the session of the tab', async () => {
  const kept = await writer.page.evaluate(() => ({
    address: location.href,
    local: JSON.stringify({ ...localStorage }),
    session: JSON.parse(sessionStorage.getItem('paraf-meja') ?? 'null') as unknown,
    cookie: document.cookie,
  }));
  expect(kept).toEqual({
    address: `${paraf.origin}/meja/`,
    local: '{}',
    session: { token: 'demo-peliput', sesi: null, sampai: null },
    cookie: '',
  });
});

test('the queue costs two calls, a card four and its pictures', async () => {
  const calls = (phone: Phone) => phone.calls.filter((call) => !call.startsWith('OPTIONS'));
  expect(calls(checker).slice(0, 2).toSorted()).toEqual([
    'GET /api/v3/repos/diskominfo/portal/contents/antrean.json',
    'GET /api/v3/user',
  ]);
  const before = calls(writer).length;
  await writer.page.getByRole('link', { name: judul }).first().click();
  await writer.page.getByRole('img').first().waitFor();
  await writer.page.waitForLoadState('networkidle');
  const opened = calls(writer).slice(before);
  expect(opened.filter((call) => call.includes('graphql'))).toHaveLength(3);
  expect(opened.length).toBeLessThanOrEqual(6);
});

test('the writer submits what is on the screen', async () => {
  await openItem(writer, judul);
  expect(await submit(writer)).toBe('Ajukan tercatat: langkah 2 selesai.');
  const [review] = await reviews();
  expect(review!.body).toMatch(/^\/ajukan\n\nSidik: [0-9a-f]{40}$/);
  await lineIs('Langkah 3 dari 4');
});

test('the checker finds it on top, and reads it as the public will', async () => {
  await until('the item to wait', async () => {
    await checker.page.reload();
    await checker.page.getByRole('heading', { name: /^Menunggu Anda/ }).waitFor();
    return (await waiting(checker)).includes(judul);
  });
  await openItem(checker, judul);
});

test('a return needs a reason, which is tied to the paragraph that was tapped', async () => {
  const { page } = checker;
  await paraf.advance('PT1M');
  await page.getByRole('button', { name: 'Kembalikan' }).click();
  await page.getByRole('button', { name: 'Kembalikan sekarang' }).click();
  await page.getByText('Tanpa alasan, pengembalian tidak dihitung.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).click();

  await page.locator('.naskah > p').nth(1).click();
  await page.getByRole('button', { name: 'Kembalikan (1)' }).click();
  await page.getByRole('textbox', { name: /^Paragraf 2:/ }).fill('Cocokkan dengan data liputan.');
  await page.getByRole('button', { name: 'Ejaan dan susunan kalimat perlu diperbaiki.' }).click();
  const before = (await reviews()).length;
  await tapTwice(page.getByRole('button', { name: 'Kembalikan sekarang' }));
  expect(await resultOf(page)).toBe('Dikembalikan. Penyusunnya melihat alasan Anda.');
  expect(await reviews()).toHaveLength(before + 1);
  const review = (await reviews()).at(-1)!;
  expect([review.state, review.body]).toEqual([
    'CHANGES_REQUESTED',
    expect.stringMatching(
      /^Ejaan dan susunan kalimat perlu diperbaiki\.\n\nParagraf 2, “[^”]+”:\nCocokkan dengan data liputan\.\n\nSidik: [0-9a-f]{40}$/,
    ),
  ]);
  await lineIs('Langkah 2 dari 4');
});

test('the writer reads the reason in Decap, at its paragraph, from the office that gave it', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'id-ID' });
  const page = await decap.windowOf(context, paraf.origin, 'peliput');
  await decap.openDraft(page, paraf.origin, judul);
  const text = await until('the reason in the form', async () => {
    const shown = await decap.panel(page);
    return shown.includes('Dikembalikan untuk diperbaiki') && shown;
  });
  expect(text).toContain('Tim Pengolah Informasi (pengolah-satu)');
  expect(text).toContain('Ejaan dan susunan kalimat perlu diperbaiki.');
  const [quoted = ''] = await page.locator('.paraf-kembali blockquote').allInnerTexts();
  expect(quoted).toMatch(/^Paragraf 2: .{20,}…$/);
  expect(second).toContain(quoted.slice('Paragraf 2: '.length, -1));
  expect(text).toContain('Cocokkan dengan data liputan.');
  await context.close();
});

test('the writer sees the reason in the queue and in the history, corrects, and submits again', async () => {
  await openItem(writer, judul);
  await writer.page.getByRole('tab', { name: 'Riwayat' }).click();
  await writer.page.getByText('Cocokkan dengan data liputan.').waitFor();
  await saveItem(paraf.as('peliput'), reworded(sample, word, 'diperbaiki'), 'Perbaikan');
  await paraf.advance('PT1M');
  await openItem(writer, judul);
  await submit(writer);
  await lineIs('Langkah 3 dari 4');
});

test('the checker is shown the difference since they looked, word by word', async () => {
  await openItem(checker, judul);
  await checker.page.getByRole('button', { name: /berubah sejak Anda lihat terakhir/ }).click();
  const changes = checker.page.locator('.perubahan');
  await changes.waitFor();
  await expectLegible(checker.page, 'changes');
  expect(await changes.locator('ins').first().innerText()).toContain('diperbaiki');
  expect(await changes.locator('del').first().innerText()).toContain(word);
});

test('if the item changes while it is open, nothing is sent and the change is shown', async () => {
  const { page } = checker;
  await openItem(checker, judul);
  const before = (await reviews()).length;
  await saveItem(paraf.as('peliput'), reworded(sample, word, 'diubah-diam-diam'), 'Perubahan susulan');
  await paraf.advance('PT1M');
  const { result } = await sign(checker, 'Setujui');
  expect(result).toContain('Tidak dikirim: isinya berubah sejak Anda melihatnya.');
  expect(await reviews()).toHaveLength(before);
  await page.getByRole('tab', { name: 'Perubahan', selected: true }).waitFor();
  await page.locator('.perubahan ins').filter({ hasText: 'diubah-diam-diam' }).first().waitFor();
});

/** What happens while the phone has no connection; it has one again afterwards, whatever happened. */
async function withoutConnection({ context }: Phone, happens: () => Promise<void>): Promise<void> {
  await context.setOffline(true);
  try {
    await happens();
  } finally {
    await context.setOffline(false);
  }
}

describe('without a connection', () => {
  const box = () => checker.page.getByRole('region', { name: 'Belum terkirim' });
  const tryToSign = async () => {
    await checker.page.getByRole('button', { name: 'Setujui', exact: true }).click();
    await checker.page.getByRole('button', { name: 'Setujui sekarang' }).click();
    await box().getByText('Server tidak terjangkau.').waitFor();
    await checker.page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  // What a test leaves waiting would stand in the way of the next.
  afterEach(() => checker.page.evaluate(() => localStorage.removeItem('paraf-meja-menunggu')));

  test('the paraf waits in sight, and can be withdrawn', async () => {
    const before = (await reviews()).length;
    await openItem(checker, judul);
    await withoutConnection(checker, async () => {
      await tryToSign();
      await checker.page.getByText('Perangkat ini sedang tanpa sambungan.').waitFor();
      await expectLegible(checker.page, 'an act that waits');
      await box().getByRole('button', { name: 'Batalkan' }).click();
      await box().waitFor({ state: 'detached' });
    });
    expect(await reviews()).toHaveLength(before);
  });

  test('it is sent by the person alone, never by itself and never for other content', async () => {
    const before = (await reviews()).length;
    await openItem(checker, judul);
    await withoutConnection(checker, tryToSign);
    // With the connection the queue comes again by itself; the paraf does not go.
    await checker.page.getByText('Perangkat ini sedang tanpa sambungan.').waitFor({ state: 'detached' });
    expect(await reviews()).toHaveLength(before);
    await saveItem(paraf.as('peliput'), reworded(sample, word, 'diubah-lagi'), 'Perubahan lagi');
    await paraf.advance('PT1M');
    await box().getByRole('button', { name: 'Kirim sekarang' }).click();
    await box().getByText('Isinya berubah sejak Anda melihatnya.').waitFor();
    expect(await reviews()).toHaveLength(before);
    await box().getByRole('button', { name: 'Tutup' }).click();
    await box().waitFor({ state: 'detached' });
  });
});

test('an answer that is lost on the way does not make a second review', async () => {
  const { page } = checker;
  await openItem(checker, judul);
  // The remark arrives; its answer does not.
  await page.route('**/reviews', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  const before = (await reviews()).length;
  await page.getByRole('button', { name: 'Beri catatan' }).click();
  await page.getByRole('textbox', { name: 'Catatan' }).fill('Judul sudah baik.');
  await tapTwice(page.getByRole('button', { name: 'Kirim catatan' }));
  const box = page.getByRole('region', { name: 'Belum terkirim' });
  await box.waitFor();
  await page.unroute('**/reviews');
  await box.getByRole('button', { name: 'Kirim sekarang' }).click();
  await box.waitFor({ state: 'detached' });
  expect(await reviews()).toHaveLength(before + 1);
});

/** Words below the pictures; the public may also fetch the original there, which is no part of the item. */
const captions = (page: Page) =>
  page.locator('.foto figcaption').evaluateAll((list) =>
    list.map((caption) =>
      [...caption.childNodes]
        .filter((node) => node.nodeName !== 'A')
        .map(({ textContent }) => textContent)
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );

test('a double tap gives one paraf; the item goes live as it was read', async () => {
  const { page } = checker;
  await openItem(checker, judul);
  const read = {
    judul: await page.getByRole('heading', { level: 1 }).last().innerText(),
    naskah: await page.locator('.naskah').innerHTML(),
    ringkasan: await page.locator('.berita-ringkasan').innerText(),
    foto: await captions(page),
    data: await page.locator('.berita-data').innerText(),
  };
  const before = (await reviews()).length;
  await page.getByRole('button', { name: 'Setujui', exact: true }).click();
  const sheet = page.getByRole('dialog');
  expect(await sheet.innerText()).toContain('Sebagai Tim Pengolah Informasi');
  expect(await sheet.innerText()).toContain('Paraf ini menyelesaikan langkah 3 (periksa) dan 4 (setujui).');
  await tapTwice(sheet.getByRole('button', { name: 'Setujui sekarang' }));
  expect(await resultOf(page)).toBe(
    'Setujui tercatat: langkah 3 dan 4 selesai. Semua paraf lengkap; sebentar lagi tayang.',
  );
  const given = (await reviews()).slice(before);
  expect(given.map(({ state, body: text }) => [state, text])).toEqual([
    ['APPROVED', expect.stringMatching(/^Sidik: [0-9a-f]{40}$/)],
  ]);

  const address = `${paraf.origin}/${sample.folder.slice('content/'.length)}/`;
  await until('the public page', async () => (await fetch(address)).ok);
  const reader = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await reader.goto(address);
  expect({
    judul: await reader.getByRole('heading', { level: 1 }).innerText(),
    naskah: (await reader.locator('.naskah').innerHTML()).trim(),
    ringkasan: await reader.locator('.berita-ringkasan').innerText(),
    foto: await captions(reader),
    data: await reader.locator('.berita-data').innerText(),
  }).toEqual({ ...read, naskah: read.naskah.replaceAll(/ class=""/g, '').trim() });
  await reader.close();
});

describe('whoever has no business there', () => {
  test('a guest finds an empty desk, and no button', async () => {
    const guest = await phoneOf(browser, paraf.origin, 'tamu');
    await guest.page.getByText('Meja Anda bersih').waitFor();
    await guest.page.goto(`${paraf.origin}/meja/#/${pull}`);
    await guest.page.getByRole('tab', { name: 'Naskah' }).waitFor();
    expect(await guest.page.getByRole('button', { name: /^(Setujui|Kembalikan|Ajukan)/ }).count()).toBe(0);
    await guest.page.goto(`${paraf.origin}/meja/#/99999`);
    await guest.page.getByRole('alert').getByText('butirnya sudah tidak ada').waitFor();
    await guest.context.close();
  });

  test('a token that no longer counts leads back to the door', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(`${paraf.origin}/meja/`);
    await page.evaluate(() =>
      sessionStorage.setItem('paraf-meja', '{"token":"usang","sesi":null,"sampai":null}'),
    );
    await page.reload();
    await page.getByText('Masa masuk Anda sudah berakhir.').waitFor();
    await page.close();
  });
});
