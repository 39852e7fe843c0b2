import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Berita } from '../../../content/schema/berita.ts';
import type { InformasiPublik } from '../../../content/schema/informasi-publik.ts';
import type { Konten } from '../../../content/schema/konten.ts';
import type { PublicFile } from '../../../scripts/publish/index/public-file.ts';
import { contentRoot, once, rows, type Row } from './portal.ts';

/** A file that stands beside an item's page. */
interface Stored {
  /** Its address within the portal. */
  readonly src: string;
  /** Content type. */
  readonly type: string;
  /** Length in bytes. */
  readonly size: number;
  readonly sha256: string;
  /** Size of a picture in pixels. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** A picture, a sound, a film or a document, with its caption, its maker, and what it holds in words. */
export type Work = Stored & Omit<Konten['karya'][number], 'berkas'>;

/** A document of public information. */
export type Dokumen = Stored & Omit<InformasiPublik['dokumen'][number], 'berkas'>;

/** Fields in which items name what they show. */
export type Shown = Partial<Pick<Berita, 'foto'> & Pick<Konten, 'karya'> & Pick<InformasiPublik, 'dokumen'>>;

/** What an item shows, in its order. */
export function worksOf(row: Row, { foto = [], karya = [] }: Shown): Work[] {
  return withFile(row, [...foto, ...karya]);
}

/** The documents that an item publishes. */
export function documentsOf(row: Row, { dokumen = [] }: Shown): Dokumen[] {
  return withFile(row, dokumen);
}

function withFile<T extends { readonly berkas: string }>(row: Row, entries: readonly T[]) {
  const files = new Map(filesOf(row).map((file) => [file.name, file]));
  return entries.flatMap(({ berkas, ...words }) => {
    const file = files.get(berkas);
    if (file === undefined) return [];
    const { publicName, type, size, sha256, width, height } = file;
    return [{ ...words, src: `${row['url']}${publicName}`, type, size, sha256, width, height }];
  });
}

interface Located extends PublicFile {
  /** Folder of its item. */
  readonly path: string;
}

/** Every file that stands beside a page, by its address. Two names for the same bytes share one. */
function located(): ReadonlyMap<string, Located> {
  return once('files', () => {
    const found = rows("SELECT path, url, files FROM item WHERE files <> '[]' ORDER BY path");
    return new Map(
      found.flatMap((row) =>
        filesOf(row).map((file) => [
          `${row['url']}${file.publicName}`,
          { ...file, path: String(row['path']) },
        ]),
      ),
    );
  });
}

/** Addresses of all files that stand beside pages. */
export function fileUrls(): string[] {
  return [...located().keys()];
}

/** The bytes of a public file and their content type, by its address. */
export function fileAt(url: string): { bytes: Uint8Array<ArrayBuffer>; type: string } {
  const file = located().get(url);
  if (file === undefined) throw new Error(`not in the index: ${url}`);
  return { bytes: new Uint8Array(readFileSync(join(contentRoot(), file.path, file.name))), type: file.type };
}

function filesOf(row: Row): PublicFile[] {
  return JSON.parse(row['files'] ?? '[]') as PublicFile[];
}
