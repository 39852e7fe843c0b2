import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collections } from '../../content/schema/collections.ts';

/** One page of each kind that makes the same page for every item or list. */
const samples: Readonly<Record<string, string>> = {
  'a page of news': '/berita/2026/11/jahat/',
  'a page of news with pictures': '/berita/2026/11/warga-dan-pegawai-bersihkan-parit/',
  'a page of content': '/konten/2026/10/cara-mendaftar-beasiswa-daerah/',
  'a page of a campaign': '/kampanye/2026/10/sungai-bersih-dimulai-dari-dapur/',
  'a withdrawn page': '/berita/2026/11/ditarik/',
  'a month': '/berita/2025/12/',
  'an older page of a list': '/berita/2025/12/halaman/1/',
  'an office': '/berita/opd/dinas-kesehatan/',
  'a kategori': '/berita/kategori/kesehatan/',
  'a class of public information': '/ppid/klasifikasi/berkala/',
  'an entry of public information': '/ppid/informasi-publik/dinas-kesehatan/angka-stunting/',
  'all complete lists': '/daftar/berita/',
  'a complete list': '/daftar/berita/2025/12/',
  'a form of public information': '/ppid/format/csv/',
  'a year of public information': '/ppid/tahun/2026/',
  'an SOP': '/sop/pengelolaan-konten-media/',
  'an address that is not there': '/404.html',
  'an old address': '/profil/',
};

/**
 * One address of every kind of page of a finished portal, by what it is: the samples, and every page of the sitemap
 * that is neither an item nor one of many lists, so that a new page is looked at without being named here.
 */
export function pageKinds(dist: string): [kind: string, address: string][] {
  const many = [
    '/daftar/',
    '/sop/',
    '/panduan/',
    '/ppid/format/',
    '/ppid/tahun/',
    '/ppid/cakupan/',
    '/ppid/kalender/',
    ...collections.flatMap(({ lists }) => Object.values(lists)),
  ];
  const named = [...readFileSync(join(dist, 'sitemap/halaman.xml'), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, address = '']) => new URL(address).pathname)
    .filter((path) => !many.some((start) => path.startsWith(start) && path !== start));
  return [...Object.entries(samples), ...named.map((path): [string, string] => [path, path])];
}

/** Kinds that are kept from search engines. */
export const noSearch: ReadonlySet<string> = new Set([
  'a withdrawn page',
  'an address that is not there',
  'an old address',
]);

/** The file of an address. */
export function fileOfAddress(address: string): string {
  return address.endsWith('/') ? `${address}index.html` : address;
}
