import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleBerita } from '../../scripts/example/berita.ts';
import {
  branchOf,
  openItem,
  review,
  saveItem,
  setStatus,
  type Sample,
} from '../../scripts/local/demo/editor.ts';
import { positionLine, repo, startParaf, until, type Paraf } from './paraf.ts';

/** What people hand in that cannot be taken: each is told in words that help, and nothing of theirs is lost. */
const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'paraf-masukan-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('paraf check names file, line and field of every fault at once', () => {
  let number = 0;
  /** Runs `paraf check` on a copy of the content in which one file is changed. */
  function check(path: string, change: (text: string) => string) {
    number += 1;
    const folder = join(scratch, `isi-${number}`);
    mkdirSync(folder);
    cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
    const text = readFileSync(join(root, path), 'utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    writeFileSync(join(folder, path), changed);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/run.mjs', 'scripts/cli.ts', 'check', folder],
      { cwd: root, encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  }
  const sop = 'content/sop/penyebarluasan-informasi/index.md';
  const pelaksana = 'content/pelaksana.yml';

  test('an SOP that is no YAML', () => {
    const found = check(sop, (text) => text.replace(/^nama: .*$/m, 'nama: PENYEBARLUASAN: INFORMASI'));
    expect(found.stderr).toMatchInlineSnapshot(`
      "content/sop/penyebarluasan-informasi/index.md:2: Susunan baris ini tidak cocok. Bila nilainya memuat “: ”, apit nilai itu dengan tanda kutip; bila ini isian baru, samakan jarak menjoroknya dengan isian setingkat.
      "
    `);
    expect(found.status).toBe(1);
  });
  test('an SOP without a name and with an action that does not exist', () => {
    const found = check(sop, (text) =>
      text
        .replace(/^nama: .*$/m, 'nama: ""')
        .replace(/tindakan: periksa|tindakan: setujui/, 'tindakan: tengok'),
    );
    expect(found.stderr).toMatchInlineSnapshot(`
      "content/sop/penyebarluasan-informasi/index.md:2 nama: Nama SOP belum diisi. Lengkapi isian ini.
      content/sop/penyebarluasan-informasi/index.md:86 langkah.2.tindakan: Tindakan harus salah satu dari ajukan, liput, arahkan, susun, koreksi, lengkapi, terima, tugaskan, periksa, setujui, perintahkan, terbitkan, pantau, tetapi isinya “tengok”. Ganti dengan yang tersedia.
      "
    `);
    expect(found.status).toBe(1);
  });
  test('pelaksana.yml that is no list', () => {
    const found = check(pelaksana, () => 'akun: 1003\n');
    expect(found.stderr).toMatchInlineSnapshot(`
      "content/pelaksana.yml:1: Isi berkas ini harus berupa daftar, tetapi isinya kelompok isian; tulis setiap butir pada baris sendiri, diawali “- ”.
      "
    `);
    expect(found.status).toBe(1);
  });
  test('pelaksana.yml with a login for an id and an impossible date', () => {
    const found = check(pelaksana, (text) =>
      text
        .replace('akun: 1001', 'akun: pemohon-disdik')
        .replace('mulai: "2026-01-01"', 'mulai: "2026-02-31"'),
    );
    expect(found.stderr).toMatchInlineSnapshot(`
      "content/pelaksana.yml:4 0.akun: Akun: harus nomor akun GitHub (“id” di https://api.github.com/users/namanya), bukan namanya; isinya “pemohon-disdik”. Betulkan.
      content/pelaksana.yml:7 0.mulai: Mulai: harus tanggal seperti 2026-11-02, atau waktu dengan zona seperti 2026-11-02T08:00:00+07:00; isinya “2026-02-31”. Betulkan.
      "
    `);
    expect(found.status).toBe(1);
  });
  test('pelaksana.yml with a role that no SOP knows', () => {
    const found = check(pelaksana, (text) => text.replace('peran: pemohon', 'peran: pemoh0n'));
    expect(found.stderr).toMatchInlineSnapshot(`
      "content/pelaksana.yml:5 0.peran: Peran “pemoh0n” tidak ada dalam SOP mana pun. Pakai salah satu dari pemohon, bidang-ikp, tim-pembuat-konten, kepala-dinas, pejabat-bidang-pelayanan-informasi, ppid-utama, ppid-pendukung, kepala-bidang-pikp, kasi-pkp, tim-pengelolaan-konten, tim-peliputan, penyusun-bahan-informasi, tim-pengolah-informasi, pengelola-sistem.
      "
    `);
    expect(found.status).toBe(1);
  });
});

