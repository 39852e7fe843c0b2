import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { currentSite } from '../../publish/deploy.ts';
import { fakePages } from '../../publish/testing/fake-pages.ts';
import { news, openNewsroom, place, type Newsroom } from '../testing/newsroom.ts';
import { publishedExamples } from '../testing/published-examples.ts';
import { bring, openPostman, signedDelivery, type Postman } from '../testing/postman.ts';
import { startServing, type Served } from './serve.ts';
import { program, spawnServe } from './testing/spawn-serve.ts';

/** The service beside the local GitHub, whose deliveries go through a postman who can be told to misbehave. */
const secret = 'rahasia-webhook-untuk-pengujian-saja';
let room: Newsroom;
let postman: Postman;
let silence: () => void;
let lines: string[] = [];
const stops: (() => Promise<void>)[] = [];

vi.setConfig({ testTimeout: 120_000 });

beforeAll(async () => {
  room = await openNewsroom();
  postman = await openPostman();
  silence = room.server.deliverTo(postman.address, secret);
});
afterEach(async () => {
  vi.restoreAllMocks();
  postman.route = null;
  postman.deliveries.length = 0;
  for (const stop of stops.splice(0)) await stop();
});
afterAll(async () => {
  silence();
  await postman.stop();
  await room.stop();
});

const settings = () => ({
  baseUrl: `${room.url}/api/v3`,
  isPaced: false,
  repository: place,
  appId: '300',
  privateKey: room.server.store.appKey.pem(),
  webhookSecret: secret,
  port: 0,
  host: '127.0.0.1',
  dataDir: join(room.dataDir, 'layanan'),
  portal: null,
  now: room.now,
  log: (line: string) => lines.push(line),
});

async function start(sweepEvery = 3_600_000): Promise<Served> {
  lines = [];
  const served = await startServing({ ...settings(), sweepEvery });
  stops.push(served.stop);
  return served;
}

const branchOf = (slug: string) => `cms/berita/2026/11/${slug}`;
const open = (slug: string) => room.open('peliput', branchOf(slug), news(slug));
const lineOf = async (slug: string) => room.check(await room.head(branchOf(slug)));
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 100_000, interval: 200 });
/** How often a pull request was looked at: each look reads its branch's activity, once. */
function countLooks(): (slug: string) => number {
  const asked = vi.spyOn(globalThis, 'fetch');
  return (slug) =>
    asked.mock.calls.filter(([address]) => {
      const { pathname, searchParams } = new URL(address as string);
      return pathname.endsWith('/activity') && searchParams.get('ref') === `refs/heads/${branchOf(slug)}`;
    }).length;
}

describe('an item goes its way by deliveries alone', () => {
  it('from the draft to the ledger, and nobody asks for a look', async () => {
    const { address } = await start();
    postman.route = `${address}/webhook`;
    const pull = await open('lewat-kiriman');
    await until(async () => expect(await lineOf('lewat-kiriman')).toContain('Langkah 2 dari 4'));
    await room.submit('peliput', pull);
    await until(async () => expect(await lineOf('lewat-kiriman')).toContain('Langkah 3 dari 4'));
    await room.review('pengolah-satu', pull, 'APPROVE');
    await until(async () => expect(lines).toContain(`#${pull}: Sudah digabung, menunggu tayang`));
    expect(await room.read('main', 'content/berita/2026/11/lewat-kiriman/index.md')).toContain('Warga');
    // Neither secret nor token is ever told.
    expect(lines.join('\n')).not.toMatch(/rahasia|ghs_|BEGIN|ey[A-Za-z0-9_-]{20}/);
  });

  it('the same deliveries in the wrong order, and twice, lead to the same place', async () => {
    const pull = await open('terbalik');
    await room.submit('peliput', pull);
    await room.review('pengolah-satu', pull, 'REQUEST_CHANGES', 'Nama warga salah.');
    await vi.waitFor(() => expect(postman.deliveries.length).toBeGreaterThanOrEqual(4));
    const { address } = await start();
    const sent = [...postman.deliveries];
    for (const delivery of [...sent].reverse().flatMap((one) => [one, one]))
      await bring(`${address}/webhook`, delivery);
    await until(async () => expect((await room.comments(pull)).join('\n')).toContain('Nama warga salah.'));
    const answers = await Promise.all(sent.map((one) => bring(`${address}/webhook`, one)));
    expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['Kiriman ini sudah diterima.']));
  });

  it('what was lost the sweep finds, at the start and from time to time', async () => {
    const pull = await open('hilang');
    await start(500);
    await until(async () => expect(await lineOf('hilang')).toContain('Langkah 2 dari 4'));
    await room.submit('peliput', pull);
    await until(async () => expect(await lineOf('hilang')).toContain('Langkah 3 dari 4'));
  });
});

