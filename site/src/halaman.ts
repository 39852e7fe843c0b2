import { getCollection } from 'astro:content';

/** A page for menus. */
export interface MenuEntry {
  readonly nama: string;
  readonly alamat: string;
}

/** Pages of the first level (`/tentang/`, `/kontak/`), in the order that the office gives them. */
export function topPages(): Promise<MenuEntry[]> {
  return pagesWhere((id) => !id.includes('/'));
}

/** The guides for people who work here: pages under `content/halaman/panduan/`. */
export function guides(): Promise<MenuEntry[]> {
  return pagesWhere((id) => id.startsWith('panduan/'));
}

async function pagesWhere(wanted: (id: string) => boolean): Promise<MenuEntry[]> {
  return (await getCollection('halaman'))
    .filter(({ id }) => wanted(id))
    .toSorted((a, b) => a.data.urutan - b.data.urutan || a.id.localeCompare(b.id))
    .map(({ id, data }) => ({ nama: data.judul, alamat: `/${id}/` }));
}

/** Words for a menu where a page's title is a whole sentence: its address says the same in one word. */
export function shortName({ nama, alamat }: MenuEntry): string {
  const word = alamat.slice(1, -1).replaceAll('-', ' ');
  return nama.length <= 14 ? nama : word.charAt(0).toLocaleUpperCase('id') + word.slice(1);
}