describe('what an author submits', () => {
  let paraf: Paraf;
  beforeAll(async () => {
    paraf = await startParaf();
  });
  afterAll(() => paraf?.dispose());

  const addressOf = (sample: Sample) => `/${sample.folder.slice('content/'.length)}/`;
  const page = (path: string) => fetch(`${paraf.origin}${path}`);
  const mega = 1024 * 1024;
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const index = (sample: Sample) => new TextDecoder().decode(sample.files.get(`${sample.folder}/index.md`));

  function withFile(sample: Sample, name: string, bytes: Uint8Array): Sample {
    return { ...sample, files: new Map(sample.files).set(`${sample.folder}/${name}`, bytes) };
  }

  /** The pinned comment. */
  async function board(pull: number): Promise<string> {
    const { data } = await paraf.as('peliput').rest.issues.listComments({ ...repo, issue_number: pull });
    return data[0]?.body ?? '';
  }

  async function standing(pull: number) {
    const octokit = paraf.as('peliput');
    const { data } = await octokit.rest.pulls.get({ ...repo, pull_number: pull });
    const runs = await octokit.rest.checks.listForRef({ ...repo, ref: data.head.sha, check_name: 'paraf' });
    const isSuccess = runs.data.check_runs.some(({ conclusion }) => conclusion === 'success');
    return { state: data.state, merged: data.merged, isSuccess };
  }

  /** Status and message of a call that must be refused. */
  async function refused(call: Promise<unknown>): Promise<{ status: number; message: string }> {
    try {
      await call;
    } catch (error) {
      const { status, response } = error as { status: number; response: { data: { message: string } } };
      return { status, message: response.data.message };
    }
    throw new Error('it was not refused');
  }

  /** Tries the whole way with an item: submitted by its author, approved by a corrector. */
  async function pushThrough(pull: number): Promise<void> {
    await paraf.advance('PT1M');
    await setStatus(paraf.as('peliput'), pull, 'pending_review');
    await paraf.advance('PT1M');
    await review(paraf.as('pengolah-satu'), pull);
    await paraf.advance('PT1M');
    await review(paraf.as('pengolah-dua'), pull);
  }

  /** The sample whose photo has other bytes. */
  const withPhoto = (slug: string, bytes: Uint8Array) =>
    withFile(sampleBerita(0, slug), 'foto-utama.png', bytes);
  const notPng = (found: string) =>
    `Nama berkas berakhiran “png”, tetapi isinya ${found}. Simpan ulang dengan jenis yang betul; mengganti akhiran nama saja tidak cukup.`;
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  test.each([
    {
      what: 'a picture that is none',
      sample: withPhoto('bukan-gambar', utf8('Ini bukan gambar.')),
      told: `bukan-gambar/foto-utama.png: ${notPng('teks biasa')}`,
    },
    {
      what: 'an SVG that is named .png',
      sample: withPhoto('svg-menyamar', utf8(svg)),
      told: `svg-menyamar/foto-utama.png: ${notPng('SVG')}`,
    },
    {
      what: 'a picture of 24 MB, which the repository takes',
      sample: withPhoto('foto-besar', new Uint8Array(24 * mega)),
      told: 'foto-besar/foto-utama.png: Berkas ini 24,0 MB, paling besar 5,0 MB. Perkecil lalu unggah lagi.',
    },
    {
      what: 'a title of 5,000 characters',
      sample: withFile(
        sampleBerita(0, 'judul-panjang'),
        'index.md',
        utf8(index(sampleBerita(0)).replace(/judul: .*/, `judul: ${'a'.repeat(5000)}`)),
      ),
      told: 'judul-panjang/index.md:2 judul: Judul terlalu panjang: 5.000 huruf, paling banyak 120. Ringkas.',
    },
  ])('$what: named in the comment, never a success, never published', async ({ sample, told }) => {
    const pull = await openItem(paraf.as('peliput'), sample);
    const finding = `- content/berita/2026/11/${told}`;
    await until('the comment', async () => (await board(pull)).includes(finding));
    await pushThrough(pull);
    // The last look has told of the last review.
    await until('the last look', async () =>
      (await board(pull)).includes('`pengolah-dua`: Paraf tidak dihitung'),
    );
    expect((await board(pull)).split('\n')).toContain(finding);
    expect(await standing(pull)).toEqual({ state: 'open', merged: false, isSuccess: false });
    expect((await page(addressOf(sample))).status).toBe(404);

    // Nothing is lost: put right on the same branch and approved again, it goes out.
    await paraf.advance('PT1M');
    const slug = sample.folder.split('/').at(-1)!;
    await saveItem(paraf.as('peliput'), sampleBerita(0, slug), 'Dibetulkan');
    await until('the finding to go', async () => !(await board(pull)).includes(finding));
    await pushThrough(pull);
    await until('the public page', async () => (await page(addressOf(sample))).status === 200);
  });

  test('a file of 30 MB is refused by the API at once, one of 26 MB too; the draft stays', async () => {
    const peliput = paraf.as('peliput');
    const sample = sampleBerita(1, 'berkas-30-mb');
    const pull = await openItem(peliput, sample);
    const before = await peliput.rest.pulls.get({ ...repo, pull_number: pull });
    const send = (size: number) =>
      peliput.rest.git.createBlob({
        ...repo,
        content: Buffer.alloc(size * mega).toString('base64'),
        encoding: 'base64',
      });
    expect(await refused(send(30))).toEqual({
      status: 413,
      message:
        'Permintaan terlalu besar (lebih dari 36 MB). Satu berkas paling besar 25 MB: perkecil gambar atau ' +
        'pecah berkasnya, lalu unggah lagi. Draf yang sudah tersimpan tidak berubah.',
    });
    expect(await refused(send(26))).toEqual({
      status: 422,
      message:
        'Sorry, your input was too large to process. Berkas lebih dari 25 MB tidak dapat disimpan: ' +
        'perkecil gambar atau pecah berkasnya, lalu unggah lagi.',
    });
    const after = await peliput.rest.pulls.get({ ...repo, pull_number: pull });
    expect(after.data.head.sha).toBe(before.data.head.sha);
  });

  test('a file of 30 MB that Git pushed past the API is told by its size', async () => {
    const sample = sampleBerita(2, 'foto-30-mb');
    const pull = await openItem(paraf.as('peliput'), sample);
    const clone = join(scratch, 'salinan');
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', clone, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args]);
    execFileSync('git', [
      'clone',
      '-q',
      '-b',
      branchOf(sample.folder),
      join(paraf.dataDir, 'portal.git'),
      clone,
    ]);
    writeFileSync(join(clone, sample.folder, 'foto-utama.png'), Buffer.alloc(30 * mega));
    git('commit', '-qam', 'Foto besar');
    git('push', '-q');
    const finding = `- ${sample.folder}/foto-utama.png: Berkas ini 30,0 MB, paling besar 5,0 MB. Perkecil lalu unggah lagi.`;
    await until('the comment', async () => (await board(pull)).split('\n').includes(finding));
    await pushThrough(pull);
    await until('the last look', async () =>
      (await board(pull)).includes('`pengolah-dua`: Paraf tidak dihitung'),
    );
    expect(await standing(pull)).toEqual({ state: 'open', merged: false, isSuccess: false });
    expect((await page(addressOf(sample))).status).toBe(404);
  });

  test('a name that a draft or a published item has already is not taken over', async () => {
    const peliput = paraf.as('peliput');
    const mine = sampleBerita(3, 'nama-sama');
    const pull = await openItem(peliput, mine);
    const before = await peliput.rest.pulls.get({ ...repo, pull_number: pull });
    const theirs = withFile(mine, 'index.md', utf8(`${index(mine)}\nNaskah orang lain.\n`));
    expect(await refused(openItem(paraf.as('penyusun'), theirs))).toEqual({
      status: 422,
      message: 'Reference already exists',
    });
    const after = await peliput.rest.pulls.get({ ...repo, pull_number: pull });
    expect(after.data.head.sha).toBe(before.data.head.sha);

    await pushThrough(pull);
    await until('the public page', async () => (await page(addressOf(mine))).status === 200);
    await until('its branch to be gone', async () => {
      const heads = await peliput.rest.git.listMatchingRefs({
        ...repo,
        ref: `heads/${branchOf(mine.folder)}`,
      });
      return heads.data.length === 0;
    });
    // The same name once more is a new version of what is published: it waits for its own approval.
    const again = await openItem(paraf.as('penyusun'), theirs);
    await until('its position', async () => (await positionLine(peliput, again))?.startsWith('Langkah '));
    const shown = await (await page(addressOf(mine))).text();
    expect(shown).toContain(mine.title);
    expect(shown).not.toContain('Naskah orang lain.');
  });

  test('addresses: a missing slash, an unknown path, HEAD and compression', async () => {
    const plain = (path: string, method = 'GET') =>
      fetch(`${paraf.origin}${path}`, { method, redirect: 'manual' });
    for (const path of ['/admin', '/meja', '/berita']) {
      const answer = await plain(path);
      expect([answer.status, new URL(answer.headers.get('location')!, paraf.origin).pathname]).toEqual([
        301,
        `${path}/`,
      ]);
    }
    for (const path of ['/tidak-ada', '/berita/2026/11/tidak-ada/', '/a/b/c.css', '/%zz']) {
      const answer = await plain(path);
      const text = await answer.text();
      expect([path, answer.status]).toEqual([path, 404]);
      expect(text).toContain('Halaman ini tidak ada');
      const [style] = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href!);
      expect((await plain(new URL(style!, `${paraf.origin}${path}`).pathname)).status).toBe(200);
    }
    const head = await plain('/', 'HEAD');
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '',
    ]);
    for (const path of ['/', '/tidak-ada', '/admin/decap-cms.js', '/rss.xml'])
      expect([path, (await plain(path)).headers.get('content-encoding')]).toEqual([path, 'gzip']);
  });
});
