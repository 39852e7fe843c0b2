import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Berita } from '../../../content/schema/berita.ts';
import type { InformasiPublik } from '../../../content/schema/informasi-publik.ts';
import type { Konten } from '../../../content/schema/konten.ts';
import type { PublicFile } from '../../../scripts/publish/index/public-file.ts';
import { encodeVariant, encoderVersion } from '../../../scripts/publish/pictures/encoder.ts';
import { kept } from '../../../scripts/publish/pictures/keep.ts';
import { variantsOf, type Variant } from '../../../scripts/publish/pictures/variants.ts';
import { contentRoot, isPublication, rows, type Row } from './portal.ts';

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
  /** The same picture, smaller: by format, the better first; each with its widths, the smaller first. */
  readonly variants: readonly Located[];
}

/** A variant with its address within the portal. */
type Located = Variant & { readonly src: string };

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
  const url = String(row['url']);
  return entries.flatMap(({ berkas, ...words }) => {
    const file = files.get(berkas);
    if (file === undefined) return [];
    const { publicName, type, size, sha256, width, height } = file;
    const variants = variantsOf(file).map((one) => ({ ...one, src: `${url}${one.publicName}` }));
    return [{ ...words, src: `${url}${publicName}`, type, size, sha256, width, height, variants }];
  });
}

/** Addresses of all files that stand beside pages, and of all that is made from them. */
export function fileUrls(): string[] {
  return rows("SELECT url, files FROM item WHERE files <> '[]' ORDER BY path").flatMap((row) =>
    fileUrlsOf(String(row['url']), filesOf(row)),
  );
}

/** Whether a file of an item, or one that is made from it, stands at an address. */
export function isFileUrl(address: string): boolean {
  const [row] = rows(
    'SELECT url, files FROM item WHERE url = ?',
    address.slice(0, address.lastIndexOf('/') + 1),
  );
  return row !== undefined && fileUrlsOf(String(row['url']), filesOf(row)).includes(address);
}

/** Those of one item. Two names for the same bytes share one address. */
export function fileUrlsOf(url: string, files: readonly PublicFile[]): string[] {
  const names = [...files, ...files.flatMap(variantsOf)].map(({ publicName }) => publicName);
  return [...new Set(names)].map((name) => `${url}${name}`);
}

/** A public file at an address: its bytes as they were approved, or the kept file of what was made from them. */
export type FileAt = { readonly type: string } & (
  { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly kept: string }
);

/** The public file at an address, or a variant of a picture, which is made once and kept. */
export async function fileAt(url: string): Promise<FileAt> {
  const cut = url.lastIndexOf('/') + 1;
  const name = url.slice(cut);
  const [row] = rows('SELECT path, files FROM item WHERE url = ?', url.slice(0, cut));
  for (const file of row === undefined ? [] : filesOf(row)) {
    const original = () => approved(`${row?.['path']}/${file.name}`, file.sha256);
    if (file.publicName === name) return { bytes: new Uint8Array(original()), type: file.type };
    const variant = variantsOf(file).find(({ publicName }) => publicName === name);
    if (variant === undefined) continue;
    const key = `${file.sha256}-${encoderVersion()}-${variant.width}.${name.slice(name.lastIndexOf('.') + 1)}`;
    return {
      kept: await kept(pictureFolder(), key, () => encodeVariant(original(), variant)),
      type: variant.type,
    };
  }
  throw new Error(`not in the index: ${url}`);
}

/** What goes out is what was signed: a copy that the disk has damaged since stops the publication. */
function approved(path: string, sha256: string): Buffer {
  const bytes = readFileSync(join(contentRoot(), path));
  if (isPublication() && createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(
      `${path} di folder salinan bukan yang disetujui. Hapus folder terbit, lalu terbitkan lagi.`,
    );
  return bytes;
}

/** Folder in which pictures are kept that were made from others. */
export function pictureFolder(): string {
  const folder = process.env['PARAF_PICTURES'];
  if (folder === undefined) throw new Error('PARAF_PICTURES belum diisi: folder untuk gambar turunan.');
  return folder;
}

function filesOf(row: Row): PublicFile[] {
  return JSON.parse(row['files'] ?? '[]') as PublicFile[];
}
