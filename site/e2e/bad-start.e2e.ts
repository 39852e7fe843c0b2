import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Octokit } from 'octokit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { review } from '../../scripts/local/demo/editor.ts';
import { stories } from '../../scripts/local/demo/stories.ts';
import { positionLine, repo, startParaf, until } from './paraf.ts';

/** What goes wrong at a start: each is told in full, ends with its exit code, and loses nothing. */
const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'paraf-buruk-'));
/** An office as a first start leaves it; each test breaks a copy. */
const office = join(scratch, 'kantor');
const isWindows = process.platform === 'win32';

interface Running {
  readonly child: ChildProcess;
  output(): string;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
  /** A signal to the launcher and all that it started, as a terminal sends it. */
  signal(name: NodeJS.Signals): void;
}

/** Runs a command of package.json. */
function launch(script: string, args: readonly string[], env: NodeJS.ProcessEnv, uid?: number): Running {
  const child = spawn(process.execPath, ['scripts/run.mjs', script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !isWindows,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return {
    child,
    output: () => out + err,
    ended: new Promise((done) => child.on('close', (code) => done({ code, out, err }))),
    signal: (name) => {
      if (isWindows) child.kill(name);
      else process.kill(-child.pid!, name);
    },
  };
}

const start = (env: NodeJS.ProcessEnv, uid?: number) => launch('scripts/start.ts', [], env, uid);
/** A start that must end by itself. */
const refused = async (env: NodeJS.ProcessEnv, uid?: number) => start({ PORT: '0', ...env }, uid).ended;

let number = 0;
function folder(): string {
  number += 1;
  const path = join(scratch, `folder-${number}`);
  mkdirSync(path);
  return path;
}

/** A copy of the office. */
function copy(): string {
  const path = folder();
  cpSync(office, path, { recursive: true });
  return path;
}

/** Every file below a folder with the hash of its bytes. */
function inventory(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

async function occupy(): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { port: (server.address() as AddressInfo).port, server };
}

beforeAll(async () => {
  const paraf = await startParaf();
  await paraf.end();
  mkdirSync(office);
  for (const name of ['app-token', 'github.db', 'portal.git'])
    cpSync(join(paraf.dataDir, name), join(office, name), { recursive: true });
  rmSync(paraf.dataDir, { recursive: true });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('a setting that cannot be meant ends with 2', () => {
  const port = (text: string) =>
    `PORT=${text} bukan nomor port. Pakai angka 1 sampai 65535, misalnya PORT=4321.\n`;
  const clock = (text: string) =>
    `PARAF_CLOCK=${text} bukan waktu dengan zona. Tulis seperti PARAF_CLOCK=2026-11-02T08:00:00+07:00.\n`;
  test.each([
    { name: 'PORT', text: 'abc', err: port('abc') },
    { name: 'PORT', text: '70000', err: port('70000') },
    { name: 'PORT', text: '-1', err: port('-1') },
    { name: 'PORT', text: '43.21', err: port('43.21') },
    { name: 'PARAF_CLOCK', text: 'besok', err: clock('besok') },
    { name: 'PARAF_CLOCK', text: '2026-11-02T08:00:00', err: clock('2026-11-02T08:00:00') },
    { name: 'PARAF_CLOCK', text: '2026-13-02T08:00:00+07:00', err: clock('2026-13-02T08:00:00+07:00') },
  ])('$name=$text', async ({ name, text, err }) => {
    const dataDir = folder();
    expect(await refused({ PARAF_DATA: dataDir, [name]: text })).toEqual({ code: 2, out: '', err });
    expect(readdirSync(dataDir)).toEqual([]);
  });
});

describe('a place that cannot be used ends with 3', () => {
  test('the port of another program, before anything is made', async () => {
    const { port, server } = await occupy();
    const dataDir = folder();
    const err =
      `Port ${port} sedang dipakai program lain, mungkin Paraf yang masih berjalan. ` +
      `Hentikan program itu, atau pilih port lain: PORT=${port + 1} npm start.\n`;
    expect(await refused({ PORT: String(port), PARAF_DATA: dataDir })).toEqual({ code: 3, out: '', err });
    expect(readdirSync(dataDir)).toEqual([]);
    server.close();
  });

  test('a data folder that is a file', async () => {
    const file = join(folder(), 'berkas');
    writeFileSync(file, 'Penting.');
    const err =
      `Folder data ${file} ternyata sebuah berkas, jadi tidak dapat ditempati. Tidak ada yang diubah. ` +
      'Pindahkan berkas itu, atau pakai folder lain lewat PARAF_DATA.\n';
    expect(await refused({ PARAF_DATA: file })).toEqual({ code: 3, out: '', err });
    expect(readFileSync(file, 'utf8')).toBe('Penting.');
  });

  test('a data folder below a file', async () => {
    const file = join(folder(), 'berkas');
    writeFileSync(file, '');
    const below = join(file, 'data');
    const { code, out, err } = await refused({ PARAF_DATA: below });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^Folder data .*data tidak dapat ditulisi: E.*\n$/);
    expect(err).toContain('. Beri hak tulis pada folder itu, atau pakai folder lain lewat PARAF_DATA.\n');
  });

  // Windows has no such users and rights.
  test.runIf(!isWindows)('a data folder that this account may not write', async () => {
    const dataDir = folder();
    // Root may write everywhere, so it asks as nobody.
    const nobody = process.getuid?.() === 0 ? 65_534 : undefined;
    chmodSync(scratch, 0o755);
    chmodSync(dataDir, 0o555);
    const err =
      `Folder data ${dataDir} tidak dapat ditulisi: EACCES: permission denied, open '${join(dataDir, 'pid')}'. ` +
      'Beri hak tulis pada folder itu, atau pakai folder lain lewat PARAF_DATA.\n';
    expect(await refused({ PARAF_DATA: dataDir }, nobody)).toEqual({ code: 3, out: '', err });
  });

  test('a machine without Git', async () => {
    const dataDir = folder();
    const err =
      'Git tidak ditemukan. Paraf menyimpan semuanya di Git: pasang dari git-scm.com, buka terminal baru, lalu ulangi.\n';
    expect(await refused({ PARAF_DATA: dataDir, PATH: folder() })).toEqual({ code: 3, out: '', err });
    expect(readdirSync(dataDir)).toEqual([]);
  });
});

describe('a broken data folder ends with 3 and stays as it is', () => {
  const again = 'bila ini hanya demo, pindahkan seluruh folder datanya lalu jalankan lagi.\n';
  const fresh =
    'Bila ini hanya demo dan boleh mulai lagi dari awal, pindahkan seluruh folder datanya ke tempat lain, lalu jalankan lagi.\n';
  test.each([
    {
      what: 'github.db cut in half',
      harm: (dataDir: string) => truncateSync(join(dataDir, 'github.db'), 50_000),
      err: (dataDir: string) =>
        `Catatan permintaan ${join(dataDir, 'github.db')} tidak dapat dibaca: database disk image is malformed. ` +
        'Berkas itu rusak atau bukan basis data SQLite. Tidak ada yang diubah atau dihapus. ' +
        `Kembalikan berkas itu dari cadangan; ${again}`,
    },
    {
      what: 'github.db empty',
      harm: (dataDir: string) => truncateSync(join(dataDir, 'github.db'), 0),
      err: (dataDir: string) =>
        `Catatan permintaan ${join(dataDir, 'github.db')} kosong, padahal repositori di sebelahnya sudah berisi. ` +
        `Tidak ada yang diubah. Kembalikan berkas itu dari cadangan; ${again}`,
    },
    {
      what: 'github.db gone',
      harm: (dataDir: string) => rmSync(join(dataDir, 'github.db')),
      err: (dataDir: string) =>
        `Catatan permintaan ${join(dataDir, 'github.db')} tidak ada, padahal repositori di sebelahnya sudah berisi. ` +
        'Di dalamnya ada siapa memeriksa dan menyetujui apa, yang tidak dapat dibuat ulang dari Git. ' +
        `Kembalikan berkas itu dari cadangan. ${fresh}`,
    },
    {
      what: 'portal.git gone',
      harm: (dataDir: string) => rmSync(join(dataDir, 'portal.git'), { recursive: true }),
      err: (dataDir: string) =>
        `Repositori ${join(dataDir, 'portal.git')} tidak ada, padahal catatan permintaan (github.db) di sebelahnya ada. ` +
        'Tanpa repositori, isi berita dan riwayatnya tidak dapat dibaca, maka tidak ada yang dijalankan. ' +
        `Kembalikan folder itu dari cadangan. ${fresh}`,
    },
    {
      what: 'app-token of something else',
      harm: (dataDir: string) => writeFileSync(join(dataDir, 'app-token'), 'bukan token'),
      err: (dataDir: string) =>
        `Berkas ${join(dataDir, 'app-token')} rusak: isinya bukan token Paraf. Tidak ada yang diubah. ` +
        'Pindahkan berkas itu, lalu jalankan lagi; token baru akan dibuat.\n',
    },
  ])('$what', async ({ harm, err }) => {
    const dataDir = copy();
    harm(dataDir);
    const before = inventory(dataDir);
    expect(await refused({ PARAF_DATA: dataDir })).toEqual({ code: 3, out: '', err: err(dataDir) });
    expect(inventory(dataDir)).toMatchObject(before);
  });

  test('portal.git without its HEAD', async () => {
    const dataDir = copy();
    rmSync(join(dataDir, 'portal.git', 'HEAD'));
    const before = inventory(dataDir);
    const { code, out, err } = await refused({ PARAF_DATA: dataDir });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^Repositori .*portal\.git tidak dapat dibaca oleh Git: .*\n$/);
    expect(err).toContain(
      `Berkas di dalamnya mungkin rusak atau terhapus. Tidak ada yang diubah. Kembalikan folder itu dari cadangan; ${again}`,
    );
    expect(inventory(dataDir)).toMatchObject(before);
  });
});

describe('what cannot be published', () => {
  const dropLedger = (dataDir: string) =>
    execFileSync('git', ['-C', join(dataDir, 'portal.git'), 'update-ref', '-d', 'refs/heads/paraf']);
  const reason = 'paraf: Cabang paraf belum ada: jalankan `npm run -s paraf -- bootstrap` sekali.';

  test('without a ledger and without an earlier portal the start ends with 3', async () => {
    const dataDir = copy();
    dropLedger(dataDir);
    expect(await refused({ PARAF_DATA: dataDir })).toMatchObject({ code: 3, err: `${reason}\n` });
  });

  test('without a ledger the earlier portal goes on being shown', async () => {
    const first = await startParaf({ dataDir: copy() });
    await first.end();
    dropLedger(first.dataDir);
    const second = await startParaf({ dataDir: first.dataDir });
    expect(second.output()).toContain(`Penerbitan gagal, portal lama tetap tampil: ${reason}\n`);
    expect((await fetch(`${second.origin}/berita/`)).status).toBe(200);
    await second.dispose();
  });

  test('what nobody foresaw: a sentence first, then the technical part', async () => {
    const dataDir = copy();
    writeFileSync(join(dataDir, 'terbit'), '');
    const { code, err } = await refused({ PARAF_DATA: dataDir });
    expect(code).toBe(3);
    const [sentence, gap, technical] = err.split('\n');
    expect(sentence).toBe(
      'Paraf berhenti karena kesalahan yang tidak diduga. Yang sudah tersimpan tidak hilang: jalankan npm start ' +
        'lagi. Bila terulang, kirim bagian teknis di bawah ini kepada pengelola sistem.',
    );
    expect(gap).toBe('');
    expect(technical).toContain('EEXIST');
  });
});

describe('stopping at any moment', () => {
  test('two starts on one folder: the second ends with 3, the first goes on', async () => {
    const paraf = await startParaf({ dataDir: copy() });
    const pid = readFileSync(join(paraf.dataDir, 'pid'), 'utf8');
    const err =
      `Folder data ${paraf.dataDir} sedang dipakai oleh Paraf lain (proses ${pid}). ` +
      'Hentikan yang itu lebih dahulu, atau pakai folder lain lewat PARAF_DATA. ' +
      `Bila proses itu bukan Paraf, hapus berkas ${join(paraf.dataDir, 'pid')}.\n`;
    expect(await refused({ PARAF_DATA: paraf.dataDir })).toEqual({ code: 3, out: '', err });
    expect((await fetch(paraf.origin)).status).toBe(200);
    await paraf.dispose();
  });

  test('killed in the middle of the first start, the next start makes the office whole', async () => {
    const dataDir = folder();
    const first = start({ PORT: '0', PARAF_DATA: dataDir });
    await until('some of the office', async () => /kejadian/.test(first.output()));
    first.signal('SIGKILL');
    await first.ended;
    expect(readdirSync(dataDir)).toContain('benih');
    const paraf = await startParaf({ dataDir });
    const { data } = await paraf.as('peliput').rest.pulls.list({ ...repo, state: 'all', per_page: 100 });
    expect(data).toHaveLength(stories.length);
    expect(readdirSync(dataDir)).not.toContain('benih');
    await paraf.dispose();
  });

  test('Ctrl+C during a publication ends at once and quietly; the next start publishes', async () => {
    const { port, server } = await occupy();
    await new Promise((done) => server.close(done));
    const origin = `http://localhost:${port}`;
    const dataDir = copy();
    const first = start({ PORT: String(port), PARAF_DATA: dataDir });
    await until('Paraf to be ready', async () => (await fetch(`${origin}/paraf/health`)).ok, 60);
    const api = new Octokit({ auth: 'demo-pengolah-satu', baseUrl: `${origin}/api/v3` });
    const { data } = await api.rest.pulls.list({ ...repo, state: 'open' });
    const lines = await Promise.all(data.map((one) => positionLine(api, one.number)));
    const pull = data.find((_, index) => lines[index]?.startsWith('Langkah 3 dari 4'))!;
    const [file] = (await api.rest.pulls.listFiles({ ...repo, pull_number: pull.number })).data;
    const address = `/${file!.filename.split('/').slice(1, -1).join('/')}/`;
    const told = first.output().length;
    await review(api, pull.number);
    await until('the publication', async () => first.output().slice(told).includes('Membuat halaman'));
    const begin = performance.now();
    first.signal('SIGINT');
    const { code, err } = await first.ended;
    expect((performance.now() - begin) / 1000).toBeLessThan(3);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(first.output().slice(told)).not.toMatch(/gagal|Error|^ +at /m);
    expect(first.output()).toMatch(/\nParaf berhenti\.\n$/);

    const paraf = await startParaf({ dataDir, port });
    expect((await fetch(`${origin}${address}`)).status).toBe(200);
    await until('the end of the SOP', async () =>
      (await positionLine(paraf.as('peliput'), pull.number))?.includes('Selesai'),
    );
    await paraf.dispose();
  });
});
