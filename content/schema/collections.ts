import type { z } from 'zod';
import { beritaSchema } from './berita.ts';
import { informasiDikecualikanSchema } from './informasi-dikecualikan.ts';
import { informasiPublikSchema } from './informasi-publik.ts';
import { kampanyeSchema } from './kampanye.ts';
import { kontenSchema } from './konten.ts';
import { sertaMertaSchema } from './serta-merta.ts';

/** A collection of items: one folder per item, which runs under the SOP that `content/alur.yml` names. */
export interface Collection {
  /** Name in paths, in `alur.yml` and in Decap. */
  readonly name: string;
  /** Names for people: the list, and one of it. */
  readonly label: string;
  readonly singular: string;
  /** Schema of the front matter of `index.md`; the body is Markdown. */
  readonly schema: z.ZodType;
  /** Folders between `content/<name>/` and the item's own: years and months, or the office. */
  readonly folders: readonly ('year' | 'month' | 'opd')[];
  /** Start of the public address; the item's folders and slug follow. Never changes once published. */
  readonly url: string;
  /** What the public finds here, in a sentence. */
  readonly ringkasan: string;
  /** Field by whose choices the public browses, beside months and offices. */
  readonly kategori: string;
  /** Start of the address of each kind of list; its value follows. Never changes once published. */
  readonly lists: Readonly<Partial<Record<Facet, string>>>;
}

/** What an item can be listed by: the month and the office of its folder, the choice in its field `kategori`. */
export const facets = ['bulan', 'opd', 'kategori'] as const;
export type Facet = (typeof facets)[number];

export const collections: readonly Collection[] = [
  {
    name: 'berita',
    label: 'Berita',
    singular: 'Berita',
    schema: beritaSchema,
    folders: ['year', 'month'],
    url: '/berita/',
    ringkasan: 'Kabar terbaru dari perangkat daerah, masing-masing dengan lembar paraf persetujuannya.',
    kategori: 'kategori',
    lists: { bulan: '/berita/', opd: '/berita/opd/', kategori: '/berita/kategori/' },
  },
  {
    name: 'konten',
    label: 'Konten',
    singular: 'Konten',
    schema: kontenSchema,
    folders: ['year', 'month'],
    url: '/konten/',
    ringkasan: 'Video, desain grafis, dan infografis yang dibuat atas permohonan perangkat daerah.',
    kategori: 'jenis',
    lists: { bulan: '/konten/', opd: '/konten/opd/', kategori: '/konten/jenis/' },
  },
  {
    name: 'kampanye',
    label: 'Kampanye',
    singular: 'Kampanye',
    schema: kampanyeSchema,
    folders: ['year', 'month'],
    url: '/kampanye/',
    ringkasan: 'Pesan layanan masyarakat yang direncanakan, dibuat, dan disebarluaskan pemerintah daerah.',
    kategori: 'jenis',
    lists: { bulan: '/kampanye/', opd: '/kampanye/opd/', kategori: '/kampanye/jenis/' },
  },
  {
    name: 'informasi-publik',
    label: 'Informasi publik',
    singular: 'Informasi publik',
    schema: informasiPublikSchema,
    folders: ['opd'],
    url: '/ppid/informasi-publik/',
    ringkasan: 'Informasi yang dikuasai perangkat daerah dan terbuka bagi siapa pun, dengan dokumennya.',
    kategori: 'klasifikasi',
    // Not below `url`, where offices stand: no office's id can ever take the address.
    lists: { opd: '/ppid/informasi-publik/', kategori: '/ppid/klasifikasi/' },
  },
  {
    name: 'informasi-dikecualikan',
    label: 'Informasi dikecualikan',
    singular: 'Informasi dikecualikan',
    schema: informasiDikecualikanSchema,
    folders: ['opd'],
    url: '/ppid/dikecualikan/',
    ringkasan: 'Informasi yang dikecualikan sesudah diuji: dasarnya, konsekuensinya, dan sampai kapan.',
    kategori: 'dasar',
    lists: { opd: '/ppid/dikecualikan/', kategori: '/ppid/dasar-pengecualian/' },
  },
  {
    name: 'serta-merta',
    label: 'Informasi serta-merta',
    singular: 'Informasi serta-merta',
    schema: sertaMertaSchema,
    folders: ['year', 'month'],
    url: '/ppid/serta-merta/',
    ringkasan:
      'Peringatan yang harus segera diketahui: bahayanya, cara menghindar, dan cara meminta bantuan.',
    kategori: 'jenis',
    lists: {
      bulan: '/ppid/serta-merta/',
      opd: '/ppid/serta-merta/opd/',
      kategori: '/ppid/serta-merta/jenis/',
    },
  },
];

