import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageSize } from '../../scripts/publish/index/image-size.ts';
import { treeId } from '../../scripts/publish/index/tree.ts';
import { buildSite, deadLinks, filesOf, repository, weightOf } from './testing/build.ts';
import { harmless, hostileText } from './testing/hostile.ts';
import { writePublication, type SampleItem } from './testing/fixture.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const news = (judul: string, body: string, more = ''): string =>
  `---
judul: ${JSON.stringify(judul)}
opd: dinas-kesehatan
tanggal: "2026-11-02"
tempat: Pontianak
liputan:
  dokumentasi:
    - berkas: mentah.png
  data: CATATAN-LAPANGAN
ringkasan: Puskesmas membuka layanan sore.
kategori: kesehatan
contoh: true
${more}---

${body}
`;

const foto = `foto:
  - berkas: Loket Baru.png
    keterangan: Loket baru di puskesmas.
    kredit: Diskominfo
    alt: Sebuah loket.
`;

const items: SampleItem[] = [
  {
    path: 'content/berita/2026/11/layanan-sore',
    at: '2026-11-02T02:15:00.000Z',
    index: news(
      'Puskesmas buka layanan sore',
      'Layanan buka **pukul 16.00**.\n\n## Syarat\n\nBawa kartu.',
      foto,
    ),
    files: { 'Loket Baru.png': png, 'mentah.png': Buffer.concat([png, Buffer.from('MENTAH')]) },
  },
  {
    path: 'content/berita/2026/11/jahat',
    at: '2026-11-03T02:15:00.000Z',
    index: news(
      '</title></script><script>alert(1)</script>"><img onerror=x>',
      `<script>alert(2)</script>\n\n[x](javascript:alert(3)) ![y](https://evil.example/z.png)\n${hostileText}`,
    ),
  },
  {
    path: 'content/berita/2026/11/belum-disetujui',
    at: '2026-11-04T02:15:00.000Z',
    index: news('Belum disetujui siapa pun', 'RAHASIA-DRAF'),
    unapproved: true,
  },
  ...Array.from({ length: 41 }, (_, n) => ({
    path: `content/berita/2026/10/kabar-${n + 1}`,
    at: new Date(Date.UTC(2026, 9, 1, n)).toISOString(),
    index: news(`Kabar nomor ${n + 1}`, 'Isi.'),
  })),
];

let root: string;
let dist: string;

const build = (out: string, site?: string, from?: string) => buildSite(join(root, 'isi'), out, site, from);

