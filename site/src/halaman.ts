import { getCollection } from 'astro:content';

// Read here and not in each component: one that waits for nothing is rendered in half the time.
const pages = (await getCollection('halaman')).toSorted(
  (a, b) => a.data.urutan - b.data.urutan || a.id.localeCompare(b.id),
);

/** Whether `content/halaman/` has a page at an address. */
export function isPageUrl(url: string): boolean {
  return pages.some(({ id }) => `/${id}/` === url);
}

/** A page for menus. */
export interface MenuEntry {
  readonly nama: string;
  readonly alamat: string;
}

/** Pages of the first level (`/tentang/`, `/kontak/`), in the order that the office gives them. */
export function topPages(): MenuEntry[] {
  return pagesWhere((id) => !id.includes('/'));
}

/** The guides for people who work here: pages under `content/halaman/panduan/`. */
export function guides(): MenuEntry[] {
  return pagesWhere((id) => id.startsWith('panduan/'));
}

function pagesWhere(wanted: (id: string) => boolean): MenuEntry[] {
  return pages
    .filter(({ id }) => wanted(id))
    .map(({ id, data }) => ({ nama: data.judul, alamat: `/${id}/` }));
}

/** Words for a menu where a page's title is a whole sentence: its address says the same in one word. */
export function shortName({ nama, alamat }: MenuEntry): string {
  const word = alamat.slice(1, -1).replaceAll('-', ' ');
  return nama.length <= 14 ? nama : word.charAt(0).toLocaleUpperCase('id') + word.slice(1);
}
