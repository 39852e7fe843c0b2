/** The review desk as people use it: on a phone, signed in through the popup, by what they see. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** One person with their phone. */
export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to the API so far: method and path. */
  readonly calls: string[];
}

/** Signs in at `/meja/` on a phone of their own, and waits for the queue. */
export async function phoneOf(
  browser: Browser,
  origin: string,
  login: string,
  more: BrowserContextOptions = {},
): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'id-ID',
    hasTouch: true,
    ...more,
  });
  const page = await context.newPage();
  const calls: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) calls.push(`${request.method()} ${pathname}`);
  });
  await page.goto(`${origin}/meja/`);
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Masuk' }).click(),
  ]);
  await popup.waitForLoadState();
  await popup.locator(`button[data-login="${login}"]`).click();
  await page.getByRole('heading', { name: /^Menunggu Anda/ }).waitFor();
  return { page, context, calls };
}

/** Opens an item from the queue, after a fresh look at it. */
export async function openItem({ page }: Phone, judul: string): Promise<void> {
  await page.goto(`${new URL('.', page.url()).href.split('#')[0]}#/`);
  await page.reload();
  await page.getByRole('link', { name: judul }).first().click();
  await page.getByRole('tab', { name: 'Naskah' }).waitFor();
}

/** Items that wait for the person, by their titles. */
export async function waiting({ page }: Phone): Promise<string[]> {
  const part = page.getByRole('region', { name: /^Menunggu Anda/ });
  return part.locator('.butir-judul').allInnerTexts();
}

/** Two taps within one frame, as a nervous thumb gives them: every act on the desk must take them as one. */
export function tapTwice(button: Locator): Promise<void> {
  return button.evaluate((node) => {
    (node as HTMLButtonElement).click();
    (node as HTMLButtonElement).click();
  });
}

/**
 * Gives the paraf: the button on the bar, then, by a double tap, the one on the sheet. Returns what the sheet said, and
 * what came of it.
 */
export async function sign({ page }: Phone, verb: string): Promise<{ sheet: string; result: string }> {
  await page
    .getByRole('region', { name: 'Tindakan' })
    .getByRole('button', { name: verb, exact: true })
    .click();
  const sheet = page.getByRole('dialog');
  const text = await sheet.innerText();
  await tapTwice(sheet.getByRole('button', { name: `${verb} sekarang` }));
  return { sheet: text, result: await resultOf(page) };
}

/** Submits the item that is open, by a double tap. */
export async function submit({ page }: Phone): Promise<string> {
  await page.getByRole('button', { name: 'Ajukan', exact: true }).click();
  await tapTwice(page.getByRole('dialog').getByRole('button', { name: 'Ajukan sekarang' }));
  return resultOf(page);
}

/** What the desk says once an act has arrived. */
export async function resultOf(page: Page): Promise<string> {
  const result = page.locator('.hasil:not(.hasil-kosong)');
  await result.waitFor();
  return result.innerText();
}

/**
 * KB that the desk has loaded of its own files, each gzipped: until the queue could be read, and after that.
 *
 * @param page whose queue was shown
 */
export async function weightOf(page: Page): Promise<{ first: number; later: number }> {
  const loaded = await page.evaluate(() => {
    const shown = performance.getEntriesByName('antrean')[0]!.startTime;
    const own = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.startsWith(location.origin) && !new URL(name).pathname.startsWith('/api/'))
      .map(({ name, startTime }) => [name, startTime < shown] as const);
    return [[location.href.split('#')[0]!, true] as const, ...own];
  });
  const sum = { first: 0, later: 0 };
  for (const [address, isFirst] of new Map(loaded)) {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    sum[isFirst ? 'first' : 'later'] += gzipSync(bytes).length / 1024;
  }
  return sum;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
  }[];
}

/** Asserts that axe finds nothing serious on what is shown. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Half-faded colours of something that is just coming up have no contrast yet.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .map((one) => (one.effect?.getTiming().iterations === Infinity ? null : one.finished)),
    ),
  );
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(node: Document, options: object): Promise<AxeResult> } }).axe.run(
      document,
      {
        resultTypes: ['violations'],
      },
    ),
  );
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(serious, screen).toEqual([]);
}

/** Least height of what a thumb taps, in CSS pixels. */
const thumb = 44;

/** Asserts that a screen can be read and tapped, by day and by night: by axe, and by nothing sticking out of it. */
export async function expectLegible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${screen}, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const found = await page.evaluate((least) => {
    const controls = document.querySelectorAll<HTMLElement>(
      'button, summary, select, input, textarea, a.tombol',
    );
    const small = [...controls].filter((node) => {
      const { height } = node.getBoundingClientRect();
      const isShown = node.checkVisibility() && node.closest('.hanya-pembaca') === null;
      // A box to tick is tapped by its label.
      return isShown && (node.closest('label') ?? node).getBoundingClientRect().height < least && height > 1;
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    return { wider: scrollWidth - clientWidth, small: small.map((node) => node.outerHTML.slice(0, 120)) };
  }, thumb);
  expect(found, screen).toEqual({ wider: 0, small: [] });
}
