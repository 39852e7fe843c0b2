import { afterAll, beforeAll, expect, it } from 'vitest';
import { parafWith } from '../cli/testing/paraf.ts';
import { news, openNewsroom, type Newsroom } from './testing/newsroom.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

const path = 'content/sop/penyebarluasan-informasi/index.md';
const berjalan = (...more: string[]) =>
  parafWith(
    {
      GITHUB_API_URL: `${room.url}/api/v3`,
      GITHUB_REPOSITORY: 'diskominfo/portal',
      GITHUB_TOKEN: 'demo-tamu',
    },
    'sop',
    '--berjalan',
    ...more,
  );
const listed = async () =>
  (JSON.parse((await berjalan('--json')).out) as { pull: number; lama: boolean }[]).map(({ pull, lama }) => [
    pull,
    lama,
  ]);

it('an item finishes under the SOP as it stood when it began, and the change of the SOP says which do', async () => {
  const old = await room.open('peliput', 'cms/berita/2026/11/lama', news('lama'));
  await room.submit('peliput', old);
  await room.look(old);
  expect(await berjalan()).toMatchObject({ code: 0, err: '' });
  expect(await listed()).toEqual([[old, false]]);

  // From now on every news item is checked within the hour; nothing else is changed.
  const text = (await room.read('main', path)) ?? '';
  const changed = text.replace('waktu: { menit: 30 }', 'waktu: { menit: 60 }');
  const change = await room.open('admin-ti-satu', 'ubah-sop', { [path]: changed });
  await room.look(change);
  const [summary] = await room.comments(change);
  expect(summary).toMatch(
    new RegExp(
      `### Butir yang tetap berjalan menurut SOP lama\n\n- \\\\#${old} Warga kerja bakti di tepi Kapuas \\(berita\\), langkah 3: SOP penyebarluasan-informasi versi \`[0-9a-f]{10}\`\n*$`,
    ),
  );
  await room.review('admin-ti-dua', change, 'APPROVE');
  expect((await room.look(change)).title).toBe('Perubahan sistem: sudah digabung');

  room.wait(60);
  const fresh = await room.open('peliput', 'cms/berita/2026/11/baru', news('baru'));
  await room.submit('peliput', fresh);
  expect((await room.look(old)).title).toMatch(/tenggat Sen 02\/11\/2026 08\.30 WIB$/);
  expect((await room.look(fresh)).title).toMatch(/tenggat Sen 02\/11\/2026 09\.01 WIB$/);
  expect(await listed()).toEqual([
    [old, true],
    [fresh, false],
  ]);
  const { out } = await berjalan();
  expect(out).toMatch(
    new RegExp(
      `^2 butir berjalan, 1 di antaranya menurut SOP lama\\.\n\n {6}No {2}Koleksi  Langkah  SOP {23}Versi {7}Judul\nlama {2}#${old} {2,3}berita   3        penyebarluasan-informasi  [0-9a-f]{10}  Warga kerja bakti di tepi Kapuas\n {6}#${fresh} `,
    ),
  );
});

it('a change of the system that touches no SOP says nothing of items', async () => {
  const change = await room.open('admin-ti-satu', 'ubah-halaman', { 'site/halaman.txt': 'v2' });
  await room.look(change);
  const [summary] = await room.comments(change);
  expect(summary).not.toContain('SOP lama');
});

it('warns of a role that the change leaves without a holder', async () => {
  const roles = (await room.read('main', 'content/pelaksana.yml')) ?? '';
  const ended = roles.replace(/(peran: kasi-pkp\n {2}mulai: "2026-01-01"\n)/, '$1  selesai: "2026-10-31"\n');
  expect(ended).not.toBe(roles);
  const change = await room.open('admin-ti-satu', 'akhiri-kasi', { 'content/pelaksana.yml': ended });
  expect((await room.look(change)).title).toBe('Perubahan sistem: menunggu persetujuan pengelola sistem');
  const [summary] = await room.comments(change);
  expect(summary).toContain(
    '### Perlu diperhatikan\n\n- content/pelaksana.yml: (peringatan) Tidak ada yang memegang peran KASI PKP',
  );
});
