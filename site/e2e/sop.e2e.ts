import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagramOf } from '../src/sop-diagram.ts';
import { lembarOf } from '../src/sop-lembar.ts';
import { buildSite, repository } from '../src/testing/build.ts';
import { writePublication } from '../src/testing/fixture.ts';
import { readSops } from '../src/testing/sops.ts';
import { launchBrowser } from './browser.ts';

const sops = readSops();
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};
/** Millimetres of A4 landscape within its margins, in CSS pixels. */
const paper = { width: Math.round((273 / 25.4) * 96), height: (186 / 25.4) * 96 };

let root: string;
let server: Server;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'paraf-sop-'));
  writePublication(join(root, 'isi'), repository, []);
  buildSite(join(root, 'isi'), join(root, 'dist'));
  server = createServer((request, response) => {
    const path = request.url?.endsWith('/') ? `${request.url}index.html` : (request.url ?? '/');
    response.setHeader('Content-Type', types[extname(path)] ?? 'text/plain');
    response.end(readFileSync(join(root, 'dist', path)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
}, 120_000);

afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

/** Shows a page of an SOP at a width, in a browser of its own. */
async function shown<T>(id: string, width: number, look: (page: Page) => Promise<T>): Promise<T> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/sop/${id}/`);
    await page.evaluate(() => document.fonts.ready);
    return await look(page);
  } finally {
    await browser.close();
  }
}

describe.each([...sops.keys()])('the page of %s', (id) => {
  const sop = sops.get(id)!;
  const sheets = lembarOf(sop, diagramOf(sop));

  it('is a list on a phone, and nothing sticks out', async () => {
    const seen = await shown(id, 360, (page) =>
      page.evaluate(() => ({
        table: document.querySelector('.sop-tabel')?.checkVisibility(),
        items: [...document.querySelectorAll('.sop-langkah > li')].filter((item) => item.checkVisibility())
          .length,
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      })),
    );
    expect(seen).toEqual({ table: false, items: sop.langkah.length, over: 0 });
  });

  it('is a flowchart on a desk, whose drawings fill their cells, so that lines meet at any height', async () => {
    const seen = await shown(id, 1280, (page) =>
      page.evaluate(() => {
        const off = [...document.querySelectorAll('td > svg.sop-alir')].filter((svg) => {
          if (!svg.checkVisibility()) return false;
          const [inner, outer] = [svg.getBoundingClientRect(), svg.parentElement!.getBoundingClientRect()];
          return Math.abs(inner.height - outer.height) > 2 || Math.abs(inner.width - outer.width) > 2;
        });
        return {
          list: document.querySelector('.sop-langkah')?.checkVisibility(),
          off: off.length,
          connectors: [...document.querySelectorAll('.sop-sambung')].some((row) => row.checkVisibility()),
          over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        };
      }),
    );
    expect(seen).toEqual({ list: false, off: 0, connectors: false, over: 0 });
  });

  it('is printed on A4 landscape: every sheet of its table fits a page, and pages end where sheets do', async () => {
    const { parts, pages } = await shown(id, paper.width, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const heights = await page.evaluate(() => {
        const height = (selector: string) =>
          [...document.querySelectorAll(selector)].map((part) => part.getBoundingClientRect().height);
        const [table] = document.querySelectorAll('.sop-tabel');
        const heading = document.querySelector('.sop-judul-bagian')!.getBoundingClientRect().top;
        return {
          form: document.querySelector('.sop-identitas')!.getBoundingClientRect().bottom,
          heading: table!.getBoundingClientRect().top - heading,
          head: height('.sop-tabel thead')[0]!,
          bodies: height('.sop-tabel tbody'),
        };
      });
      const pdf = await page.pdf({ preferCSSPageSize: true });
      return { parts: heights, pages: pageSizes(pdf) };
    });
    expect(parts.form).toBeLessThan(paper.height);
    expect(parts.bodies).toHaveLength(sheets.length);
    for (const [index, body] of parts.bodies.entries()) {
      const above = parts.head + (index === 0 ? parts.heading : 0);
      expect(above + body, `sheet ${index + 1}`).toBeLessThanOrEqual(paper.height);
    }
    // The form, each sheet, and the notes, which begin under the last of them.
    expect(pages.length).toBeGreaterThanOrEqual(1 + sheets.length);
    expect(new Set(pages)).toEqual(new Set(['842 × 595']));
  });
});

/** Sizes of a PDF's pages, in points. */
function pageSizes(pdf: Buffer): string[] {
  return [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`,
  );
}
