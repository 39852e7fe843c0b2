import type { z } from 'zod';
import { beritaSchema } from './berita.ts';
import { informasiPublikSchema } from './informasi-publik.ts';
import { kampanyeSchema } from './kampanye.ts';
import { kontenSchema } from './konten.ts';

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
}

export const collections: readonly Collection[] = [
  {
    name: 'berita',
    label: 'Berita',
    singular: 'Berita',
    schema: beritaSchema,
    folders: ['year', 'month'],
    url: '/berita/',
  },
  {
    name: 'konten',
    label: 'Konten',
    singular: 'Konten',
    schema: kontenSchema,
    folders: ['year', 'month'],
    url: '/konten/',
  },
  {
    name: 'kampanye',
    label: 'Kampanye',
    singular: 'Kampanye',
    schema: kampanyeSchema,
    folders: ['year', 'month'],
    url: '/kampanye/',
  },
  {
    name: 'informasi-publik',
    label: 'Informasi publik',
    singular: 'Informasi publik',
    schema: informasiPublikSchema,
    folders: ['opd'],
    url: '/ppid/informasi-publik/',
  },
];

const segment: Record<Collection['folders'][number], string> = {
  year: '20\\d\\d',
  month: '(?:0[1-9]|1[0-2])',
  opd: '[a-z0-9]+(?:-[a-z0-9]+)*',
};

/** Where a path of the repository belongs: to an item's folder, nowhere allowed within a collection, or outside. */
export type Place =
  | {
      readonly kind: 'item';
      readonly collection: Collection;
      readonly folder: string;
      readonly slug: string;
      readonly rest: string;
    }
  | { readonly kind: 'stray'; readonly collection: Collection }
  | { readonly kind: 'sistem' };

/**
 * Tells where a path belongs (design, section 2): `content/berita/2026/11/kerja-bakti/index.md` is part of the item
 * in that folder; a file elsewhere under `content/berita/` belongs nowhere; all other paths are `sistem`.
 */
export function placeOf(path: string): Place {
  for (const collection of collections) {
    const root = `content/${collection.name}/`;
    if (!path.startsWith(root)) continue;
    const parents = collection.folders.map((name) => segment[name]).join('/');
    const match = new RegExp(`^(${root}${parents}/([a-z0-9]+(?:-[a-z0-9]+)*))/(.+)$`).exec(path);
    const [, folder, slug, rest] = match ?? [];
    if (folder === undefined || slug === undefined || rest === undefined)
      return { kind: 'stray', collection };
    return { kind: 'item', collection, folder, slug, rest };
  }
  return { kind: 'sistem' };
}

/**
 * Office under which an item's folder lies, which its address holds for good: of
 * `content/informasi-publik/dinas-kesehatan/daftar-aset` it is `dinas-kesehatan`. Null for a collection without such
 * folders.
 */
export function officeOf(collection: Collection, folder: string): string | null {
  const at = collection.folders.indexOf('opd');
  return at === -1 ? null : (folder.slice(`content/${collection.name}/`.length).split('/')[at] ?? null);
}

/** Public address of an item's folder: `content/berita/2026/11/kerja-bakti` → `/berita/2026/11/kerja-bakti/`. */
export function urlOf(folder: string): string {
  const place = placeOf(`${folder}/index.md`);
  if (place.kind !== 'item') throw new Error(`not an item folder: ${folder}`);
  return `${place.collection.url}${folder.slice(`content/${place.collection.name}/`.length)}/`;
}
