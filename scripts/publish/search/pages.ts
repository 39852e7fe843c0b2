import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collections } from '../../../content/schema/collections.ts';

/** A page of the portal that is no item: an SOP, a page of the PPID, a guide. */
export interface SearchPage {
  /** Address within the portal. */
  readonly url: string;
  /** The finished page. */
  readonly html: string;
}

/**
 * The pages of a finished portal that its sitemap names beside the items. Lists are left out: what they hold is found
 * itself, and a list would be found for every word on it.
 *
 * @param site folder of the finished portal
 */
export function pagesIn(site: string): SearchPage[] {
  const file = join(site, 'sitemap', 'halaman.xml');
  if (!existsSync(file)) return [];
  return [...readFileSync(file, 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, address = '']) => new URL(address.replaceAll('&amp;', '&')).pathname)
    .flatMap((path) => readPage(site, path))
    .filter(({ url }) => url !== '/' && !isList(url))
    .toSorted((a, b) => (a.url < b.url ? -1 : 1));
}

/** The portal may stand in a folder of its host: its own address is what is left when that is taken away. */
function readPage(site: string, path: string): SearchPage[] {
  const parts = path.split('/').filter((part) => part !== '');
  for (let from = 0; from <= parts.length; from += 1) {
    const url = `/${parts
      .slice(from)
      .map((part) => `${part}/`)
      .join('')}`;
    const page = join(site, url, 'index.html');
    if (existsSync(page)) return [{ url, html: readFileSync(page, 'utf8') }];
  }
  return [];
}

const lists = [
  '/daftar/',
  '/ppid/format/',
  '/ppid/tahun/',
  '/ppid/cakupan/',
  ...collections.flatMap(({ url, lists }) => [url, ...Object.values(lists)]),
];

function isList(url: string): boolean {
  return lists.some((start) => url.startsWith(start));
}
