import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildSite, filesOf, repository, turnToBuild } from '../../../site/src/testing/build.ts';
import { writeCity } from '../../../site/src/testing/city.ts';
import { indexPublication, writePublication } from '../../../site/src/testing/fixture.ts';
import { makeBundle, type Bundle, type BundleOptions } from './bundle.ts';
import { pathOf } from './question.ts';
import { renderAll } from './render-all.ts';
import { openRenderer, type Renderer, type RenderOptions } from './renderer.ts';

const root = mkdtempSync(join(tmpdir(), 'paraf-bundel-'));
const content = join(root, 'kota');
const reference = join(root, 'acuan');
const modules = join(repository, 'node_modules');
/** The bundle is made from settings and pages alone: nothing is published in this tree. */
const bundling: BundleOptions = {
  root: repository,
  content: join(root, 'kosong'),
  sistem: 'sistem',
  modules,
  cacheDir: join(root, 'singgahan'),
  site: 'https://portal.example/daerah/',
};

let bundle: Bundle;
let options: RenderOptions;

/** What of a tree belongs to the system, beyond what every fixture has. */
function writeSystem(folder: string): void {
  cpSync(join(repository, 'content/halaman'), join(folder, 'content/halaman'), { recursive: true });
  writeFileSync(join(folder, 'content/alihan.yml'), '/lama/berita.php: /berita/\n/profil/: /tentang/\n');
  writeFileSync(
    join(folder, 'content/halaman/hitung.mdx'),
    '---\njudul: Hitungan\nringkasan: Halaman untuk uji.\nurutan: 9\n---\n\nJumlahnya {2 + 2}.\n',
  );
}

