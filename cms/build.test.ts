import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCms } from './build.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paraf-cms-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the page has all it loads, and loads nothing from elsewhere', async () => {
  const outDir = join(folder, 'admin');
  const admin = { repo: 'o/r', relations: { opd: [] }, years: {}, alur: {}, app: 2000 };
  await buildCms({ outDir, admin });
  const files = await readdir(outDir);
  const html = await readFile(join(outDir, 'index.html'), 'utf8');
  const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name);
  expect(loaded).toEqual(['logo.svg', 'admin.css', 'admin.js', 'decap-cms.js']);
  expect(files).toEqual(expect.arrayContaining(loaded));
  expect(html).not.toMatch(/<script>|style=|https?:/);
  expect(files.filter((name) => name.endsWith('.map') || /(^|\.)cms\.js$/.test(name))).toEqual([]);
  expect(files.filter((name) => name.endsWith('.decap-cms.js')).length).toBeGreaterThan(50);
  expect(JSON.parse(await readFile(join(outDir, 'admin-config.json'), 'utf8'))).toEqual(admin);
});
