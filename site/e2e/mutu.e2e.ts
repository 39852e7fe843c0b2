import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weightOf } from '../src/testing/build.ts';
import { launchBrowser } from './browser.ts';
import { fileOfAddress, pageKinds } from './jenis-halaman.ts';
import { openPortal, type Portal } from './portal.ts';

/** What holds for a page of every kind, whoever designs it. */
let portal: Portal;
let kinds: [string, string][];
const html = (address: string) => readFileSync(join(portal.dist, fileOfAddress(address)), 'utf8');

beforeAll(async () => {
  portal = await openPortal();
  kinds = pageKinds(portal.dist);
});
afterAll(() => portal?.stop());

describe('every kind of page', () => {
  it('is valid HTML', async () => {
    const validator = new HtmlValidate(
      new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }),
    );
    const faults: string[] = [];
    for (const [kind, address] of kinds) {
      const { results } = await validator.validateString(html(address), address);
      for (const { messages } of results)
        for (const { ruleId, message, line, column } of messages)
          faults.push(`${kind} (${address}:${line}:${column}) ${ruleId}: ${message}`);
    }
    expect(faults).toEqual([]);
  });

  it('names its language, and its headings go down one level at a time from one h1', () => {
    for (const [kind, address] of kinds) {
      const text = html(address);
      expect(text, kind).toMatch(/<html lang="id">/);
      const levels = [...text.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
      expect(
        levels.filter((level) => level === 1),
        kind,
      ).toHaveLength(1);
      const body = levels.slice(levels.indexOf(1));
      for (const [n, level] of body.entries())
        expect(
          level - (body[n - 1] ?? 0),
          `${kind}: h${level} after h${body[n - 1] ?? 0}`,
        ).toBeLessThanOrEqual(1);
    }
  });

  it('weighs at most 50 KB before pictures, its font and its program included', () => {
    const heavy = kinds
      .filter(([kind]) => kind !== 'an old address')
      .map(([kind, address]): [string, number] => [kind, weightOf(portal.dist, fileOfAddress(address))])
      .filter(([, bytes]) => bytes > 50 * 1024);
    expect(heavy).toEqual([]);
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

describe('every kind of page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('passes axe at 320 and 1280 pixels, light and dark, stays within its width, asks nobody else, keeps nothing', async () => {
    const faults: string[] = [];
    const page = await browser.newPage({ locale: 'id-ID', reducedMotion: 'reduce' });
    page.on('request', (request) => {
      if (!request.url().startsWith(portal.origin)) faults.push(`${page.url()} asks ${request.url()}`);
    });
    page.on('console', (message) => {
      const isOwn404 = page.url().endsWith('/404.html');
      if (message.type() === 'error' && !isOwn404) faults.push(`${page.url()} ${message.text()}`);
    });
    for (const [kind, address] of kinds.filter(([name]) => name !== 'an old address')) {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(`${portal.origin}${address}`);
      await page.evaluate(axe);
      for (const width of [320, 1280])
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          const [violations, overflow] = await page.evaluate(async (isDark) => {
            const { axe } = window as unknown as {
              axe: { run(node: Document, options: object): Promise<{ violations: Violation[] }> };
            };
            // In the dark the same elements stand there in other colours.
            const runOnly = isDark
              ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
              : {
                  type: 'tag',
                  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                };
            const found = await axe.run(document, {
              resultTypes: ['violations'],
              runOnly,
              // Two parts of a page may bear the same heading.
              rules: { 'landmark-unique': { enabled: false } },
            });
            const { scrollWidth, clientWidth } = document.documentElement;
            return [found.violations, scrollWidth - clientWidth] as const;
          }, colorScheme === 'dark');
          const where = `${kind} (${address}), ${width} px, ${colorScheme}`;
          if (overflow > 0) faults.push(`${where}: ${overflow} px wider than the window`);
          for (const { id, nodes } of violations)
            faults.push(`${where}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
        }
    }
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
    expect(faults).toEqual([]);
    // Two runs of all rules and two of contrast for each of some forty kinds.
  }, 600_000);
});
