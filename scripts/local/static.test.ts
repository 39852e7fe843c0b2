import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { portalPolicy, staticSite } from './static.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'paraf-static-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it.each([
  ['foto.jpg', 'image/jpeg'],
  ['foto.webp', 'image/webp'],
  ['naskah.pdf', 'application/pdf'],
  ['siaran.mp3', 'audio/mpeg'],
  ['siaran.m4a', 'audio/mp4'],
  ['film.mp4', 'video/mp4'],
  ['data.csv', 'text/csv; charset=utf-8'],
  ['catatan.txt', 'text/plain; charset=utf-8'],
  ['tabel.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['surat.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['halaman.html', 'text/html; charset=utf-8'],
])('serves %s as %s, whole and in parts, and lets nothing be guessed', async (name, type) => {
  writeFileSync(join(root, name), '0123456789');
  const site = staticSite(() => root, portalPolicy);
  const whole = await site.request(`/${name}`);
  expect([whole.status, whole.headers.get('content-type'), await whole.text()]).toEqual([
    200,
    type,
    '0123456789',
  ]);
  expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
  expect(whole.headers.get('content-security-policy')).toContain("media-src 'self'");
  const part = await site.request(`/${name}`, { headers: { range: 'bytes=2-4' } });
  expect([part.status, part.headers.get('content-type'), await part.text()]).toEqual([206, type, '234']);
});

it('a missing file is a page that says so, whatever its name', async () => {
  const answer = await staticSite(() => root, portalPolicy).request('/tidak-ada.mp3');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
});
