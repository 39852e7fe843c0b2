import { afterAll, beforeAll, expect, test } from 'vitest';
import { appAccount, demoAccounts } from '../../../scripts/local/accounts.ts';
import { alasanText } from '../../../scripts/github/read/alasan.ts';
import { news, openNewsroom, place, type Newsroom } from '../../../scripts/github/testing/newsroom.ts';
import { readingClient } from './client.ts';
import { lookAt, type Look } from './look.ts';

/** What the panel reads, from the real API, beside the real gate. */
let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

const see = (branch: string, login: string): Promise<Look | null> =>
  lookAt(readingClient(`${room.url}/api/v3`, `demo-${login}`), {
    repository: place,
    branch,
    app: appAccount.id,
    akun: demoAccounts.find((one) => one.login === login)!.id,
    now: room.server.store.now(),
  });

test('a returned draft: where it stands, who returned it, what is to be done, paragraph by paragraph', async () => {
  const branch = 'cms/berita/11/kembali/index';
  const pull = await room.open('peliput', branch, news('kembali'));
  await room.submit('peliput', pull);
  await room.review(
    'pengolah-satu',
    pull,
    'REQUEST_CHANGES',
    alasanText({
      umum: 'Angka keliru.',
      paragraf: [{ nomor: 1, awal: 'Warga membersihkan', alasan: 'Sebut jumlahnya.' }],
    }),
  );
  const { title } = await room.look(pull);
  const look = await see(branch, 'peliput');
  expect(look).toEqual({
    line: title,
    langkah: 2,
    sopVersion: expect.stringMatching(/^[0-9a-f]{40}$/),
    returns: [
      {
        by: expect.stringMatching(
          /^Tim Pengolah Informasi \(pengolah-satu\), Sen 02\/11\/2026 \d\d\.\d\d WIB$/,
        ),
        reasons: [
          { quote: null, text: 'Angka keliru.' },
          { quote: 'Paragraf 1: Warga membersihkan', text: 'Sebut jumlahnya.' },
        ],
      },
    ],
    refusals: [],
    findings: [],
    macet: [],
    cost: null,
  });

  await room.save('peliput', branch, news('kembali', 'Sebanyak 120 warga membersihkan parit.'));
  await room.submit('peliput', pull);
  expect((await see(branch, 'peliput'))?.returns).toEqual([]);
});

test('during a review an editor is warned of what a change would undo; whose step it is, is not', async () => {
  const branch = 'cms/berita/11/diperiksa/index';
  const pull = await room.open('peliput', branch, news('diperiksa'));
  expect((await see(branch, 'peliput'))?.cost).toBe(null);
  await room.submit('peliput', pull);
  // The first step of the review waits: it would begin again where it stands.
  expect((await see(branch, 'peliput'))?.cost).toBe(null);
  await room.save('pengolah-satu', branch, news('diperiksa', 'Warga membersihkan tiga parit.'));
  await room.review('pengolah-satu', pull, 'APPROVE');
  expect((await see(branch, 'peliput'))?.line).toContain('Langkah 4 dari 4: menunggu Tim Pengolah Informasi');
  expect((await see(branch, 'peliput'))?.cost).toBe(
    'Naskah ini sedang diperiksa. Menyimpan perubahan sekarang mengulang pemeriksaan dari langkah 3, dan paraf yang sudah ada gugur.',
  );
  expect((await see(branch, 'pengolah-dua'))?.cost).toBe(null);
});

test('what was not counted is told to whoever did it, and only until something is', async () => {
  const branch = 'cms/berita/11/kurang/index';
  const files = news('kurang');
  const index = Object.keys(files).find((path) => path.endsWith('index.md'))!;
  const half = { ...files, [index]: String(files[index]).replace('  data: Lima puluh warga hadir.\n', '') };
  const pull = await room.open('peliput', branch, half);
  await room.submit('peliput', pull);
  await room.look(pull);
  expect((await see(branch, 'peliput'))?.refusals).toEqual([
    'Pengajuan tidak dihitung: langkah 1 (liput) memerlukan Data Informasi, yang belum ada. Lengkapi, lalu ulangi.',
  ]);
  expect((await see(branch, 'penyusun'))?.refusals).toEqual([]);
  await room.save('peliput', branch, files);
  await room.submit('peliput', pull);
  expect((await see(branch, 'peliput'))?.refusals).toEqual([]);
});

test('what only the gate looks into is read from its pinned comment', async () => {
  const branch = 'cms/berita/11/temuan/index';
  const text = 'Hubungi warga dengan NIK 6171010101900001.';
  const pull = await room.open('peliput', branch, news('temuan', text));
  await room.look(pull);
  const [finding, ...rest] = (await see(branch, 'peliput'))?.findings ?? [];
  expect(rest).toEqual([]);
  expect(finding).toContain('Ada 16 angka berurutan yang tampak seperti NIK atau nomor KK.');
});

test('a branch without an open pull request has no position', async () => {
  expect(await see('cms/berita/11/tidak-ada/index', 'peliput')).toBe(null);
});

test('a token that is no longer valid is an error with its status', async () => {
  const client = readingClient(`${room.url}/api/v3`, 'basi');
  await expect(client.request('GET /repos/{owner}/{repo}/pulls', { ...place })).rejects.toMatchObject({
    status: 401,
  });
  await expect(client.graphql('{ viewer { login } }', {})).rejects.toMatchObject({ status: 401 });
});