beforeAll(async () => {
  writeCity(content, [
    {
      path: 'content/berita/2026/11/dicabut',
      at: '2026-11-19T02:00:00.000Z',
      index: '',
      withdrawn: 'Salah orang.',
    },
  ]);
  writePublication(bundling.content!, repository, []);
  for (const folder of [content, bundling.content!]) writeSystem(folder);
  buildSite(content, reference, bundling.site);
  const next = turnToBuild();
  bundle = await makeBundle(bundling).finally(next);
  options = {
    bundle,
    content,
    index: indexPublication(content, '/daerah/'),
    pictures: join(root, 'cache/gambar'),
    modules,
    outDir: join(root, 'halaman'),
  };
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const bytesAt = (folder: string) => (path: string) => readFileSync(join(folder, path));

function copyOfIndex(name: string) {
  const file = join(root, `${name}.sqlite`);
  copyFileSync(options.index, file);
  return { file, database: new DatabaseSync(file) };
}

describe('a full render', () => {
  it('is, file for file and byte for byte, what astro build writes', async () => {
    const told: string[] = [];
    const written = await renderAll({ ...options, processes: 2, onProgress: (line) => told.push(line) });
    const files = filesOf(reference);
    expect(files.length).toBeGreaterThan(400);
    expect(filesOf(options.outDir)).toEqual(files);
    const [wanted, found] = [bytesAt(reference), bytesAt(options.outDir)];
    expect(files.filter((path) => !wanted(path).equals(found(path)))).toEqual([]);

    expect(written.map(({ path }) => `/${path}`).toSorted()).toEqual(files);
    for (const { path, sha256, size } of written) {
      const bytes = found(path);
      expect([size, sha256], path).toEqual([bytes.length, createHash('sha256').update(bytes).digest('hex')]);
    }
    expect(told[0]).toBe('Mendaftar halaman portal …');

    const { ino, dev } = statSync(
      join(
        options.outDir,
        files.find((path) => /kartu\.\w+\.png$/.test(path))!,
      ),
    );
    const kept = readdirSync(options.pictures).map((name) => statSync(join(options.pictures, name)));
    expect(kept.filter((one) => one.ino === ino && one.dev === dev)).toHaveLength(1);
  }, 60_000);

  it('stops at a file that is no longer what was approved', async () => {
    const damaged = join(root, 'rusak');
    cpSync(content, damaged, { recursive: true });
    const folder = join(damaged, 'content/berita/2026/11/warga-dan-pegawai-bersihkan-parit');
    const picture = readdirSync(folder).find((name) => name.endsWith('.png'))!;
    writeFileSync(join(folder, picture), 'rusak');
    const pictures = join(root, 'gambar-baru');
    const outDir = join(root, 'gagal');
    await expect(renderAll({ ...options, content: damaged, pictures, outDir, processes: 1 })).rejects.toThrow(
      `${picture} di folder salinan bukan yang disetujui. Hapus folder terbit, lalu terbitkan lagi.`,
    );
    expect(existsSync(outDir)).toBe(false);
  }, 60_000);

  it('names the address that cannot be rendered, and leaves nothing behind', async () => {
    const { file: broken, database } = copyOfIndex('rusak');
    database.exec("UPDATE item SET entry = '{' WHERE slug = 'siaran-7'");
    database.close();
    const outDir = join(root, 'gagal');
    await expect(renderAll({ ...options, index: broken, outDir, processes: 1 })).rejects.toThrow(
      /^Halaman \/berita\/2026\/09\/siaran-7\/ tidak dapat dibuat: .+\nPortal lama tetap tayang\.$/,
    );
    expect(existsSync(outDir)).toBe(false);
  }, 60_000);
});

describe('one address at a time', () => {
  const outDir = join(root, 'sebagian');
  let renderer: Renderer;
  const open = (more: Partial<RenderOptions> = {}) =>
    (renderer = openRenderer({ ...options, outDir, ...more }));
  afterEach(() => renderer.close());

  it('is the same page, whatever was rendered before', async () => {
    const urls = await open().addresses();
    const some = [
      ...urls.filter((_, n) => n % 9 === 4),
      '/',
      '/404.html',
      '/_redirects',
      '/profil/',
      '/lama/berita.php/',
      '/berita/2026/09/halaman/1/',
      '/berita/2026/11/dicabut/',
      '/hitung/',
      '/panduan/pemeriksa/',
      '/lambang.svg',
    ];
    expect(some.filter((url) => !urls.includes(url))).toEqual([]);
    const written = await renderer.render(some.toReversed());
    expect(written.map(({ path }) => path).toSorted()).toEqual(some.map(pathOf).toSorted());
    for (const { path } of written)
      expect(bytesAt(outDir)(path).equals(bytesAt(reference)(path)), path).toBe(true);
  }, 30_000);

  it('asks no page for all its addresses: where they cannot be listed, one can be rendered', async () => {
    const { file: broken, database } = copyOfIndex('rusak');
    const [named] = database.prepare("SELECT url, files FROM item WHERE files <> '[]' ORDER BY path").all();
    const [{ publicName } = { publicName: '' }] = JSON.parse(String(named?.['files'])) as {
      publicName: string;
    }[];
    const address = `${String(named?.['url'])}${publicName}`;
    database.exec("UPDATE item SET files = '{' WHERE url = '/berita/2026/09/siaran-2/'");
    database.close();
    open({ index: broken });
    await expect(renderer.addresses()).rejects.toThrow('Alamat portal tidak dapat didaftar: ');
    expect(await renderer.render([address])).toMatchObject([{ path: pathOf(address) }]);
  }, 30_000);

  it('is of one moment with all the others: what changes meanwhile is for the next publication', async () => {
    const { file: changing, database } = copyOfIndex('berubah');
    open({ index: changing });
    await renderer.render(['/berita/2026/09/siaran-1/']);
    database.exec("UPDATE item SET judul = 'Judul yang datang kemudian'");
    database.close();
    await renderer.render(['/berita/2026/09/siaran-2/']);
    expect(readFileSync(join(outDir, 'berita/2026/09/siaran-2/index.html'), 'utf8')).not.toContain(
      'kemudian',
    );
  }, 30_000);

  it.each(['/tidak-ada/', '/berita/2026/11/tidak-ada.pdf', '/berita/2026/09/halaman/99/', '/sop/x/'])(
    'refuses %s, where there is no page',
    async (address) => {
      await expect(open().render([address])).rejects.toThrow(`Halaman ${address} tidak dapat dibuat: `);
      expect(existsSync(join(outDir, pathOf(address)))).toBe(false);
    },
  );

  it('refuses pictures that only a build of everything has made', async () => {
    open({ bundle: { ...bundle, files: [] } });
    await expect(renderer.render(['/panduan/pemeriksa/'])).rejects.toThrow('gambar dari astro:assets');
  });

  it('is asked what a change touches, by the map in the bundle', async () => {
    const change = { rows: [], asOf: { before: '2026-11-20', after: '2026-11-20' } };
    const { render, remove } = await open().touched(change);
    expect([render.includes('/'), remove]).toEqual([true, []]);
  });

  it('says why the process ended, if it ends before its answer', async () => {
    open({ bundle: { ...bundle, folder: join(root, 'tidak-ada') } });
    await expect(renderer.addresses()).rejects.toThrow(/Cannot find module|ERR_MODULE_NOT_FOUND/);
  });
});

describe('the bundle', () => {
  it('has the pages that depend on nothing published, and none of the others', () => {
    const fixed = bundle.files.map(({ path }) => path);
    expect(fixed).toEqual(
      expect.arrayContaining(['panduan/pemeriksa/index.html', 'hitung/index.html', 'meja/pekerja.js']),
    );
    expect(fixed.filter((path) => /^(index\.html|404\.html|berita\/|sitemap|rss)/.test(path))).toEqual([]);
  });

  it('is kept, and made anew where the system changed', async () => {
    const made = statSync(bundle.folder).mtimeMs;
    const again = await makeBundle(bundling);
    expect(again).toEqual(bundle);
    expect(statSync(again.folder).mtimeMs).toBe(made);
    mkdirSync(join(root, 'tanpa-kode'));
    const missing = { ...bundling, sistem: 'lain', root: join(root, 'tanpa-kode') };
    await expect(makeBundle(missing)).rejects.toThrow('Portal tidak dapat dibangun');
    expect(existsSync(bundle.folder)).toBe(true);
  });
});
