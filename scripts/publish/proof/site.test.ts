import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { currentSite } from '../deploy.ts';
import { publish } from '../publish.ts';
import { pagesBy } from '../testing/fake-pages.ts';
import { folder, newsText, openArchive, type Archive } from '../testing/archive.ts';
import { verify } from '../verify.ts';
import { siteIssues } from './site.ts';

let archive: Archive;
let site: string;
let sidik: string;
const page = 'berita/2026/11/satu/index.html';
const photo = 'berita/2026/11/satu/foto.png';

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
};

beforeEach(async () => {
  archive = openArchive();
  const item = archive.merge(folder('satu'), {
    [`${folder('satu')}/index.md`]: newsText('Isi.'),
    [`${folder('satu')}/foto.png`]: 'gambar',
  });
  sidik = item.sidik;
  await publish({
    repoDir: archive.repoDir,
    dataDir: archive.dataDir,
    modules: '/tidak-dipakai',
    now: () => '2026-11-02T08:00:00+07:00',
    pages: pagesBy(({ outDir }) => {
      site = outDir;
      write('index.html', 'depan');
      write(page, `sidik ${sidik}`);
      write(photo, 'gambar');
    }),
  });
  site = currentSite(archive.dataDir)!;
});
afterEach(() => archive.stop());

const told = async () =>
  (await siteIssues(archive.git, await verify(archive.git), site)).map(
    ({ file, message }) => `${file}: ${message}`,
  );

const changed = (path: string) =>
  `situs:${path}: Isi berkas ini bukan yang dibangun: diubah sesudah terbit, atau rusak. Terbitkan ulang, dan cari sebabnya.`;

it('a published portal is what was built of what was signed, and says so to any sha256sum', async () => {
  write('cari/indeks/daftar.json', '{}');
  expect(await told()).toEqual([]);
  const manifest = readFileSync(join(site, 'manifes.sha256'), 'utf8').split('\n');
  const { sistem } = await verify(archive.git);
  expect(manifest.slice(0, 2)).toEqual([`# sistem ${sistem.commit}`, '# hari 2026-11-02']);
  expect(manifest.slice(2).map((line) => line.slice(66))).toEqual([photo, page, 'index.html', '']);
  if (process.platform !== 'linux') return;
  const done = spawnSync('sha256sum', ['--check', '--strict', 'manifes.sha256'], {
    cwd: site,
    encoding: 'utf8',
  });
  expect(done.stdout.trim().split('\n')).toEqual([`${photo}: OK`, `${page}: OK`, 'index.html: OK']);
});

it.each<[string, () => void, () => string[]]>([
  ['a page that was changed', () => write(page, `sidik ${sidik}, dan lain`), () => [changed(page)]],
  [
    'a page that shows another sidik',
    () => write(page, 'sidik palsu'),
    () => [
      changed(page),
      `situs:${page}: Halaman ini tidak menyebut sidik ${sidik} yang disetujui. Terbitkan ulang.`,
    ],
  ],
  [
    'a picture that was not signed',
    () => write(photo, 'lain'),
    () => [
      changed(photo),
      `situs:${photo}: Berkas ini bukan salah satu yang disetujui bersama butir ${folder('satu')}.`,
    ],
  ],
  [
    'a page that is gone',
    () => rmSync(join(site, page)),
    () => [
      `situs:${page}: Berkas ini dibangun, tetapi tidak ada di situs. Unggah ulang.`,
      `situs:${page}: Butir ${folder('satu')} seharusnya tayang, tetapi halamannya tidak ada. Terbitkan ulang.`,
    ],
  ],
  [
    'a page that nobody signed',
    () => write('berita/2026/11/palsu/index.html', 'x'),
    () => [
      'situs:berita/2026/11/palsu/index.html: Berkas ini tidak ada dalam daftar: ditaruh orang lain. Terbitkan ulang, dan cari sebabnya.',
      `situs:berita/2026/11/palsu/: Butir ${folder('palsu')} tayang di situs, tetapi tidak tercatat disetujui. Terbitkan ulang, dan cari sebabnya.`,
    ],
  ],
  [
    'a portal without a whole list of its files',
    () => write('manifes.sha256', 'apa saja\n'),
    () => [
      'situs:manifes.sha256: Situs ini tidak punya daftar berkas yang utuh, jadi tidak dapat dibandingkan dengan yang dibangun. Terbitkan ulang, atau unduh seluruh situsnya.',
    ],
  ],
])('names %s', async (_, change, expected) => {
  change();
  expect(await told()).toEqual(expected());
});

it('takes what the build makes of signed pictures, and of nothing else', async () => {
  const card = 'berita/2026/11/satu/kartu.0123456789abcdef.png';
  const stray = 'berita/2026/11/satu/kartu.fedcba9876543210.png';
  await publish({
    repoDir: archive.repoDir,
    dataDir: archive.dataDir,
    modules: '/tidak-dipakai',
    now: () => '2026-11-03T08:00:00+07:00',
    pages: pagesBy(({ outDir }) => {
      site = outDir;
      write('index.html', 'depan');
      write(page, `sidik ${sidik} ${card}`);
      write(photo, 'gambar');
      write(photo.replace('.png', '-400.avif'), 'kecil');
      write(card, 'kartu');
      write(photo.replace('foto.png', 'lain-400.avif'), 'lain');
      write(stray, 'kartu');
    }),
  });
  site = currentSite(archive.dataDir)!;
  const strange = (path: string) =>
    `situs:${path}: Berkas ini bukan salah satu yang disetujui bersama butir ${folder('satu')}.`;
  expect(await told()).toEqual([strange(stray), strange(photo.replace('foto.png', 'lain-400.avif'))]);
});
