import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { urlOf } from '../../../content/schema/collections.ts';
import { indexPublication, writePublication, type SampleItem } from '../../../site/src/testing/fixture.ts';
import { showBuilt, stagingDir } from '../deploy.ts';
import { openPrepared } from '../index/database.ts';
import { indexIn } from '../prepare.ts';
import { partsIn, recordsOf } from './records.ts';
import { openSearch } from './testing/ask.ts';
import { updateSearch } from './update.ts';

const repository = resolve(import.meta.dirname, '../../..');

const news = (
  slug: string,
  month: string,
  judul: string,
  text: string,
  more: Partial<SampleItem> = {},
): SampleItem => ({
  path: `content/berita/${month}/${slug}`,
  at: `${month.replace('/', '-')}-05T02:00:00.000Z`,
  index:
    `---\njudul: ${JSON.stringify(judul)}\nopd: dinas-kesehatan\ntanggal: "${month.replace('/', '-')}-05"\n` +
    `tempat: Pontianak\nliputan:\n  data: CATATAN-LAPANGAN\nringkasan: ${JSON.stringify(judul)}\nkategori: kesehatan\n---\n\n${text}\n`,
  ...more,
});

const items: SampleItem[] = [
  news('parit', '2026/11', 'Warga membersihkan parit', 'Pelayanan kebersihan kota berjalan.'),
  news('vaksin', '2026/10', 'Vaksinasi anak di puskesmas', '<script>alert(1)</script> dan <b>tebal</b>.'),
  news('banjir', '2025/12', 'Banjir surut', 'Petugas melayani warga.'),
  news('ditarik', '2025/12', 'Berita ditarik', 'NAMA-ANAK', { withdrawn: 'Memuat nama anak.' }),
  news('draf', '2026/11', 'Belum disetujui', 'RAHASIA-DRAF', { unapproved: true }),
];

let folder: string;
const at = (...parts: string[]) => join(folder, ...parts);
const site = () => at('situs');

/** The finished portal, as far as the index looks at it. */
function writePortal(list: readonly SampleItem[]): void {
  const page = (url: string, html: string) => {
    mkdirSync(join(site(), url), { recursive: true });
    writeFileSync(join(site(), url, 'index.html'), html);
  };
  for (const { path } of list) page(urlOf(path), '');
  page('/', '<html lang="id"><main><h1>Beranda</h1></main>');
  page('/berita/', '<html lang="id"><main><h1>Berita</h1>membersihkan</main>');
  page(
    '/sop/penyebarluasan/',
    '<html lang="id"><body>Kepala<main id="isi"><nav>Jejak</nav><h1>SOP Penyebarluasan</h1><p>Langkah periksa.</p></main>Kaki',
  );
  mkdirSync(join(site(), 'sitemap'), { recursive: true });
  writeFileSync(
    join(site(), 'sitemap/halaman.xml'),
    ['/', '/berita/', '/sop/penyebarluasan/']
      .map((url) => `<url><loc>https://kota.example/portal${url}</loc></url>`)
      .join(''),
  );
}

