import { z } from 'zod';
import { placeOf, urlOf, type Collection } from '../../../content/schema/collections.ts';
import { checkMessages as say } from '../../check/messages.ts';
import type { Issue } from '../../core/issue.ts';
import { namedFiles } from '../../core/kelengkapan.ts';
import { formatOf, tahunOf } from '../../core/ppid/entri.ts';
import { publicData } from '../../core/public-data.ts';
import { issueAt, readWith } from '../../core/schema-issues.ts';
import { parseDocument } from '../../markdown/front-matter.ts';
import { MarkdownLimit, renderMarkdown, type ResolvedFile } from '../../markdown/render.ts';
import { variantsOf } from '../pictures/variants.ts';
import { makePublicFile, type PublicFile } from './public-file.ts';
import { firstAt, type Published } from './publication.ts';
import { blobId, treeOf, type TreeFile } from './tree.ts';

/** One item as the index keeps it: everything its page and the lists need, ready made. */
export interface IndexedItem {
  readonly path: string;
  readonly url: string;
  readonly koleksi: string;
  readonly slug: string;
  /** `2026/11`, where the collection has folders of months. */
  readonly bulan: string | null;
  /** Year under which the sitemap has it: that of its month, else of its first publication (WIB). */
  readonly tahun: string | null;
  /** The office of its folder where the collection has folders of offices, else the one that it names. */
  readonly opd: string;
  /** Choice in the field that the collection calls its kategori. */
  readonly kategori: string | null;
  /** Year that public information is about, and formats of its documents; other collections are not listed by them. */
  readonly pembuatan: string | null;
  readonly format: readonly string[];
  /** Last day on which it holds, or is withheld; null where it names none. */
  readonly sampai: string | null;
  readonly judul: string;
  readonly ringkasan: string;
  readonly sidik: string;
  /** First publication and latest, ISO 8601; null while developing. */
  readonly terbit: string | null;
  readonly diperbarui: string | null;
  /** What lists are sorted by: the first publication, or the item's own day while developing. */
  readonly urut: string;
  /** Addresses of the pictures that it shows beside its text. */
  readonly gambar: readonly string[];
  /** Front matter that the public may see. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly html: string;
  readonly teks: string;
  readonly files: readonly PublicFile[];
}

/** What every collection has, whatever else it has. */
const common = z.object({
  judul: z.string(),
  opd: z.string(),
  tanggal: z.string(),
  ringkasan: z.string().optional(),
});

/** What lists and sitemaps take from the public front matter, where a collection has it. */
const listed = z.object({
  berlakuSampai: z.string().optional(),
  berakhir: z.string().optional(),
  pembuatan: z.object({ waktu: z.string().optional() }).optional(),
  dokumen: z.array(z.object({ berkas: z.string() })).default([]),
  foto: z.array(z.object({ berkas: z.string() })).default([]),
  karya: z.array(z.object({ berkas: z.string() })).default([]),
});

/**
 * Makes an item from the bytes of its folder. Returns every fault instead if it cannot be shown as it was approved:
 * bytes that are not those of the ledger's entry, front matter that breaks the schema, a file that is missing.
 * Public is what the schema does not mark as internal, and the files that this names; a file that only working
 * papers name never gets an address, whatever the text says.
 */
export function makeItem(
  published: Published,
  folder: readonly TreeFile[],
  base: string,
): { readonly item: IndexedItem } | { readonly issues: readonly Issue[] } {
  const { path, entry } = published;
  const pertama = firstAt(published);
  const file = `${path}/index.md`;
  const fault = (code: string, message: string): Issue => ({ code, file, message });
  const place = placeOf(file);
  if (place.kind !== 'item')
    return { issues: [fault('bukan-butir', 'Ini bukan alamat sebuah butir. Periksa catatan penerbitan.')] };

  const idLength = entry?.sidik.length ?? 40;
  const files = folder.map((one) => ({ ...one, id: blobId(one.bytes, idLength) }));
  const sidik = treeOf(files, idLength);
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
  const document = parseDocument(file, index.id, new TextDecoder().decode(index.bytes));
  if (!document.ok) return { issues: document.issues };
  const { collection } = place;
  const checked = readWith(collection.schema, document.value);
  if (!checked.ok) return { issues: checked.issues };

  const fields = common.parse(checked.value);
  const data = publicData(collection.schema, checked.value);
  const named = namedFiles(data);
  const isNamed = new Set(named.map(({ name }) => name));
  const papers = new Set(namedFiles(checked.value).flatMap(({ name }) => (isNamed.has(name) ? [] : [name])));
  const byName = new Map<string, PublicFile>();
  const publish = (name: string): PublicFile | null => {
    const known = byName.get(name);
    if (known !== undefined) return known;
    const found = files.find((one) => one.path === name);
    if (found === undefined) return null;
    const made = makePublicFile(name, found.bytes, found.id);
    byName.set(name, made);
    return made;
  };
  const issues = named.flatMap(({ name, path: at }) =>
    publish(name) === null
      ? [issueAt(document.value, at, 'berkas-tidak-ada', say['berkas-tidak-ada'](name))]
      : [],
  );

  const url = urlOf(path);
  try {
    const rendered = renderMarkdown(document.value.body, {
      base,
      resolveFile: (name) => {
        // A picture in the text is public by being there, unless it is one of the working papers.
        if (!/\.(jpe?g|png|webp)$/i.test(name) || papers.has(name)) return null;
        const made = publish(name);
        return made && shown(made, `${base.replace(/\/$/, '')}${url}`);
      },
    });
    if (issues.length > 0) return { issues };
    const urut = pertama === null ? `${fields.tanggal}T05:00:00.000Z` : new Date(pertama).toISOString();
    return {
      item: {
        path,
        url,
        koleksi: collection.name,
        slug: place.slug,
        bulan: place.bulan,
        tahun: place.bulan?.slice(0, 4) ?? yearInWib(urut),
        opd: place.opd ?? fields.opd,
        kategori: kategoriOf(collection, data),
        ...listedFacts(collection, data, { url, terbit: pertama, files: byName }),
        judul: fields.judul,
        ringkasan: fields.ringkasan ?? excerpt(rendered.text),
        sidik,
        terbit: pertama,
        diperbarui: entry?.at ?? null,
        urut,
        data,
        html: rendered.html,
        teks: rendered.text,
        files: [...byName.values()],
      },
    };
  } catch (error) {
    if (error instanceof MarkdownLimit) return { issues: [...issues, fault('isi-ditolak', error.message)] };
    throw error;
  }
}

/** A picture within the text, in the widths that screens need. */
function shown(file: PublicFile, folder: string): ResolvedFile {
  const small = variantsOf(file).filter(({ type }) => type === 'image/webp');
  const src = `${folder}${(small.findLast(({ width }) => width <= 800) ?? file).publicName}`;
  if (small.length === 0) return { ...file, src };
  const srcset = small.map(({ publicName, width }) => `${folder}${publicName} ${width}w`).join(', ');
  return { ...file, src, srcset, sizes: '(min-width: 64rem) 42rem, 100vw' };
}

function kategoriOf(collection: Collection, data: Record<string, unknown>): string | null {
  const value = data[collection.kategori];
  return typeof value === 'string' ? value : null;
}

/** What an item is listed and mapped by, ready made: no list reads front matter. */
function listedFacts(
  collection: Collection,
  data: Record<string, unknown>,
  { url, terbit, files }: { url: string; terbit: string | null; files: ReadonlyMap<string, PublicFile> },
): Pick<IndexedItem, 'pembuatan' | 'format' | 'sampai' | 'gambar'> {
  const { berlakuSampai, berakhir, pembuatan, dokumen, foto, karya } = listed.parse(data);
  const addresses = (named: readonly { readonly berkas: string }[], start = '') =>
    named.flatMap(({ berkas }) => {
      const file = files.get(berkas);
      return file?.type.startsWith(start) === true ? [`${url}${file.publicName}`] : [];
    });
  const isInformation = collection.name === 'informasi-publik';
  return {
    pembuatan: isInformation ? tahunOf({ waktu: pembuatan?.waktu ?? null, terbit }) : null,
    format: isInformation ? formatOf({ dokumen: addresses(dokumen).map((src) => ({ src })) }) : [],
    sampai: berlakuSampai ?? berakhir ?? null,
    gambar: addresses([...foto, ...karya], 'image/'),
  };
}

function yearInWib(at: string): string {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 4);
}

/** The start of the text, ended at a word. */
function excerpt(text: string): string {
  if (text.length <= 200) return text;
  return `${text.slice(0, 200).replace(/\s+\S*$/, '')} …`;
}