it('a burst of 200 deliveries on 20 items is taken at once, and each item is looked at, few times', async () => {
  const { address } = await start();
  const slugs = Array.from({ length: 20 }, (_, index) => `serbuan-${index}`);
  const pulls: number[] = [];
  for (const slug of slugs) pulls.push(await open(slug));
  const [template] = postman.deliveries.filter(({ headers }) => headers['x-github-event'] === 'pull_request');
  const { deliver } = burst(template!.body, pulls);
  const looksAt = countLooks();
  const answers = await deliver(`${address}/webhook`);
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 200 }, () => 202));
  await until(async () => {
    for (const slug of slugs) expect(await lineOf(slug)).toContain('Langkah 2 dari 4');
  });
  // The first when its delivery came, and one for all that came meanwhile; the gate itself may look once more.
  for (const slug of slugs) expect(looksAt(slug)).toBeLessThanOrEqual(3);
});

/** Ten signed deliveries for each of these. */
function burst(body: string, pulls: readonly number[]) {
  const payload = JSON.parse(body) as { pull_request: { number: number } };
  const deliveries = Array.from({ length: 10 * pulls.length }, (_, index) => {
    const number = pulls[index % pulls.length]!;
    const told = { ...payload, pull_request: { ...payload.pull_request, number } };
    return signedDelivery('pull_request', told, `serbu-${number}-${index}`, secret);
  });
  return { deliver: (address: string) => Promise.all(deliveries.map((one) => bring(address, one))) };
}

