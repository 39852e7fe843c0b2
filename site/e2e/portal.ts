import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { portalRoutes } from '../../scripts/local/portal.ts';
import { samplesOf } from '../../scripts/example/samples.ts';
import { updateSearch } from '../../scripts/publish/search/update.ts';
import { buildSite, repository } from '../src/testing/build.ts';
import { writePublication, type SampleItem } from '../src/testing/fixture.ts';
import { hostileText } from '../src/testing/hostile.ts';
import { radio } from '../src/testing/radio.ts';

/** Names the folder in which the browser tests share one portal. */
export const portalVariable = 'PARAF_E2E_PORTAL';

/** A title as hostile as the schema lets it be. */
export const hostileTitle = '</title></script><script>alert(1)</script>&amp; ]]> "><img src=x onerror=x>';

/** An item of the repository's own samples, published. */
function sample(collection: string, n: number, at: string): SampleItem {
  const item = samplesOf(repository).make(collection, n);
  if (item === undefined) throw new Error(`no sample of ${collection}`);
  const files = [...item.files].map(([path, bytes]) => [path.slice(item.folder.length + 1), bytes] as const);
  const index = files.find(([name]) => name === 'index.md')?.[1];
  return { path: item.folder, at, index: new TextDecoder().decode(index), files: Object.fromEntries(files) };
}

const news = (path: string, at: string, judul: string, ringkasan: string, isi: string): SampleItem => ({
  path: `content/berita/${path}`,
  at,
  index:
    `---\njudul: ${JSON.stringify(judul)}\nopd: dinas-kesehatan\ntanggal: ${JSON.stringify(at.slice(0, 10))}\n` +
    `tempat: Pontianak\nliputan:\n  data: CATATAN-LAPANGAN\nringkasan: ${JSON.stringify(ringkasan)}\n` +
    `kategori: kesehatan\ncontoh: true\n---\n\n${isi}\n`,
});

/** What is published: every collection, several years, enough for archives, something hostile, something withdrawn. */
const items = (): SampleItem[] => [
  ...[0, 1, 2].map((n) => sample('berita', n, `2026-11-0${n + 2}T02:15:00.000Z`)),
  ...[0, 1].map((n) => sample('konten', n, `2026-10-2${n}T02:15:00.000Z`)),
  ...[0, 1].map((n) => sample('kampanye', n, `2026-10-1${n}T02:15:00.000Z`)),
  ...[0, 1].map((n) => sample('informasi-publik', n, `2026-09-1${n}T02:15:00.000Z`)),
  {
    path: 'content/informasi-publik/dinas-kesehatan/angka-stunting',
    at: '2026-09-20T02:15:00.000Z',
    index:
      '---\njudul: Angka stunting menurut kecamatan\nopd: dinas-kesehatan\ntanggal: "2026-09-18"\n' +
      'ringkasan: Menurut kecamatan.\nklasifikasi: berkala\ndokumen:\n  - berkas: angka.csv\n' +
      '    judul: Angka stunting\ncontoh: true\n---\n',
    files: { 'angka.csv': new TextEncoder().encode('kecamatan,angka\nPontianak Kota,1\n') },
  },
  news(
    '2026/11/jahat',
    '2026-11-06T02:15:00.000Z',
    hostileTitle,
    `${hostileTitle} ringkasan`,
    `${hostileTitle}\n${hostileText}`,
  ),
  radio,
  {
    ...news('2026/11/ditarik', '2026-11-07T02:15:00.000Z', 'Berita yang ditarik', 'Tidak ada.', 'NAMA-ANAK'),
    withdrawn: 'Memuat nama anak.',
  },
  ...Array.from({ length: 45 }, (_, n) =>
    news(
      `2025/12/posyandu-${n + 1}`,
      new Date(Date.UTC(2025, 11, 1, n * 8)).toISOString(),
      `Posyandu wilayah ${n + 1} membuka penimbangan`,
      'Kader posyandu menimbang balita dan mencatat hasilnya.',
      'Kader **menimbang** kuartana. Pelayanan dimulai pukul 08.00 WIB.',
    ),
  ),
  ...[2024, 2023, 2022].map((year) =>
    news(
      `${year}/03/pasar-${year}`,
      `${year}-03-05T02:15:00.000Z`,
      `Pasar murah tahun ${year}`,
      'Beras, gula, dan minyak dijual di bawah harga pasar.',
      'Warga membeli zurbia.',
    ),
  ),
];

export interface Portal {
  readonly origin: string;
  /** Folder of the finished pages. */
  readonly dist: string;
  stop(): void;
}

/** Serves the portal that the browser tests share; the first of them builds it. */
export async function openPortal(): Promise<Portal> {
  const folder = process.env[portalVariable];
  if (folder === undefined) throw new Error(`${portalVariable} names no folder`);
  const [dist, search] = [join(folder, 'situs'), join(folder, 'cari')];
  const done = join(folder, 'selesai');
  if (!existsSync(done)) {
    mkdirSync(folder, { recursive: true });
    const root = join(folder, 'pohon');
    writePublication(root, repository, items());
    writeFileSync(join(root, 'content/alihan.yml'), '/profil/: /tentang/\n/read/12.html: /berita/\n');
    buildSite(root, dist);
    await updateSearch({ root, site: dist, outDir: search, index: join(root, 'indeks.sqlite') });
    writeFileSync(done, '');
  }
  const server = createAdaptorServer(portalRoutes(() => dist, search));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, dist, stop: () => server.close() };
}