const write = (list: readonly SampleItem[]) => {
  rmSync(at('pohon'), { recursive: true, force: true });
  writePublication(at('pohon'), repository, list);
  writePortal(list);
};
const update = () =>
  updateSearch({ root: at('pohon'), site: site(), outDir: at('cari'), index: indexPublication(at('pohon')) });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paraf-cari-'));
  write(items);
  await update();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the index of the search', () => {
  it('finds an approved item by another form of its words, in the right year, of the right kind', async () => {
    const search = await openSearch(at('cari'));
    try {
      const urls = async (...asked: Parameters<typeof search.find>) =>
        (await search.find(...asked)).map(({ url }) => url);
      expect(await urls('kebersihan')).toEqual(['/berita/2026/11/parit/']);
      expect(await urls('layanan')).toEqual(['/berita/2025/12/banjir/', '/berita/2026/11/parit/']);
      expect(await urls('layanan', { tahun: '2025' })).toEqual(['/berita/2025/12/banjir/']);
      expect(await urls('layanan', { jenis: 'konten' })).toEqual([]);
      expect(await urls('dinas kesehatan', { kategori: 'berita/kesehatan', tahun: '2026' })).toEqual([
        '/berita/2026/10/vaksin/',
        '/berita/2026/11/parit/',
      ]);
      expect(await urls('periksa', { jenis: 'sop' })).toEqual(['/sop/penyebarluasan/']);
      expect(await urls('langkah', { tahun: '2026' })).toEqual([]);
      expect(await urls('jejak')).toEqual([]);
      expect(await urls('kepala')).toEqual([]);
      const [vaksin] = await search.find('vaksinasi');
      expect(vaksin?.meta).toMatchObject({
        title: 'Vaksinasi anak di puskesmas',
        jenis: 'Berita',
        opd: 'Dinas Kesehatan',
        tanggal: '2026-10-05',
      });
      expect(vaksin?.excerpt).not.toContain('<script');
    } finally {
      search.close();
    }
  });

  it('holds nothing of what was not approved, was withdrawn, or is the newsroom’s own', async () => {
    const search = await openSearch(at('cari'));
    try {
      for (const secret of [
        'rahasia-draf',
        'rahasia',
        'nama-anak',
        'catatan-lapangan',
        'lapangan',
        'ditarik',
      ])
        expect(await search.find(secret), secret).toEqual([]);
    } finally {
      search.close();
    }
  });

  it('writes nothing while nothing changed, and one year’s part for an item of that year', async () => {
    expect(await update()).toEqual({ made: [], kept: 3, items: 3 });
    const parts = () =>
      readdirSync(at('cari'))
        .filter((name) => name !== 'daftar.json')
        .sort();
    const before = parts();
    const corrected = news('banjir', '2025/12', 'Banjir surut', 'Petugas melayani pengungsi.');
    write(items.map((item) => (item.path === corrected.path ? corrected : item)));
    const { made } = await update();
    expect(made).toEqual([expect.stringMatching(/^2025-[0-9a-f]{12}$/)]);
    // The old part is gone at once: nothing that was taken back stays within reach.
    expect(parts().filter((name) => !before.includes(name))).toEqual(made);
    expect(parts()).toHaveLength(before.length);
    write(items);
    await update();
    expect(parts()).toEqual(before);
  });

  it('cuts a large year between months, from its oldest on, so that a new item changes the newest part alone', () => {
    const list = ['2026/10', '2026/11', '2026/09', '2026/10', '2025/12'].map((month, n) =>
      news(`butir-${n}`, month, `Butir ${n}`, 'Isi.'),
    );
    const cut = (of: readonly SampleItem[]) => {
      writePublication(at('potong'), repository, of);
      const database = openPrepared(indexPublication(at('potong')));
      const parts = partsIn(database, 3).map((part) => {
        const found = [...recordsOf(database, part, (opd) => opd)].map(({ url }) => url);
        expect(found).toEqual(part.items.map(([url]) => url).sort());
        return `${part.tahun}: ${part.months.join(' to ')}, ${found.length}`;
      });
      database.close();
      return parts;
    };
    expect(cut(list)).toEqual([
      '2026: 2026-11 to 2026-11, 1',
      '2026: 2026-09 to 2026-10, 3',
      '2025: 2025-12 to 2025-12, 1',
    ]);
    expect(cut([...list, news('baru', '2026/11', 'Butir baru', 'Isi.')])).toEqual([
      '2026: 2026-11 to 2026-11, 2',
      '2026: 2026-09 to 2026-10, 3',
      '2025: 2025-12 to 2025-12, 1',
    ]);
  });

  it('stays as it is, whole, where the index is ahead of what the portal shows', async () => {
    const files = () =>
      readdirSync(at('cari'), { recursive: true, encoding: 'utf8' })
        .sort()
        .map((name) => name);
    const before = [files(), readFileSync(at('cari/daftar.json'), 'utf8')];
    const added = news('baru', '2026/11', 'Berita baru sekali', 'Isi.');
    write([...items, added]);
    rmSync(join(site(), '/berita/2026/11/baru'), { recursive: true });
    await expect(update()).rejects.toThrow(
      'Indeks pencarian tidak diubah: /berita/2026/11/baru/ belum ada di portal yang tayang. ' +
        'Indeks menyusul sesudah portal berikutnya tayang.',
    );
    expect([files(), readFileSync(at('cari/daftar.json'), 'utf8')]).toEqual(before);
    write(items);
  });
});

describe('paraf cari', () => {
  const program = join(repository, 'scripts/cli.ts');
  const start = (data: string) =>
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'cari', '--data', data]);

  it('killed while it writes, leaves the old index whole and what it was at to nobody; run again, it is done', async () => {
    const data = at('data');
    const hash = '0'.repeat(16);
    cpSync(site(), stagingDir(data), { recursive: true });
    await showBuilt(data, hash);
    cpSync(at('pohon'), join(data, 'terbit/pohon'), { recursive: true });
    cpSync(indexPublication(at('pohon')), indexIn(join(data, 'terbit')));
    const child = start(data);
    // As soon as the first part begins to be written.
    await vi.waitUntil(() => existsSync(join(data, 'cari')) && readdirSync(join(data, 'cari')).length > 0, {
      interval: 1,
      timeout: 25_000,
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(data, 'cari/daftar.json'))).toBe(false);
    const again = start(data);
    const said: string[] = [];
    again.stdout.on('data', (bytes: Buffer) => said.push(bytes.toString()));
    const [code] = (await once(again, 'close')) as [number];
    expect([code, said.join('')]).toEqual([
      0,
      expect.stringMatching(/^Indeks pencarian mutakhir: 3 butir, \d bagian dibuat, \d bagian tetap\.\n$/),
    ]);
    const names = readdirSync(join(data, 'cari'));
    expect(names.filter((name) => name.endsWith('.dibangun'))).toEqual([]);
    expect(names).toHaveLength(4);
  });

  it('says what to do where nothing is published', async () => {
    const child = start(dirname(folder));
    const said: string[] = [];
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect([code, said.join('')]).toEqual([
      3,
      `Belum ada portal di ${dirname(folder)}, jadi belum ada yang dicari. Jalankan paraf publish dahulu.\n`,
    ]);
  });
});