const segment: Record<Collection['folders'][number], string> = {
  year: '20\\d\\d',
  month: '(?:0[1-9]|1[0-2])',
  opd: '[a-z0-9]+(?:-[a-z0-9]+)*',
};

/** Shape of a path in each collection: its item's folder, slug, and what follows. Asked for every file there is. */
const shapes = collections.map((collection) => {
  const root = `content/${collection.name}/`;
  const parents = collection.folders.map((name) => segment[name]).join('/');
  const shape = new RegExp(`^(${root}${parents}/([a-z0-9]+(?:-[a-z0-9]+)*))/(.+)$`);
  return { collection, root, shape };
});

/** Where a path of the repository belongs: to an item's folder, nowhere allowed within a collection, or outside. */
export type Place =
  | {
      readonly kind: 'item';
      readonly collection: Collection;
      readonly folder: string;
      readonly slug: string;
      readonly rest: string;
      /** Month (`2026/11`) and office that its folders name; null where the collection has none of those. */
      readonly bulan: string | null;
      readonly opd: string | null;
    }
  | { readonly kind: 'stray'; readonly collection: Collection }
  | { readonly kind: 'sistem' };

/**
 * Tells where a path belongs (design, section 2): `content/berita/2026/11/kerja-bakti/index.md` is part of the item
 * in that folder; a file elsewhere under `content/berita/` belongs nowhere; all other paths are `sistem`.
 */
export function placeOf(path: string): Place {
  for (const { collection, root, shape } of shapes) {
    if (!path.startsWith(root)) continue;
    const [, folder, slug, rest] = shape.exec(path) ?? [];
    if (folder === undefined || slug === undefined || rest === undefined)
      return { kind: 'stray', collection };
    const names = folder.slice(root.length).split('/');
    const named = (kind: Collection['folders'][number]) => names[collection.folders.indexOf(kind)];
    const [year, month] = [named('year'), named('month')];
    const bulan = year === undefined || month === undefined ? null : `${year}/${month}`;
    return { kind: 'item', collection, folder, slug, rest, bulan, opd: named('opd') ?? null };
  }
  return { kind: 'sistem' };
}

/** The collection of that name. Throws for a name that no collection has. */
export function collectionOf(name: string): Collection {
  const found = collections.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no such collection: ${name}`);
  return found;
}

/** The folder of an item by its public address, whether there is such an item or not; null where none can be. */
export function folderAt(url: string): string | null {
  for (const { name, url: start } of collections) {
    const folder = url.startsWith(start) ? `content/${name}/${url.slice(start.length, -1)}` : '';
    if (placeOf(`${folder}/index.md`).kind === 'item') return folder;
  }
  return null;
}

/** Public address of an item's folder: `content/berita/2026/11/kerja-bakti` → `/berita/2026/11/kerja-bakti/`. */
export function urlOf(folder: string): string {
  const place = placeOf(`${folder}/index.md`);
  if (place.kind !== 'item') throw new Error(`not an item folder: ${folder}`);
  return `${place.collection.url}${folder.slice(`content/${place.collection.name}/`.length)}/`;
}
