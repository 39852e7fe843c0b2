import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Octokit } from 'octokit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleBerita } from '../../scripts/example/berita.ts';
import { branchOf, openItem, review, setStatus, type Sample } from '../../scripts/local/demo/editor.ts';
import { positionLine, repo, startParaf, until, type Paraf } from './paraf.ts';

/** The way of what is no item: settings and templates need a second keeper of the system, and only their merge counts. */
let paraf: Paraf;
let satu: Octokit;
let dua: Octokit;

beforeAll(async () => {
  paraf = await startParaf();
  satu = paraf.as('admin-ti-satu');
  dua = paraf.as('admin-ti-dua');
});
afterAll(() => paraf?.dispose());

const page = async (path: string) => {
  const answer = await fetch(`${paraf.origin}${path}`);
  return { status: answer.status, text: await answer.text() };
};
const addressOf = (sample: Sample) => `/${sample.folder.slice('content/'.length)}/`;
const line = (pull: number) => positionLine(satu, pull);
const liveNow = async () => (await page('/sitemap.xml')).status === 200 && (await page('/berita/')).text;

/** Text of a file on `main`, or on another branch. */
async function read(path: string, ref = 'main'): Promise<string> {
  const { data } = await satu.rest.repos.getContent({ ...repo, path, ref });
  if (Array.isArray(data) || data.type !== 'file') throw new Error(`no file: ${path}`);
  return Buffer.from(data.content, 'base64').toString('utf8');
}