const bytes = (path: string) => readFileSync(join(dist, path));
const page = (path: string) => readFileSync(join(dist, path, 'index.html'), 'utf8');
/** The one page that is a program: the review desk. */
const desk = '/meja/index.html';
const pages = () => filesOf(dist).filter((path) => path.endsWith('.html'));

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'paraf-site-'));
  dist = join(root, 'dist');
  writePublication(join(root, 'isi'), repository, items);
  writeFileSync(
    join(root, 'isi/content/halaman/bantuan.mdx'),
    '---\njudul: Bantuan\nringkasan: Halaman bantuan untuk uji.\nurutan: 9\n---\n\n<Catatan>\n  Jumlahnya {2 + 2}.\n</Catatan>\n',
  );
  build(dist);
}, 120_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the portal', () => {
  it.each([
    'index.html',
    '404.html',
    'berita/index.html',
    'berita/2026/11/index.html',
    'berita/2026/11/layanan-sore/index.html',
    'berita/kategori/kesehatan/index.html',
    'berita/opd/dinas-kesehatan/index.html',
    'berita/rss.xml',
    'rss.xml',
    'sop/index.html',
    'sop/penyebarluasan-informasi/index.html',
    'tentang/index.html',
    'meja/index.html',
    'meja/pekerja.js',
    'meja/ikon-180.png',
    'sitemap.xml',
    'sitemap/halaman.xml',
    'sitemap/2026.xml',
    'robots.txt',
    'lambang.svg',
  ])('has %s', (path) => {
    expect(existsSync(join(dist, path))).toBe(true);
  });

  it('runs only scripts of its own, from files, and has no inline style, on any page that the public reads', () => {
    const harmless = /^(type="application\/ld\+json"|type="module" src="\/_aset\/[\w.-]+\.js")$/;
    for (const path of pages().filter((page) => page !== desk)) {
      const html = readFileSync(join(dist, path), 'utf8').replace(/ content="[^"]*<[^"]*"/g, '');
      const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(
        ([, attributes]) => attributes?.trim() ?? '',
      );
      expect(scripts.filter((attributes) => !harmless.test(attributes))).toEqual([]);
      expect(html).not.toMatch(/<style\b|<[^>]*\sstyle=|<[^>]*\son[a-z]+=/i);
      // The engine of the search is WebAssembly; no other page may start any.
      const engine = path === '/cari/index.html' ? " 'wasm-unsafe-eval'" : '';
      expect(html, path).toContain(
        `content="default-src 'none'; script-src 'self'${engine}; connect-src 'self'; style-src 'self'; img-src 'self';`,
      );
    }
  });

  it('gives every page one h1, a title, a description, a language and its own canonical address', () => {
    for (const path of pages()) {
      const html = readFileSync(join(dist, path), 'utf8');
      expect(html.match(/<h1\b/g), path).toHaveLength(1);
      expect(html, path).toMatch(/<html lang="id">/);
      expect(html, path).toMatch(/<title>[^<]{5,}<\/title>/);
      expect(html, path).toMatch(/<meta name="description" content="[^"]{10,}">/);
      const address = `https://portal.example${path.replace(/index\.html$/, '')}`;
      if (html.includes('content="noindex"')) expect(html, path).not.toContain('rel="canonical"');
      else expect(html, path).toContain(`<link rel="canonical" href="${address}">`);
    }
  });

  it('tells search engines about a news item', () => {
    const [, json = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page('berita/2026/11/layanan-sore')) ?? [];
    const graph = (JSON.parse(json) as { '@graph': Record<string, unknown>[] })['@graph'];
    expect(graph[0]).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Puskesmas buka layanan sore',
      url: 'https://portal.example/berita/2026/11/layanan-sore/',
      datePublished: '2026-11-02T02:15:00.000Z',
    });
    expect(graph[1]?.['@type']).toBe('BreadcrumbList');
  });

  it('shows who signed, in which step of which SOP, when, and what', () => {
    const html = page('berita/2026/11/layanan-sore');
    const sidik = treeId([
      { path: 'index.md', executable: false, bytes: Buffer.from(items[0]?.index ?? '') },
      ...Object.entries(items[0]?.files ?? {}).map(([path, bytes]) => ({ path, executable: false, bytes })),
    ]);
    const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toContain('Lembar paraf Menurut SOP Penyebarluasan Informasi');
    expect(words).toContain('Senin, 2 November 2026 pukul 09.13 WIB');
    expect(words).toContain('1 kali dikembalikan untuk dikoreksi sebelum disetujui.');
    expect(words).toContain(sidik);
    expect(html).toContain('href="/sop/penyebarluasan-informasi/"');
    expect(html).toContain(
      '<span class="dateline">PONTIANAK</span> – Layanan buka <strong>pukul 16.00</strong>',
    );
    expect(html).toContain('<strong>Ini berita contoh.</strong>');
  });

  it('publishes the pictures that the item names, byte for byte, and no working paper', () => {
    const files = filesOf(dist).filter(
      (path) => /\.(png|jpg|txt)$/.test(path) && path.includes('/berita/') && !path.includes('/kartu.'),
    );
    expect(files).toEqual([
      expect.stringMatching(/^\/berita\/2026\/11\/layanan-sore\/loket-baru\.[0-9a-f]{8}\.png$/),
    ]);
    expect(bytes(files[0] ?? '').equals(png)).toBe(true);
    expect(page('berita/2026/11/layanan-sore')).toMatch(
      /<img src="\/berita\/2026\/11\/layanan-sore\/loket-baru\.[0-9a-f]{8}\.png" alt="Sebuah loket\." width="1" height="1"/,
    );
  });

  it('gives every page a card for sharing, a picture that is there', () => {
    for (const path of pages().filter((page) => page !== desk)) {
      const [, card = ''] =
        /<meta property="og:image" content="https:\/\/portal\.example([^"]+)">/.exec(
          readFileSync(join(dist, path), 'utf8'),
        ) ?? [];
      expect(card, path).toMatch(/\/kartu\.[0-9a-f]{16}\.png$/);
      expect(imageSize(bytes(card)), path).toEqual({ width: 1200, height: 630 });
    }
  });

  it('holds nothing of what was not approved, nor of the newsroom', () => {
    for (const path of filesOf(dist)) {
      const text = bytes(path).toString('latin1');
      for (const secret of ['RAHASIA-DRAF', 'Belum disetujui siapa pun', 'CATATAN-LAPANGAN', 'MENTAH'])
        expect(text.includes(secret), `${path}: ${secret}`).toBe(false);
    }
    expect(existsSync(join(dist, 'berita/2026/11/belum-disetujui'))).toBe(false);
  });

  it('shows a hostile title and body as text', () => {
    for (const path of [...pages(), '/berita/rss.xml']) {
      // A sign of less is harmless between the quotes of an attribute.
      const text = readFileSync(join(dist, path), 'utf8').replace(/="[^"]*"/g, '=""');
      expect(text, path).not.toMatch(/<script>alert|<img onerror|javascript:alert|evil\.example/);
    }
    expect(page('berita/2026/11/jahat')).toContain('&lt;script&gt;alert(2)&lt;/script&gt;');
  });

  it('leaves nothing of a hostile text but harmless elements, harmless attributes, and words', () => {
    const [, text = ''] =
      /<div class="naskah">(.*?)<section class="bagikan"/s.exec(page('berita/2026/11/jahat')) ?? [];
    const tags = [...text.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/g)];
    expect(tags.length).toBeGreaterThan(20);
    // Beside the text: the list of its facts.
    const elements = [...harmless.elements, 'dl', 'dt', 'dd', 'time'];
    expect(tags.map(([, name]) => name).filter((name) => !elements.includes(name ?? ''))).toEqual([]);
    const attributes = tags.flatMap(([, , all = '']) =>
      [...all.matchAll(/([a-z-]+)=/g)].map(([, name = '']) => name),
    );
    expect(attributes.filter((name) => ![...harmless.attributes, 'datetime'].includes(name))).toEqual([]);
    expect([...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://xn--ontianak-4bh.go.id/masuk',
    ]);
    // Every sign that could begin an element begins one of those.
    expect(text.split('<').length - 1).toBe(tags.length + text.split('</').length - 1);
  });

  it('lets maintainers use components in their pages, by MDX', () => {
    const html = page('bantuan');
    expect(html).toContain('<h1>Bantuan</h1>');
    expect(html).toMatch(/<div class="catatan">\s*<p>Jumlahnya 4\.<\/p>\s*<\/div>/);
  });

  it('cuts archives so that full pages never change: page 1 is the oldest', () => {
    const titles = (html: string) => [...html.matchAll(/Kabar nomor (\d+)<\/a>/g)].map(([, n]) => Number(n));
    const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => from - n);
    expect(titles(page('berita/2026/10/halaman/1'))).toEqual(down(20, 1));
    expect(titles(page('berita/2026/10'))).toEqual(down(41, 21));
    expect(existsSync(join(dist, 'berita/2026/10/halaman/2'))).toBe(false);
  });

  it('leads nowhere that does not exist', () => {
    expect(deadLinks(dist)).toEqual([]);
  });

  it('weighs at most 50 KB before pictures, fonts included', () => {
    for (const path of [
      'index.html',
      'berita/2026/11/layanan-sore/index.html',
      'sop/pengelolaan-konten-media/index.html',
    ])
      expect(weightOf(dist, path), path).toBeLessThanOrEqual(50 * 1024);
  });
});

