import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkOuterLinks, outerLinks } from './tautan-luar.ts';

let server: Server;
let origin: string;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { host = '' } = request.headers;
    asked.push(`${host}${request.url}`);
    const status =
      { '/hilang': 404, '/dihapus': 410, '/sibuk': 503, '/terlarang': 403 }[request.url ?? ''] ?? 200;
    response.writeHead(status).end('isi');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** Asks this machine in place of the host that is named. */
const ask = async (address: string) => {
  const { pathname, hostname } = new URL(address);
  if (hostname === 'mati.go.id') throw new TypeError('fetch failed');
  return (await fetch(`${origin}${pathname}`)).status;
};

it('takes links of texts and of the foot, and none by which a page is shared', () => {
  const html =
    '<p><a href="https://bmkg.go.id/a?x=1&amp;y=2" rel="external noopener">BMKG</a></p>' +
    '<a href="https://kanal.example/kominfo" rel="external noopener me">Kanal</a>' +
    '<a class="tombol" href="https://wa.me/?text=x" rel="external noopener noreferrer nofollow">WhatsApp</a>' +
    '<a href="/berita/">Berita</a><a href="https://bmkg.go.id/a?x=1&amp;y=2" rel="external noopener">lagi</a>';
  expect(outerLinks(html)).toEqual(['https://bmkg.go.id/a?x=1&y=2', 'https://kanal.example/kominfo']);
});

it('names what its host says is gone, and leaves open what may be right again tomorrow', async () => {
  const links = new Map([
    ['https://satu.go.id/ada', ['/a/index.html']],
    ['https://satu.go.id/hilang', ['/a/index.html', '/b/index.html']],
    ['https://dua.go.id/dihapus', ['/b/index.html']],
    ['https://dua.go.id/sibuk', ['/b/index.html']],
    ['https://tiga.go.id/terlarang', ['/b/index.html']],
    ['https://mati.go.id/', ['/b/index.html']],
  ]);
  expect(await checkOuterLinks(links, ask)).toEqual({
    ditanya: 6,
    putus: [
      'Tautan https://satu.go.id/hilang di /a/index.html dan 1 halaman lain sudah tidak ada di situsnya. Ganti lewat ralat, atau hapus.',
      'Tautan https://dua.go.id/dihapus di /b/index.html sudah tidak ada di situsnya. Ganti lewat ralat, atau hapus.',
    ],
    belumPasti: 3,
  });
});

it('asks nobody within the office, and no name that is nobody’s', async () => {
  asked.length = 0;
  const inside = [
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://0x7f.1/',
    'http://localhost/',
    'http://printer/',
    'http://server.internal/',
    'https://portal.example/',
  ];
  const links = new Map(inside.map((address) => [address, ['/index.html']]));
  expect(await checkOuterLinks(links, ask)).toEqual({ ditanya: 0, putus: [], belumPasti: 0 });
  expect(asked).toEqual([]);
});
