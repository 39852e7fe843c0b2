import { z } from 'zod';
import { placeOf, urlOf } from '../../../content/schema/collections.ts';
import type { Issue } from '../../core/issue.ts';
import { parseDocument } from '../../markdown/front-matter.ts';
import { MarkdownLimit, renderMarkdown } from '../../markdown/render.ts';
import { imageSize } from './image-size.ts';
import type { Published } from './publication.ts';
import { blobId, treeId, type TreeFile } from './tree.ts';

/** A file that stands beside the item's page. */
export interface PublicFile {
  /** Name in the item's folder. */
  readonly name: string;
  /** Name in its public address: it holds the start of the file's id, so that it may be cached for ever. */
  readonly publicName: string;
  readonly width?: number;
  readonly height?: number;
}

/** One item as the index keeps it: everything its page and the lists need, ready made. */
export interface IndexedItem {
  readonly path: string;
  readonly url: string;
  readonly koleksi: string;
  readonly slug: string;
  /** `2026/11`, where the collection has folders of months. */
  readonly bulan: string | null;
  readonly opd: string;
  readonly kategori: string | null;
  readonly judul: string;
  readonly ringkasan: string;
  readonly sidik: string;
  /** First publication and latest, ISO 8601; null while developing. */
  readonly terbit: string | null;
  readonly diperbarui: string | null;
  /** What lists are sorted by: the first publication, or the item's own day while developing. */
  readonly urut: string;
  /** Front matter that the public may see. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly html: string;
  readonly teks: string;
  readonly files: readonly PublicFile[];
}

/** Fields that are working papers of the newsroom: they stay in Git and out of everything public. */
const internalFields: Readonly<Record<string, readonly string[]>> = { berita: ['liputan'] };

const listed = z.object({
  judul: z.string(),
  opd: z.string(),
  tanggal: z.string(),
  kategori: z.string().optional(),
  ringkasan: z.string().optional(),
  foto: z.array(z.object({ berkas: z.string() })).default([]),
});

/**
 * Makes an item from the bytes of its folder. Returns every fault instead if it cannot be shown as it was approved:
 * bytes that are not those of the ledger's entry, front matter that breaks the schema, a file that is missing.
 */
export function makeItem(
  published: Published,
  files: readonly TreeFile[],
  base: string,
): { readonly item: IndexedItem } | { readonly issues: readonly Issue[] } {
  const { path, entry, pertama } = published;
  const file = `${path}/index.md`;
  const fault = (code: string, message: string, more?: { field: string; line: number | undefined }) => ({
    code,
    file,
    message,
    ...(more && { field: more.field, ...(more.line !== undefined && { line: more.line }) }),
  });
  const place = placeOf(file);
  if (place.kind !== 'item')
    return { issues: [fault('bukan-butir', 'Ini bukan alamat sebuah butir. Periksa catatan penerbitan.')] };

  const sidik = treeId(files, entry?.sidik.length);
  if (entry !== null && entry.sidik !== sidik)
    return {
      issues: [
        fault(
          'sidik-berbeda',
          `Isi folder ini (sidik ${sidik}) bukan yang disetujui (sidik ${entry.sidik}), jadi tidak diterbitkan. ` +
            'Salin lagi foldernya dari pohon yang tercatat.',
        ),
      ],
    };

  const index = files.find((one) => one.path === 'index.md');
  if (index === undefined) return { issues: [fault('naskah-tidak-ada', 'Folder ini tidak punya index.md.')] };
  const document = parseDocument(
    file,
    blobId(index.bytes, sidik.length),
    new TextDecoder().decode(index.bytes),
  );
  if (!document.ok) return { issues: document.issues };
  const checked = place.collection.schema.safeParse(document.value.data);
  if (!checked.success)
    return {
      issues: checked.error.issues.map((issue) => {
        const at = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
        return fault('isian-salah', `${issue.message}.`, {
          field: at.join('.'),
          line: document.value.lineOf(at),
        });
      }),
    };

  const data = checked.data as Record<string, unknown>;
  const fields = listed.parse(data);
  const issues: Issue[] = [];
  const named = new Set(fields.foto.map(({ berkas }) => berkas));
  const papers = new Set(workingPapers(data));
  const shown = new Map<string, PublicFile>();
  const publish = (name: string): PublicFile | null => {
    const known = shown.get(name);
    if (known !== undefined) return known;
    const found = files.find((one) => one.path === name);
    if (found === undefined) return null;
    const made = publicFile(name, found.bytes, sidik.length);
    shown.set(name, made);
    return made;
  };
  for (const [n, { berkas }] of fields.foto.entries())
    if (publish(berkas) === null)
      issues.push(
        fault(
          'berkas-tidak-ada',
          `Gambar “${berkas}” tidak ada di folder ini. Unggah lagi, atau hapus dari daftar foto.`,
          {
            field: `foto.${n}.berkas`,
            line: document.value.lineOf(['foto', n, 'berkas']),
          },
        ),
      );

  const url = urlOf(path);
  try {
    const rendered = renderMarkdown(document.value.body, {
      base,
      resolveFile: (name) => {
        // A picture in the text is public by being there, unless it is one of the working papers.
        if (!/\.(jpe?g|png|webp)$/i.test(name) || (papers.has(name) && !named.has(name))) return null;
        const made = publish(name);
        return made && { ...made, src: `${base.replace(/\/$/, '')}${url}${made.publicName}` };
      },
    });
    if (issues.length > 0) return { issues };
    const kept = Object.entries(data).filter(
      ([name]) => !internalFields[place.collection.name]?.includes(name),
    );
    return {
      item: {
        path,
        url,
        koleksi: place.collection.name,
        slug: place.slug,
        bulan: /\/(\d{4}\/\d{2})\//.exec(path)?.[1] ?? null,
        opd: fields.opd,
        kategori: fields.kategori ?? null,
        judul: fields.judul,
        ringkasan: fields.ringkasan ?? excerpt(rendered.text),
        sidik,
        terbit: pertama,
        diperbarui: entry?.at ?? null,
        urut: pertama === null ? `${fields.tanggal}T05:00:00.000Z` : new Date(pertama).toISOString(),
        data: Object.fromEntries(kept),
        html: rendered.html,
        teks: rendered.text,
        files: [...shown.values()],
      },
    };
  } catch (error) {
    if (error instanceof MarkdownLimit) return { issues: [...issues, fault('isi-ditolak', error.message)] };
    throw error;
  }
}

/** Names of the files that working papers mention. */
function workingPapers(data: Record<string, unknown>): string[] {
  const paper = z.object({ liputan: z.object({ dokumentasi: z.array(z.object({ berkas: z.string() })) }) });
  const found = paper.safeParse(data);
  return found.success ? found.data.liputan.dokumentasi.map(({ berkas }) => berkas) : [];
}

/** `Pasar Pagi.JPG` → `pasar-pagi.1a2b3c4d.jpg`: safe in every address, other for other bytes. */
function publicFile(name: string, bytes: Uint8Array, idLength: number): PublicFile {
  const dot = name.lastIndexOf('.');
  const plain = name
    .slice(0, dot)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const publicName = `${plain || 'berkas'}.${blobId(bytes, idLength).slice(0, 8)}${name.slice(dot).toLowerCase()}`;
  return { name, publicName, ...imageSize(bytes) };
}

/** The start of the text, ended at a word. */
function excerpt(text: string): string {
  if (text.length <= 200) return text;
  return `${text.slice(0, 200).replace(/\s+\S*$/, '')} …`;
}
