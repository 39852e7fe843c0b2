/** The review desk as people use it: on a phone, signed in through the popup, by what they see. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

/** One person with their phone. */
export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to the API so far: method and path. */
  readonly calls: string[];
}

/** Signs in at `/meja/` on a phone of their own, and waits for the queue. */
export async function phoneOf(browser: Browser, origin: string, login: string): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'id-ID',
    hasTouch: true,
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

/** Gives the paraf: the button on the bar, then the one on the sheet. Returns what the sheet said, and what came of it. */
export async function sign({ page }: Phone, verb: string): Promise<{ sheet: string; result: string }> {
  await page
    .getByRole('region', { name: 'Tindakan' })
    .getByRole('button', { name: verb, exact: true })
    .click();
  const sheet = page.getByRole('dialog');
  const text = await sheet.innerText();
  await sheet.getByRole('button', { name: `${verb} sekarang` }).click();
  return { sheet: text, result: await resultOf(page) };
}

/** Submits the item that is open. */
export async function submit({ page }: Phone): Promise<string> {
  await page.getByRole('button', { name: 'Ajukan', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ajukan sekarang' }).click();
  return resultOf(page);
}

/** What the desk says once an act has arrived. */
export async function resultOf(page: Page): Promise<string> {
  const result = page.locator('.hasil:not(.hasil-kosong)');
  await result.waitFor();
  return result.innerText();
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
