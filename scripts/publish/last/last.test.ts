import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { currentSite } from '../deploy.ts';
import { siteFiles } from '../manifest.ts';
import { publish, type PublishResult } from '../publish.ts';
import { folder, newsText, openArchive, type Archive } from '../testing/archive.ts';
import { fakePages } from '../testing/fake-pages.ts';
import { LastFault } from './fault.ts';
import { pack } from './pack.ts';
import { restore } from './restore.ts';
import { repack, type Changes } from './testing/repack.ts';

let archive: Archive;
let all: string;
let root: string;
let file: string;
let before: PublishResult;

const publishIn = (dataDir: string, lines: string[] = []) =>
  publish({
    repoDir: archive.repoDir,
    dataDir,
    modules: '/tidak-dipakai',
    now: () => '2026-11-02T08:00:00+07:00',
    pages: fakePages,
    onProgress: (line) => lines.push(line),
  });
const picture = (dataDir: string) => join(dataDir, 'terbit/singgahan/gambar/a-1.webp');

let original: string;

beforeAll(async () => {
  all = mkdtempSync(join(tmpdir(), 'paraf-simpanan-'));
  original = join(all, 'asli.tar.zst');
  archive = openArchive();
  archive.approveSistem();
  archive.merge(folder('satu'), { [`${folder('satu')}/index.md`]: newsText('Satu.') });
  before = await publishIn(archive.dataDir);
  mkdirSync(join(picture(archive.dataDir), '..'), { recursive: true });
  writeFileSync(picture(archive.dataDir), 'gambar');
  expect(await pack(archive.dataDir, original)).toMatchObject({ portal: before.hash });
});
beforeEach(() => {
  root = mkdtempSync(join(all, 'uji-'));
  file = join(root, 'simpanan.tar.zst');
  copyFileSync(original, file);
});
afterAll(() => {
  archive.stop();
  rmSync(all, { recursive: true, force: true });
});

const restoreIn = (dataDir: string, onlyPictures = false) =>
  restore(archive.git, file, { dataDir, onlyPictures });

/** Every file of a portal with its bytes. */
function portalIn(dataDir: string): Record<string, string> {
  const site = currentSite(dataDir)!;
  return Object.fromEntries(
    [...siteFiles(site), 'manifes.sha256'].map((path) => [path, readFileSync(join(site, path), 'utf8')]),
  );
}

it('what one machine kept, another goes on from: it makes what came, and the portal is the same', async () => {
  const fresh = join(root, 'lain');
  expect(await restoreIn(fresh)).toEqual({ portal: before.hash, siteFiles: 2 });
  expect(portalIn(fresh)).toEqual(portalIn(archive.dataDir));
  expect(readFileSync(picture(fresh), 'utf8')).toBe('gambar');

  archive.merge(folder('dua'), { [`${folder('dua')}/index.md`]: newsText('Dua.') });
  const lines: string[] = [];
  expect(await publishIn(fresh, lines)).toMatchObject({ isWhole: false, isSwitched: true, live: 2 });
  expect(lines).toEqual(['Membuat halaman yang berubah …', 'Portal baru tayang.']);
  expect((await publishIn(join(root, 'utuh'))).isWhole).toBe(true);
  expect(portalIn(fresh)).toEqual(portalIn(join(root, 'utuh')));
});

it('what is kept twice of the same portal is the same, byte for byte', async () => {
  await pack(archive.dataDir, file);
  expect(readFileSync(file).equals(readFileSync(original))).toBe(true);
});

it('where nothing was published, nothing is kept', async () => {
  await expect(pack(join(root, 'kosong'), file)).rejects.toThrow(
    new LastFault('Belum ada portal tayang yang dikenal indeksnya.'),
  );
});

it('pictures alone can be taken: then everything is made anew', async () => {
  const fresh = join(root, 'lain');
  await restoreIn(fresh, true);
  expect(readdirSync(fresh, { recursive: true }).sort()).toEqual([
    'terbit',
    'terbit/singgahan',
    'terbit/singgahan/gambar',
    'terbit/singgahan/gambar/a-1.webp',
  ]);
  expect((await publishIn(fresh)).isWhole).toBe(true);
});

describe('what is not right is not relied on, and nothing of it stays', () => {
  const cases: readonly (readonly [string, Changes, string])[] = [
    [
      'a page that was altered',
      { 'situs/index.html': 'Lain.' },
      'Portalnya tidak cocok dengan daftar berkasnya: index.html.',
    ],
    [
      'a page that is lost',
      { 'situs/index.html': null },
      'Portalnya tidak cocok dengan daftar berkasnya: index.html.',
    ],
    ['a page more', { 'situs/lagi.html': '' }, 'Portalnya tidak cocok dengan daftar berkasnya: lagi.html.'],
    ['no list', { 'situs/manifes.sha256': null }, 'Daftar berkas portalnya tidak ada atau rusak.'],
    ['no index', { 'indeks.sqlite': null }, 'Indeksnya tidak ada.'],
    [
      'an index that is none',
      { 'indeks.sqlite': 'x'.repeat(9000) },
      'Arsipnya tidak terbaca (ERR_SQLITE_ERROR).',
    ],
    [
      'another portal’s index',
      { 'simpanan.json': '{"versi":1,"portal":"0123456789abcdef"}' },
      'Indeksnya rusak, atau bukan dari portal itu.',
    ],
    [
      'a file that we never keep',
      { 'terbit/pohon/a': '' },
      'Ada berkas yang tidak dikenal di dalamnya: "terbit/pohon/a".',
    ],
    ['nothing that says what it is', { 'simpanan.json': null }, 'Keterangannya tidak ada.'],
  ];
  it.each(cases)('%s', async (_, changes, message) => {
    await repack(file, changes);
    const fresh = join(root, 'lain');
    await expect(restoreIn(fresh)).rejects.toThrow(new LastFault(message));
    expect(existsSync(fresh)).toBe(false);
  });

  it('a file that is no archive, or half of one', async () => {
    const fresh = join(root, 'lain');
    const whole = readFileSync(file);
    for (const bytes of [
      whole.subarray(0, whole.length - 20),
      whole.subarray(0, 200),
      Buffer.from('bukan'),
    ]) {
      writeFileSync(file, bytes);
      await expect(restoreIn(fresh)).rejects.toThrow(LastFault);
      expect(existsSync(fresh)).toBe(false);
    }
  });

  it('a repository in which what was proven is not there', async () => {
    const other = openArchive();
    try {
      const fresh = join(root, 'lain');
      await expect(restore(other.git, file, { dataDir: fresh, onlyPictures: false })).rejects.toThrow();
      expect(existsSync(fresh)).toBe(false);
    } finally {
      other.stop();
    }
  });
});
