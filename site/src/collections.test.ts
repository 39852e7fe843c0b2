import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { collections, collectionOf } from '../../content/schema/collections.ts';
import { canaryOf, type Canary } from '../../scripts/publish/testing/canary.ts';
import { plainDate } from './dates.ts';
import { buildSite, deadLinks, filesOf, repository, weightOf } from './testing/build.ts';
import { writePublication, type SampleItem } from './testing/fixture.ts';

const folderOf = (name: string, slug: string, opd = 'dinas-sosial') => {
  const folders = { year: '2026', month: '11', opd };
  return ['content', name, ...collectionOf(name).folders.map((one) => folders[one]), slug].join('/');
};
const document = (data: object, body = 'Isi.') => `---\n${stringify(data)}---\n\n${body}\n`;
const bytesOf = (name: string) => Buffer.from(`isi dari ${name}`);
const hour = (n: number) => new Date(Date.UTC(2026, 10, 2, n)).toISOString();

/** One item of each collection with every field filled; its text tries to show the working papers. */
const canaries = collections.map(
  ({ name, schema }, n): { name: string; canary: Canary; item: SampleItem } => {
    const canary = canaryOf({ schema }, 100 * (n + 1));
    const named = [...canary.papers, ...canary.works];
    const body = canary.papers.map((paper) => `![intip](${paper})`);
    return {
      name,
      canary,
      item: {
        path: folderOf(name, 'penuh'),
        at: hour(n),
        index: document({ ...canary.data, opd: 'dinas-sosial' }, body.join('\n\n')),
        files: Object.fromEntries([...named, 'tak-disebut.pdf'].map((one) => [one, bytesOf(one)])),
      },
    };
  },
);

const work = (berkas: string, alt: string) => ({
  berkas,
  keterangan: `Karya ${berkas}`,
  kredit: 'Diskominfo',
  alt,
});
const siaran: SampleItem = {
  path: folderOf('konten', 'siaran'),
  at: hour(10),
  index: document({
    judul: 'Cuci tangan pakai sabun',
    opd: 'dinas-kesehatan',
    tanggal: '2026-10-01',
    ringkasan: 'Video dan siaran radio.',
    jenis: 'video',
    karya: [
      work('film.mp4', 'Narator: cuci tangan.\nDi layar: air mengalir.'),
      work('radio.mp3', 'Penyiar: enam langkah.'),
      work('selebaran.pdf', 'Enam langkah dalam gambar.'),
      work('poster.png', `Poster. ${'Langkah demi langkah. '.repeat(15)}`),
    ],
  }),
  files: Object.fromEntries(
    ['film.mp4', 'radio.mp3', 'selebaran.pdf', 'poster.png'].map((one) => [one, bytesOf(one)]),
  ),
};

const entry = (n: number): SampleItem => ({
  path: folderOf('informasi-publik', `laporan-${n}`, 'dinas-kesehatan'),
  at: hour(20 + n),
  index: document({
    judul: `Laporan nomor ${n}`,
    opd: 'dinas-kesehatan',
    tanggal: '2026-10-01',
    ringkasan: `Ringkasan nomor ${n}.`,
    pejabat: 'Bidang Pelayanan Kesehatan',
    penanggungJawab: 'Sekretaris Dinas',
    pembuatan: { waktu: '2026-01-20', tempat: 'Pontianak' },
    bentuk: 'Salinan lunak',
    ...(n === 1 ? {} : { retensi: '5 tahun' }),
    klasifikasi: 'serta-merta',
    dokumen: [{ berkas: 'data.csv', judul: 'Tabelnya', catatan: 'Dua baris.' }],
  }),
  files: { 'data.csv': Buffer.from('a,b\r\n1,2\r\n') },
});

const withdrawn = collections.map(({ name }): SampleItem => ({
  path: folderOf(name, 'dicabut'),
  at: hour(100),
  index: '',
  withdrawn: `Alasan pencabutan ${name}.`,
}));

const items = [
  ...canaries.map(({ item }) => item),
  siaran,
  ...Array.from({ length: 41 }, (_, n) => entry(n + 1)),
  ...withdrawn,
];

