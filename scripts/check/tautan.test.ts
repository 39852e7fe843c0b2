import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkTautan } from './tautan.ts';

let dist: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), text);
};
const list = 'ppid/unduh/daftar-informasi-publik.json';

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'paraf-tautan-'));
  write('index.html', '<a href="/berita/">x</a><img src="/a%20b.png"><a href="https://lain.example/y">y</a>');
  write(
    'berita/index.html',
    '<a href="/#isi">x</a><a href="/cari/?q=1">c</a><a href="/admin/">a</a><a href="//cdn.example/z">z</a>',
  );
  write('cari/index.html', '');
  write('a b.png', '');
  write(list, JSON.stringify({ keadaan: '2026-11-20', daftar: [] }));
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

it('finds nothing in a portal whose links all lead somewhere', () => {
  expect(checkTautan(dist, '/')).toEqual({
    halaman: 3,
    tautan: 4,
    putus: [],
    basi: [],
    luar: new Map(),
  });
});

it('names a broken link once, with the pages that it stands on', () => {
  write('a/index.html', '<a href="/hilang/">x</a>');
  write('b/index.html', '<a href="/hilang/">x</a><img src="/%E0%A4%A.png">');
  expect(checkTautan(dist, '/').putus).toEqual([
    'Tautan /hilang/ di /a/index.html dan 1 halaman lain tidak menuju apa pun. Betulkan alamatnya, atau alihkan lewat content/alihan.yml.',
    'Tautan /%E0%A4%A.png di /b/index.html tidak menuju apa pun. Betulkan alamatnya, atau alihkan lewat content/alihan.yml.',
  ]);
});

it('takes a portal in a folder of its host for what it is', () => {
  write('index.html', '<a href="/portal/berita/">x</a><a href="/portal/">y</a><a href="/berita/">z</a>');
  write('berita/index.html', '');
  expect(checkTautan(dist, '/portal/').putus).toEqual([
    'Tautan /berita/ di /index.html tidak menuju apa pun. Betulkan alamatnya, atau alihkan lewat content/alihan.yml.',
  ]);
});

it('names information that is no longer current on the day of the portal', () => {
  const entry = (judul: string, diperbarui: string) => ({
    judul,
    alamat: `https://portal.example/${judul}/`,
    opd: 'x',
    kewajiban: null,
    klasifikasi: 'berkala',
    diperbarui,
    berlakuSampai: null,
  });
  const daftar = [entry('lama', '2026-05-01T02:00:00Z'), entry('baru', '2026-06-01T02:00:00Z')];
  write(list, JSON.stringify({ keadaan: '2026-11-20', daftar }));
  expect(checkTautan(dist, '/').basi).toEqual([
    '“lama” (https://portal.example/lama/) mutakhir sampai 2026-11-01. Perbarui lewat SOP-nya, atau cabut.',
  ]);
});