it('every payload that GitHub published, told in our name, leaves the service well', async () => {
  const { address } = await start();
  const ours = { full_name: `${place.owner}/${place.repo}` };
  const answers: number[] = [];
  for (const [index, { event, payload }] of publishedExamples().entries()) {
    // Pushes of the branch that is watched; the rest is about whatever number the examples have.
    const told = { ...payload, repository: ours, ...(event === 'push' ? { ref: 'refs/heads/main' } : {}) };
    const delivery = signedDelivery(event, told, `contoh-${index}`, secret);
    answers.push((await bring(`${address}/webhook`, delivery)).status);
  }
  expect(new Set(answers)).toEqual(new Set([202]));
  postman.route = `${address}/webhook`;
  await open('sesudah-contoh');
  await until(async () => expect(await lineOf('sesudah-contoh')).toContain('Langkah 2 dari 4'));
  expect((await fetch(`${address}/paraf/health`)).status).toBe(200);
  expect(lines.filter((line) => !/^#\d+: /.test(line))).toEqual([]);
});

it('where this machine publishes too, what was signed is live, told, and finished', async () => {
  lines = [];
  const dataDir = join(room.dataDir, 'dengan-portal');
  const portal = { source: room.server.repository, modules: '/tidak-dipakai', pages: fakePages };
  const served = await startServing({ ...settings(), sweepEvery: 3_600_000, dataDir, portal });
  stops.push(served.stop);
  postman.route = `${served.address}/webhook`;
  const pull = await open('tayang-sendiri');
  await room.submit('peliput', pull);
  await room.review('pengolah-satu', pull, 'APPROVE');
  await until(async () => expect(lines).toContain(`#${pull}: Selesai: sudah tayang`));
  expect(readFileSync(join(currentSite(dataDir)!, 'index.html'), 'utf8')).toContain(
    'Warga membersihkan parit',
  );
});

describe('a process of its own: paraf serve', () => {
  const start = async () => {
    const served = await spawnServe(room, join(room.dataDir, 'layanan-sendiri'), secret);
    stops.push(async () => void served.child.kill('SIGKILL'));
    return served;
  };

  it('killed in the middle of its work, it goes on at the next start, and knows what it had taken', async () => {
    const first = await start();
    const slugs = Array.from({ length: 6 }, (_, index) => `padam-${index}`);
    const pulls: number[] = [];
    for (const slug of slugs) pulls.push(await open(slug));
    const [delivery] = postman.deliveries;
    await bring(`${first.address}/webhook`, delivery!);
    const { deliver } = burst(
      postman.deliveries.find(({ headers }) => headers['x-github-event'] === 'pull_request')!.body,
      pulls,
    );
    await deliver(`${first.address}/webhook`);
    first.child.kill('SIGKILL');
    await first.gone();

    const second = await start();
    await until(async () => {
      for (const slug of slugs) expect(await lineOf(slug)).toContain('Langkah 2 dari 4');
    });
    expect(await bring(`${second.address}/webhook`, delivery!)).toEqual({
      status: 202,
      text: 'Kiriman ini sudah diterima.',
    });
    await until(async () => {
      const health = await fetch(`${second.address}/paraf/health`);
      expect([health.status, await health.json()]).toEqual([
        200,
        { ready: true, sapuanTerakhir: expect.any(String) as string },
      ]);
    });

    // Asked to end, it ends what runs and says so.
    second.child.kill('SIGTERM');
    expect(await second.gone()).toBe(0);
    expect(second.output()).toMatch(
      /Menyelesaikan yang sedang berjalan, lalu berhenti …\n(.*\n)*\S+ Berhenti\.\n$/,
    );
    expect(second.output()).not.toMatch(/rahasia|ghs_|BEGIN/);
  });

  it('whatever is not set is named at once, with what to do', async () => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'serve'], {
      env: {
        PATH: process.env['PATH'],
        GITHUB_API_URL: 'http://api.example',
        PARAF_WEBHOOK_SECRET: 'pendek',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    expect(await once(child, 'exit')).toEqual([2, null]);
    expect(text.trimEnd().split('\n')).toEqual([
      'paraf serve belum dapat dijalankan:',
      'GITHUB_API_URL “http://api.example” tidak dapat dipakai. Tulis alamat https yang lengkap, misalnya https://api.github.com.',
      'GITHUB_REPOSITORY belum benar. Tulis pemilik/nama, misalnya diskominfo/portal.',
      'PARAF_APP_ID belum diisi. Nomornya ada di halaman pengaturan GitHub App.',
      'PARAF_WEBHOOK_SECRET paling sedikit 32 huruf acak, sama dengan yang diisikan di GitHub App.',
      'Kunci aplikasi belum disebut. Isi PARAF_APP_KEY_FILE dengan nama berkas .pem dari GitHub App, atau PARAF_APP_KEY dengan isinya.',
    ]);
  });

  it('an app that GitHub does not know, or that is not installed, is told as such', async () => {
    await expect(startServing({ ...settings(), sweepEvery: 1, appId: '7' })).rejects.toMatchObject({
      status: 401,
    });
    const elsewhere = { owner: 'diskominfo', repo: 'lain' };
    await expect(startServing({ ...settings(), sweepEvery: 1, repository: elsewhere })).rejects.toMatchObject(
      { status: 404 },
    );
    await expect(startServing({ ...settings(), sweepEvery: 1, privateKey: 'bukan kunci' })).rejects.toThrow(
      'Kunci aplikasi tidak terbaca. Pakai berkas .pem yang diunduh dari halaman GitHub App, utuh dengan baris BEGIN dan END.',
    );
  });
});