let root: string;
let dist: string;
const text = (path: string) => readFileSync(join(dist, path), 'utf8');
const page = (url: string) => text(join(url, 'index.html'));
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const urlOfItem = ({ path }: SampleItem) => {
  const [, name = '', ...rest] = path.split('/');
  return `${collectionOf(name).url}${rest.join('/')}/`;
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'paraf-koleksi-'));
  dist = join(root, 'dist');
  writePublication(join(root, 'isi'), repository, items);
  buildSite(join(root, 'isi'), dist);
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('pages of every collection', () => {
  it.each([
    '/konten/',
    '/konten/2026/11/',
    '/konten/2026/11/siaran/',
    '/konten/jenis/video/',
    '/konten/opd/dinas-kesehatan/',
    '/kampanye/',
    '/kampanye/2026/11/penuh/',
    '/kampanye/jenis/teks/',
    '/ppid/informasi-publik/',
    '/ppid/informasi-publik/dinas-kesehatan/',
    '/ppid/informasi-publik/dinas-kesehatan/halaman/1/',
    '/ppid/informasi-publik/dinas-kesehatan/laporan-1/',
    '/ppid/klasifikasi/serta-merta/',
  ])('stand at %s', (url) => {
    expect(existsSync(join(dist, url, 'index.html'))).toBe(true);
  });

  it.each(canaries.map((one) => [one.name, one] as const))(
    'hold nothing of the working papers of %s, in no page, feed, map or file',
    (_name, { canary: { secret, papers } }) => {
      const traces = [
        ...secret,
        ...secret.filter((word) => /^\d{4}-\d\d-\d\d$/.test(word)).map(plainDate),
        ...papers.map((name) => createHash('sha256').update(bytesOf(name)).digest('hex')),
        'tak-disebut',
      ];
      expect(papers.length).toBeGreaterThan(0);
      const found = filesOf(dist).flatMap((path) => {
        const content = `${path} ${readFileSync(join(dist, path), 'latin1')}`;
        return traces.filter((trace) => content.includes(trace)).map((trace) => `${path}: ${trace}`);
      });
      expect(found).toEqual([]);
    },
  );

  it.each(canaries.map((one) => [one.name, one] as const))(
    'show every other field of %s, and its files byte for byte',
    (_name, { canary: { data, open, works }, item }) => {
      const html = page(urlOfItem(item));
      const shown = open.map((word) => (/^\d{4}-\d\d-\d\d$/.test(word) ? plainDate(word) : word));
      const missing = shown.filter((word) => !html.includes(word.replace(/\.png$/, '.')));
      expect(missing).toEqual([data['opd']]);
      for (const name of works) {
        const [, src = ''] =
          new RegExp(`"(/[^"]*/${name.replace('.png', '')}\\.[0-9a-f]{8}\\.png)"`).exec(html) ?? [];
        expect(readFileSync(join(dist, src)).equals(bytesOf(name)), name).toBe(true);
      }
      expect(words(html)).toContain('Lembar paraf Menurut SOP');
      expect(html).toContain('class="tanda-contoh"');
    },
  );

  it('lead nowhere that does not exist, and use each id once', () => {
    expect(deadLinks(dist)).toEqual([]);
    for (const path of filesOf(dist).filter((file) => file.endsWith('.html'))) {
      const ids = [...text(path).matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(ids.length, path).toBe(new Set(ids).size);
      expect(text(path).match(/<h1\b/g), path).toHaveLength(1);
    }
  });

  it.each([
    '/',
    '/konten/',
    '/konten/2026/11/siaran/',
    '/ppid/informasi-publik/',
    '/ppid/informasi-publik/dinas-kesehatan/',
  ])('weigh at most 50 KB before pictures: %s', (url) => {
    expect(weightOf(dist, `${url}index.html`)).toBeLessThanOrEqual(50 * 1024);
  });

  it('are linked from the front page, the menu, the map and feeds of their own', () => {
    const home = page('/');
    for (const { url, label, name } of collections) {
      expect(home, name).toContain(`href="${url}"`);
      expect(home, name).toContain(`title="${label} terbaru" href="${url}rss.xml"`);
      expect(text('sitemap/halaman.xml'), name).toContain(`<loc>https://portal.example${url}</loc>`);
    }
    expect(home).toContain('Cuci tangan pakai sabun');
    expect(text('konten/rss.xml')).toContain('<link>https://portal.example/konten/2026/11/siaran/</link>');
    expect(text('ppid/informasi-publik/rss.xml')).toContain('<title>Laporan nomor 41</title>');
    expect(text('sitemap/2026.xml')).toContain(
      '<loc>https://portal.example/ppid/informasi-publik/dinas-kesehatan/laporan-41/</loc>',
    );
  });
});

describe('works', () => {
  it('are played, shown or fetched, each with its words', () => {
    const html = page('/konten/2026/11/siaran/');
    expect(html).toContain("media-src 'self'");
    expect(html).toMatch(
      /<video controls preload="metadata" playsinline src="[^"]*\/film\.[0-9a-f]{8}\.mp4" aria-label="Karya film\.mp4">/,
    );
    expect(html).toMatch(
      /<audio controls preload="none" src="[^"]*\/radio\.[0-9a-f]{8}\.mp3" aria-label="Karya radio\.mp3">/,
    );
    expect(html).toMatch(/<a href="[^"]*\/selebaran\.[0-9a-f]{8}\.pdf" type="application\/pdf">/);
    expect(words(html)).toContain('Transkrip Narator: cuci tangan. Di layar: air mengalir.');
    expect(words(html)).toContain('Karya: Diskominfo Buka berkas (PDF, 22 byte)');
    expect(html).toContain('alt="Karya poster.png. Isinya tertulis di bawah gambar."');
  });

  it('are told to search engines', () => {
    expect(graphOf('/konten/2026/11/siaran/')).toMatchObject({
      '@type': 'CreativeWork',
      name: 'Cuci tangan pakai sabun',
      genre: 'Video informasi',
      image: [expect.stringMatching(/^https:\/\/portal\.example\/konten\/.*\.png$/)],
      associatedMedia: [
        { '@type': 'VideoObject', encodingFormat: 'video/mp4', contentSize: '17 B' },
        { '@type': 'AudioObject', encodingFormat: 'audio/mpeg' },
        { '@type': 'MediaObject', encodingFormat: 'application/pdf' },
      ],
    });
    expect(graphOf('/ppid/informasi-publik/dinas-sosial/penuh/')['@type']).toBe('DigitalDocument');
    expect(graphOf('/ppid/informasi-publik/dinas-kesehatan/laporan-1/')).toMatchObject({
      '@type': 'Dataset',
      distribution: [{ '@type': 'DataDownload', encodingFormat: 'text/csv', contentSize: '10 B' }],
    });
  });
});