it('a build from a copy of the code elsewhere, as the publisher makes it, is the same byte for byte', () => {
  const copy = join(root, 'salinan');
  for (const name of ['content', 'scripts', 'site', 'package.json', 'tsconfig.json'])
    cpSync(join(repository, name), join(copy, name), {
      recursive: true,
      filter: (path) => !/[\\/](\.astro|node_modules)([\\/]|$)/.test(path),
    });
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const again = join(copy, 'lagi');
  build(again, 'https://portal.example/', copy);
  expect(filesOf(again)).toEqual(filesOf(dist));
  for (const path of filesOf(dist))
    expect(readFileSync(join(again, path)).equals(bytes(path)), path).toBe(true);
}, 60_000);

it('stands in a folder of its host as well', () => {
  const below = join(root, 'bawah');
  build(below, 'https://kota.example/portal/');
  for (const path of filesOf(below).filter((file) => file.endsWith('.html'))) {
    const html = readFileSync(join(below, path), 'utf8');
    for (const [, href = ''] of html.matchAll(/(?:href|src)="(\/[^"]*)"/g))
      expect(href, path).toMatch(/^\/portal\//);
  }
  const html = readFileSync(join(below, 'sop/index.html'), 'utf8');
  expect(html).toContain('<link rel="canonical" href="https://kota.example/portal/sop/">');
}, 60_000);
