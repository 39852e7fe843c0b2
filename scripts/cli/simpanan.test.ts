import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openArchive, type Archive } from '../publish/testing/archive.ts';
import { paraf, parafWith } from './testing/paraf.ts';

let archive: Archive;
let server: Server;
let folder: string;
/** What the API answers. */
let answer: { readonly status: number; readonly body: unknown };
const env: Record<string, string> = { GITHUB_REPOSITORY: 'diskominfo/portal', GITHUB_TOKEN: 'demo' };

beforeAll(async () => {
  archive = openArchive(null, { '.github/workflows/publish.yml': 'name: publish\n' });
  folder = mkdtempSync(join(tmpdir(), 'paraf-ambil-'));
  server = createServer((_, response) => {
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  env['GITHUB_API_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  archive.stop();
  rmSync(folder, { recursive: true, force: true });
});

const take = (data: string) => parafWith(env, 'simpanan', 'ambil', '--repo', archive.repoDir, '--data', data);

it('nothing is put where something is already, and what is there stays', async () => {
  const data = join(folder, 'berisi');
  mkdirSync(data);
  writeFileSync(join(data, 'kabar.sqlite'), '');
  expect(await take(data)).toEqual({
    code: 2,
    out: '',
    err: `Folder ${data} sudah berisi. Simpanan hanya ditaruh di folder yang kosong.\n`,
  });
  expect(readdirSync(data)).toEqual(['kabar.sqlite']);
});

it('where no run left anything, nothing is there, and that is no fault', async () => {
  answer = { status: 200, body: { total_count: 0, workflow_runs: [] } };
  const data = join(folder, 'pertama');
  expect(await take(data)).toEqual({
    code: 0,
    out: '',
    err: 'Belum ada simpanan yang dapat dipakai: seluruh portal dibuat lagi.\n',
  });
  expect(existsSync(data)).toBe(false);
});

it('an API that refuses is told, and nothing is there', async () => {
  answer = { status: 403, body: { message: 'Resource not accessible by integration' } };
  const data = join(folder, 'ditolak');
  const { code, err } = await take(data);
  expect([code, err]).toEqual([
    3,
    expect.stringMatching(
      /^127\.0\.0\.1:\d+ tidak menjawab sebagaimana mestinya untuk diskominfo\/portal \(403\): Resource not accessible by integration/,
    ),
  ]);
  expect(existsSync(data)).toBe(false);
});

it('where nothing is shown, nothing is kept', async () => {
  expect(
    await paraf('simpanan', 'simpan', '--data', join(folder, 'kosong'), '--out', join(folder, 'a.tar.zst')),
  ).toEqual({
    code: 1,
    out: '',
    err: 'Tidak ada yang disimpan. Belum ada portal tayang yang dikenal indeksnya. Penerbitan berikutnya membuat semuanya lagi.\n',
  });
});