describe('Daftar Informasi Publik', () => {
  const cells = (html: string, row: number) =>
    [...(html.split('<tr role="row">')[row + 2] ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(
      ([, cell = '']) => words(cell).trim(),
    );

  it('has the seven columns of the law, numbered from the oldest', () => {
    const html = page('/ppid/informasi-publik/dinas-kesehatan/halaman/1/');
    expect([...html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)].map(([, th = '']) => th.trim())).toEqual([
      'Nomor',
      'Ringkasan isi informasi',
      'Pejabat atau unit yang menguasai',
      'Penanggung jawab pembuatan atau penerbitan',
      'Waktu dan tempat pembuatan',
      'Bentuk informasi yang tersedia',
      'Jangka waktu penyimpanan',
    ]);
    expect(cells(html, 0)).toEqual([
      '1',
      'Laporan nomor 1 Ringkasan nomor 1. Serta-merta Dinas Kesehatan',
      'Bidang Pelayanan Kesehatan',
      'Sekretaris Dinas',
      'Pontianak, 20 Januari 2026',
      'Salinan lunak',
      'tidak tercantum',
    ]);
    expect(html.match(/<tr role="row">/g)).toHaveLength(21);
  });

  it('goes on where the older page ended', () => {
    const html = page('/ppid/informasi-publik/dinas-kesehatan/');
    expect(cells(html, 0).slice(0, 2)).toEqual([
      '21',
      'Laporan nomor 21 Ringkasan nomor 21. Serta-merta Dinas Kesehatan',
    ]);
    expect(html.match(/<tr role="row">/g)).toHaveLength(22);
  });

  it('says on its front how much of it is shown, and where the rest is', () => {
    const html = words(page('/ppid/informasi-publik/'));
    expect(html).toContain(
      '22 yang terbaru dari 42. Selebihnya ada dalam daftar menurut klasifikasi dan perangkat daerah di bawah.',
    );
  });

  it('gives each document its kind, length, day, fingerprint and words', () => {
    const html = page('/ppid/informasi-publik/dinas-kesehatan/laporan-1/');
    const sha256 = createHash('sha256').update('a,b\r\n1,2\r\n').digest('hex');
    expect(words(html)).toContain(
      `Tabelnya (CSV, 10 byte) Dua baris. Terbit 3 November 2026 SHA-256 ${sha256}`,
    );
  });
});

describe('what was withdrawn', () => {
  it.each(withdrawn.map((item) => [item.path, item] as const))(
    '%s says when and why, and is in no list',
    (path, item) => {
      const url = urlOfItem(item);
      const html = words(page(url));
      const { singular } = collectionOf(path.split('/')[1] ?? '');
      expect(html).toContain(`${singular} ini dicabut Dicabut Jumat, 6 November 2026 pukul 11.00`);
      expect(html).toContain(item.withdrawn);
      const others = filesOf(dist).filter(
        (file) => /\.(html|xml)$/.test(file) && file !== `${url}index.html`,
      );
      expect(
        others.filter((file) => text(file).includes(`${url}"`) || text(file).includes(`${url}<`)),
      ).toEqual([]);
    },
  );
});

it('says of every collection that nothing has been published yet, and where to go instead', () => {
  const empty = join(root, 'kosong');
  writePublication(join(root, 'isi-kosong'), repository, []);
  buildSite(join(root, 'isi-kosong'), empty);
  for (const { url, label, name } of collections) {
    const html = words(readFileSync(join(empty, url, 'index.html'), 'utf8'));
    expect(html, name).toContain(`Belum ada ${label.toLocaleLowerCase('id')} yang tayang`);
    expect(readFileSync(join(empty, url, 'rss.xml'), 'utf8'), name).not.toContain('<item>');
  }
  expect(deadLinks(empty)).toEqual([]);
}, 60_000);

function graphOf(url: string): Record<string, unknown> {
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page(url)) ?? [];
  return (JSON.parse(json) as { '@graph': Record<string, unknown>[] })['@graph'][0] ?? {};
}
