import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { place } from '../local/testing/office.ts';
import { admin, openFreshOffice, type FreshOffice } from '../github/setup/testing/fresh-office.ts';
import { addSetup } from './setup.ts';
import { readKey, requireNewFile } from './setup-app.ts';
import { parafWith } from './testing/paraf.ts';

const scratch = mkdtempSync(join(tmpdir(), 'paraf-setup-'));
let office: FreshOffice;
beforeAll(async () => {
  office = await openFreshOffice();
});
afterAll(async () => {
  rmSync(scratch, { recursive: true });
  await office.stop();
});

const setup = (token: string, ...args: string[]) =>
  parafWith(
    {
      GITHUB_API_URL: `${office.local.url}/api/v3`,
      GITHUB_REPOSITORY: 'diskominfo/portal',
      GITHUB_TOKEN: token,
    },
    'setup',
    ...args,
  );

describe('paraf setup', () => {
  const key = join(scratch, 'kunci.pem');

  it('tells with --dry-run what it would do, and does nothing', async () => {
    const { code, out, err } = await setup(`demo-${admin}`, '--dry-run');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^Token: token milik admin-ti-satu\.\n\nRepositori\n {2}repositori: belum ada → ada\n {4}Membuatnya\.\n/,
    );
    expect(out).toMatch(/\n\d+ perbedaan\.\nTidak ada yang diubah\.\n$/);
    await expect(office.local.as(admin).rest.repos.get(place)).rejects.toMatchObject({ status: 404 });
  });

  it('sets up with --yes, from a key in a file, and then --check finds nothing', async () => {
    await office.client.request('POST /orgs/{org}/repos', { org: place.owner, name: place.repo });
    await office.hands.push();
    const { privateKey } = office.key();
    writeFileSync(key, privateKey, { mode: 0o600 });
    const made = await setup(`demo-${admin}`, '--yes', '--app', '300', '--kunci', key);
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toContain('✓ Aplikasi: gerbang: rahasia PARAF_APP_KEY\n');
    expect(made.out).toMatch(/\nSesuai: semua sudah seperti seharusnya\.\n$/);
    expect(made.out).not.toContain(privateKey.split('\n')[1]);
    expect(await setup(`demo-${admin}`, '--check')).toEqual({
      code: 0,
      out: 'Token: token milik admin-ti-satu, administrator repositori.\nSesuai: tidak ada perbedaan.\n',
      err: '',
    });
  }, 120_000);

  it('tells a drift with --check, and ends with 1', async () => {
    await office.client.request('PATCH /repos/{owner}/{repo}', { ...place, has_wiki: true });
    expect(await setup(`demo-${admin}`, '--check')).toEqual({
      code: 1,
      out:
        'Token: token milik admin-ti-satu, administrator repositori.\n\nRepositori\n  wiki: ya → tidak\n' +
        '    Mengubah pengaturan repositori.\n\n1 perbedaan.\n',
      err: '',
    });
  });

  it('tells that a token is refused, and nothing of the request', async () => {
    expect(await setup('salah', '--check')).toEqual({
      code: 3,
      out: '',
      err: 'GitHub menolak (401): Bad credentials - https://docs.github.com/rest. Token ini salah, dicabut, atau sudah lewat masanya.\n',
    });
  });

  it('does not begin with a token that will not do', async () => {
    expect(await setup('demo-peliput', '--check')).toEqual({
      code: 2,
      out: 'Token: token milik peliput, bukan administrator repositori.\n',
      err: 'Akun peliput bukan administrator repositori ini, atau token ini tidak diberi hak Administration. Minta pemilik organisasi menjalankan perintah ini, atau memberi hak admin.\n',
    });
  });
});

it('the guide names only options that are there', () => {
  const program = new Command();
  addSetup(program);
  const known = program.commands[0]!.options.map(({ long }) => long);
  const guide = readFileSync('content/halaman/panduan/memasang-di-github.md', 'utf8');
  const lines = guide.split('\n').filter((line) => /^ *npm run -s paraf -- setup /.test(line));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    const [, words = ''] = line.split(' -- ');
    for (const option of words.split(' ').filter((word) => word.startsWith('--')))
      expect(known).toContain(option);
  }
});

it.each<[string, () => unknown, string]>([
  [
    'a key that is none',
    () => readKey('package.json'),
    'Berkas package.json bukan kunci privat aplikasi GitHub. Pakai berkas .pem yang diunduh dari halaman aplikasi itu (Private keys → Generate a private key).',
  ],
  [
    'a file that is there',
    () => requireNewFile('package.json'),
    'Berkas package.json sudah ada, dan tidak ditimpa. Pakai nama lain untuk --simpan.',
  ],
])('%s is told before anything is done', (_name, act, message) => {
  expect(act).toThrow(message);
});

it('tells plainly what GitHub’s plan leaves out, with the choices, and sets the rest up', async () => {
  const small = await openFreshOffice();
  const { client, hands } = small;
  await client.request('POST /orgs/{org}/repos', { org: place.owner, name: place.repo, private: true });
  await hands.push();
  const remaining = await small.setUp();
  expect(remaining.map(({ area, name, is, step }) => [area, name, is, step])).toEqual([
    ['Aturan cabang', 'paket GitHub', 'repositori privat pada paket gratis', null],
  ]);
  expect(remaining[0]!.does).toMatch(
    /^Anda yang memilih: \(1\) jadikan repositori publik, .+; \(2\) pakai paket GitHub Team, .+; atau \(3\) /,
  );
  expect(small.said).toContain('✓ Label: decap-cms/draft');
  expect(small.said.filter((line) => line.startsWith('✗'))).toEqual([]);
  await small.stop();
});
