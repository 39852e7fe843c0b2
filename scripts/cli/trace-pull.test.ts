import { afterAll, beforeAll, expect, it } from 'vitest';
import { appAccount } from '../local/accounts.ts';
import { positionSchema } from '../core/position.ts';
import { antreanOf } from '../github/testing/records.ts';
import { news, openNewsroom, type Newsroom } from '../github/testing/newsroom.ts';
import { parafWith } from './testing/paraf.ts';

let room: Newsroom;
let item: number;
beforeAll(async () => {
  room = await openNewsroom();
  item = await room.open('peliput', 'cms/berita/2026/11/kerja-bakti', news('kerja-bakti'));
  await room.submit('peliput', item);
  await room.look(item);
});
afterAll(() => room.stop());

const env = (more: Readonly<Record<string, string>> = {}) => ({
  GITHUB_API_URL: `${room.url}/api/v3`,
  GITHUB_REPOSITORY: 'diskominfo/portal',
  GITHUB_TOKEN: 'demo-tamu',
  ...more,
});
const trace = (pull: number, ...more: string[]) =>
  parafWith(env(), 'trace', '--pr', String(pull), '--now', room.now(), ...more);

it('tells where a pull request stands, as the gate does, with the rights of any reader', async () => {
  const { code, out, err } = await trace(item, '--json');
  expect([code, err]).toEqual([0, '']);
  const position = positionSchema.parse(JSON.parse(out));
  expect([[item, position.langkah]]).toEqual(await antreanOf(room));
  expect(position).toMatchObject({ status: 'berjalan', menunggu: ['tim-pengolah-informasi'] });
});

it('is told by the server’s clock where that runs ahead, and not before what has happened', async () => {
  const ahead = await room.open('peliput', 'cms/berita/2026/11/esok', news('esok'));
  const early = await parafWith(env(), 'trace', '--pr', String(ahead), '--now', '2026-11-02T07:00:00+07:00');
  expect([early.code, early.out]).toEqual([1, '']);
  expect(early.err).toMatch(
    /^#\d+: Terjadi Sen 02\/11\/2026 08\.0\d WIB, padahal saat penilaiannya baru Sen 02\/11\/2026 07\.00 WIB\. Betulkan jamnya, atau majukan saat penilaian \(now\)\.\n$/,
  );
  const { code } = await parafWith(env(), 'trace', '--pr', String(ahead));
  expect(code).toBe(0);
});

it('prints a table for people', async () => {
  const { out } = await trace(item);
  expect(out).toMatch(/^penyebarluasan-informasi: berjalan, putaran koreksi 0\n\n {3}No {2}Tindakan/);
  expect(out).toContain('▸  3   periksa   menunggu Tim Pengolah Informasi  Sen 02/11/2026 08.30 WIB');
});

it('knows the merges of the app by its account', async () => {
  const slug = 'parit-bersih';
  const pull = await room.open('peliput', `cms/berita/2026/11/${slug}`, news(slug));
  await room.submit('peliput', pull);
  await room.review('pengolah-satu', pull, 'APPROVE');
  room.wait(1);
  await room.look(pull);
  const told = async (...more: string[]) =>
    (
      JSON.parse((await trace(pull, '--json', ...more)).out) as { pelanggaran: { code: string }[] }
    ).pelanggaran.map(({ code }) => code);
  expect(await told('--app', String(appAccount.id))).toEqual([]);
  expect(await told('--app', '1')).toEqual(['digabung-bukan-aplikasi']);
});

it('tells why there is no position', async () => {
  const sistem = await room.open('admin-ti-satu', 'ubah-halaman', { 'site/halaman.txt': 'v2' });
  const mixed = await room.open('admin-ti-satu', 'campur', {
    ...news('campur'),
    'site/halaman.txt': 'v3',
    'content/berita/lepas.md': 'x',
  });
  expect([await trace(sistem), await trace(mixed), await trace(999)]).toEqual([
    {
      code: 1,
      out: '',
      err: `#${sistem}: Pull request ini mengubah sistem dan tidak berjalan menurut SOP. Kedudukannya tertulis pada check “paraf”.\n`,
    },
    {
      code: 1,
      out: '',
      err: `#${mixed}: Ada berkas di tempat yang tidak dikenal: content/berita/lepas.md. Setiap butir punya satu folder sendiri, misalnya content/berita/2026/11/kerja-bakti/. Pindahkan atau hapus berkas itu.
#${mixed}: Mengubah butir content/berita/2026/11/campur sekaligus berkas sistem: site/halaman.txt. Keduanya punya jalan persetujuan sendiri; pisahkan menjadi dua pull request.\n`,
    },
    {
      code: 1,
      out: '',
      err: 'diskominfo/portal: Yang diminta tidak ada di repositori ini, atau token ini tidak boleh melihatnya. Periksa nomor, nama repositori, dan tokennya.\n',
    },
  ]);
});

it('tells what it needs, and that the server refused', async () => {
  const without = await parafWith(env({ GITHUB_TOKEN: '' }), 'trace', '--pr', '1');
  expect(without).toEqual({
    code: 2,
    out: '',
    err: 'paraf trace --pr memerlukan GITHUB_API_URL, GITHUB_REPOSITORY (pemilik/nama), dan GITHUB_TOKEN. Isi ketiganya, lalu ulangi.\n',
  });
  const address = await parafWith(env({ GITHUB_API_URL: 'portal' }), 'trace', '--pr', '1');
  expect([address.code, address.err]).toEqual([
    2,
    'GITHUB_API_URL “portal” bukan alamat. Tulis lengkap, misalnya https://api.github.com.\n',
  ]);
  const refused = await parafWith(env({ GITHUB_TOKEN: 'salah' }), 'trace', '--pr', '1');
  expect([refused.code, refused.out]).toEqual([3, '']);
  expect(refused.err).toMatch(
    /^[\w.]+:\d+ tidak menjawab sebagaimana mestinya untuk diskominfo\/portal \(401\): .+\. Periksa alamat, nama repositori, dan tokennya, lalu ulangi\.\n$/,
  );
});