/** Opens a pull request with these files, from `main` as it is. */
async function propose(
  octokit: Octokit,
  branch: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<number> {
  const main = await octokit.rest.git.getRef({ ...repo, ref: 'heads/main' });
  const tree = await Promise.all(
    [...files].map(async ([path, bytes]) => {
      const content = Buffer.from(bytes).toString('base64');
      const blob = await octokit.rest.git.createBlob({ ...repo, content, encoding: 'base64' });
      return { path, mode: '100644' as const, type: 'blob' as const, sha: blob.data.sha };
    }),
  );
  const made = await octokit.rest.git.createTree({ ...repo, base_tree: main.data.object.sha, tree });
  const parents = [main.data.object.sha];
  const commit = await octokit.rest.git.createCommit({
    ...repo,
    message: branch,
    tree: made.data.sha,
    parents,
  });
  await octokit.rest.git.createRef({ ...repo, ref: `refs/heads/${branch}`, sha: commit.data.sha });
  const pull = await octokit.rest.pulls.create({ ...repo, title: branch, head: branch, base: 'main' });
  return pull.data.number;
}

/** All that Paraf says under a pull request. */
async function comments(pull: number): Promise<string> {
  const { data } = await satu.rest.issues.listComments({ ...repo, issue_number: pull });
  return data.map(({ body }) => body ?? '').join('\n');
}

async function check(pull: number) {
  const { data } = await satu.rest.pulls.get({ ...repo, pull_number: pull });
  const runs = await satu.rest.checks.listForRef({ ...repo, ref: data.head.sha, check_name: 'paraf' });
  const run = runs.data.check_runs[0];
  return { merged: data.merged, state: data.state, run };
}

interface Entry {
  readonly jenis: string;
  readonly pull: number | null;
  readonly path?: string;
  readonly disetujuiOleh?: readonly number[];
}

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const bare = () => join(paraf.dataDir, 'portal.git');

/** The ledger as Git has it: what would be left with the server gone. */
function ledger(): Entry[] {
  const files = git(bare(), 'ls-tree', '-r', '--name-only', 'paraf').split('\n');
  return files
    .filter((path) => /\/\d+\.json$/.test(path))
    .map((path) => JSON.parse(git(bare(), 'show', `paraf:${path}`)) as Entry);
}

/** Writes to `main` behind the server's back, as somebody with the disk in their hands could. */
async function sneak(message: string, change: (clone: string) => void): Promise<void> {
  const clone = await mkdtemp(join(tmpdir(), 'paraf-clone-'));
  try {
    execFileSync('git', ['clone', '-q', bare(), clone]);
    change(clone);
    git(clone, 'add', '-A');
    git(clone, '-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-qm', message);
    git(clone, 'push', '-q', 'origin', 'HEAD:main');
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

function write(clone: string, sample: Sample): void {
  for (const [path, bytes] of sample.files) {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    writeFileSync(join(clone, path), bytes);
  }
}

function withText(sample: Sample, text: string): Sample {
  const path = `${sample.folder}/index.md`;
  const index = new TextDecoder().decode(sample.files.get(path));
  return {
    ...sample,
    files: new Map(sample.files).set(path, new TextEncoder().encode(`${index}\n${text}\n`)),
  };
}

/** Lets an item go its whole way. */
async function publishItem(sample: Sample): Promise<number> {
  const peliput = paraf.as('peliput');
  const pull = await openItem(peliput, sample);
  await setStatus(peliput, pull, 'pending_review');
  await until('step 3', async () => (await line(pull))?.startsWith('Langkah 3 dari 4'));
  await paraf.advance('PT1M');
  await review(paraf.as('pengolah-satu'), pull);
  return pull;
}

/** Body of the report that speaks of something. */
const reported = (what: string) =>
  until(`the report of ${what}`, async () => {
    const { data } = await satu.rest.issues.listForRepo({ ...repo, state: 'open' });
    return data.find(({ pull_request, body }) => pull_request === undefined && body?.includes(what));
  });

const hours = 'Senin sampai Jumat 08.00–15.00 WIB';
let pull: number;
/** Pull requests that stay refused, whatever happens later. */
const refused: number[] = [];

test('a change of the settings waits for another keeper of the system; neither its author nor a corrector can approve it', async () => {
  const situs = await read('content/situs.yml');
  const changed = situs.replace(/jamLayanan: .*/, `jamLayanan: ${hours}`);
  expect(changed).not.toBe(situs);
  pull = await propose(satu, 'jam-layanan', new Map([['content/situs.yml', changed]]));
  await until(
    'the position',
    async () => (await line(pull)) === 'Perubahan sistem: menunggu persetujuan pengelola sistem',
  );

  const own = await review(satu, pull).catch((error: unknown) => error);
  expect(own).toMatchObject({ status: 422 });
  expect(String(own)).toContain('Can not approve your own pull request');
  await satu.rest.pulls.createReview({ ...repo, pull_number: pull, event: 'COMMENT', body: '/paraf' });
  await paraf.advance('PT1M');
  await review(paraf.as('pengolah-satu'), pull);
  await until('both to be told why', async () => {
    const text = await comments(pull);
    return (
      text.includes('yang membuat atau mengubahnya tidak boleh menyetujuinya sendiri') &&
      text.includes('hanya pemegang peran pengelola-sistem yang dapat menyetujui')
    );
  });
  expect(await check(pull)).toMatchObject({
    merged: false,
    state: 'open',
    run: { conclusion: null, output: { title: 'Perubahan sistem: menunggu persetujuan pengelola sistem' } },
  });
  expect((await page('/')).text).not.toContain(hours);
});

test("with the other keeper's approval the app merges, records and shows it, and all news stays live", async () => {
  const before = await liveNow();
  const news = [...String(before).matchAll(/href="(\/berita\/\d{4}\/\d\d\/[^"]+)"/g)].map(
    ([, path]) => path!,
  );
  expect(news.length).toBeGreaterThan(0);
  await paraf.advance('PT1M');
  await review(dua, pull);
  await until('the new opening hours', async () => (await page('/')).text.includes(hours));
  const { data } = await satu.rest.pulls.get({ ...repo, pull_number: pull });
  expect(data).toMatchObject({ merged: true, merged_by: { login: 'paraf[bot]' } });
  expect(ledger().filter((entry) => entry.pull === pull)).toEqual([
    expect.objectContaining({ jenis: 'sistem', disetujuiOleh: [1019] }),
  ]);
  for (const path of new Set(news)) expect((await page(path)).status, path).toBe(200);
});

test('an item together with the system, and two items together, are refused with the reason', async () => {
  const one = sampleBerita(0, 'campuran-satu');
  const two = sampleBerita(1, 'campuran-dua');
  const situs = await read('content/situs.yml');
  const cases = [
    {
      branch: branchOf(one.folder),
      files: new Map<string, string | Uint8Array>([
        ...one.files,
        ['content/situs.yml', `${situs}# Diselipkan.\n`],
      ]),
      reason: `Mengubah butir ${one.folder} sekaligus berkas sistem: content/situs.yml. Keduanya punya jalan persetujuan sendiri; pisahkan menjadi dua pull request.`,
    },
    {
      branch: branchOf(two.folder),
      files: new Map<string, string | Uint8Array>([...one.files, ...two.files]),
      reason: `Mengubah 2 butir sekaligus: ${[one.folder, two.folder].toSorted().join(', ')}. Satu pull request untuk satu butir; pisahkan menjadi beberapa.`,
    },
  ];
  for (const { branch, files, reason } of cases) {
    const mixed = await propose(paraf.as('peliput'), branch, files);
    await until('the refusal', async () => (await check(mixed)).run?.conclusion === 'failure');
    expect((await check(mixed)).run?.output.title).toMatch(/^Ditolak: Mengubah /);
    expect((await check(mixed)).run?.output.summary).toContain(reason);
    expect(await comments(mixed)).toContain(reason);
    // Nobody's approval helps.
    await paraf.advance('PT1M');
    await review(dua, mixed);
    await review(paraf.as('pengolah-satu'), mixed);
    await paraf.advance('PT1M');
    refused.push(mixed);
  }
  expect((await page(addressOf(one))).status).toBe(404);
  expect((await page(addressOf(two))).status).toBe(404);
});

test('templates and roles pushed straight to main change nothing and are reported; approved news still goes out', async () => {
  await sneak('Langsung ke main', (clone) => {
    const template = join(clone, 'site/src/components/Kaki.astro');
    writeFileSync(template, `${readFileSync(template, 'utf8')}\n<p>DISELIPKAN</p>\n`);
    const roles = join(clone, 'content/pelaksana.yml');
    const row = [
      '- akun: 1020',
      '  peran: tim-pengolah-informasi',
      '  mulai: "2026-01-01"',
      '  jenis: definitif',
      '  jabatan: Pengolah Informasi',
      '  surat: Contoh nomor 099/SP/2026 tanggal 2 Januari 2026',
    ];
    writeFileSync(roles, `${readFileSync(roles, 'utf8')}\n${row.join('\n')}\n`);
  });
  const issue = await reported('Program, pengaturan, atau halaman di main');
  expect(issue.title).toBe('Isi main tidak disetujui: sistem');
  expect(issue.user?.login).toBe('paraf[bot]');

  // Who was made a corrector by that push is none.
  const sample = sampleBerita(1, 'sesudah-selundupan');
  const peliput = paraf.as('peliput');
  const item = await openItem(peliput, sample);
  await setStatus(peliput, item, 'pending_review');
  await until('step 3', async () => (await line(item))?.startsWith('Langkah 3 dari 4'));
  await paraf.advance('PT1M');
  await review(paraf.as('tamu'), item);
  await until('the guest to be told why', async () =>
    /`tamu`: .*(tidak dihitung|tidak memegang)/.test(await comments(item)),
  );
  expect(await line(item)).toMatch(/^Langkah 3 dari 4/);
  expect((await page(addressOf(sample))).status).toBe(404);

  await paraf.advance('PT1M');
  await review(paraf.as('pengolah-satu'), item);
  await until('the approved item', async () => (await page(addressOf(sample))).status === 200);
  expect((await page(addressOf(sample))).text).not.toContain('DISELIPKAN');
  expect((await page('/')).text).not.toContain('DISELIPKAN');
  expect((await page('/')).text).toContain(hours);
});

test('an older approved version of an item, pushed back to main, does not return', async () => {
  const first = withText(sampleBerita(2, 'dua-versi'), 'Kalimat versi pertama.');
  const second = withText(sampleBerita(2, 'dua-versi'), 'Kalimat versi kedua.');
  const address = addressOf(first);
  const text = async () => (await page(address)).text;
  await publishItem(first);
  await until('the first version', async () => (await text()).includes('Kalimat versi pertama.'));
  await until('its branch to be gone', async () => {
    const heads = await satu.rest.git.listMatchingRefs({ ...repo, ref: `heads/${branchOf(first.folder)}` });
    return heads.data.length === 0;
  });
  await paraf.advance('PT1M');
  await publishItem(second);
  await until('the second version', async () => (await text()).includes('Kalimat versi kedua.'));

  await sneak('Kembali ke versi pertama', (clone) => write(clone, first));
  const issue = await reported(`Isi ${first.folder} di main`);
  // What was pushed before still lies there: one issue tells of both.
  expect(issue.title).toBe('Isi main tidak disetujui: sistem dan 1 lagi');
  // Another publication, after which it would be shown if anything showed it.
  const other = sampleBerita(3, 'penerbitan-berikut');
  await publishItem(other);
  await until('the other item', async () => (await page(addressOf(other))).status === 200);
  expect((await page(address)).status).toBe(404);

  for (const mixed of refused) {
    expect(await check(mixed)).toMatchObject({
      merged: false,
      state: 'open',
      run: { conclusion: 'failure' },
    });
    expect(ledger().some((entry) => entry.pull === mixed)).toBe(false);
  }
  for (const slug of ['campuran-satu', 'campuran-dua'])
    expect((await page('/sitemap.xml')).text + (await page('/berita/')).text).not.toContain(slug);
});
