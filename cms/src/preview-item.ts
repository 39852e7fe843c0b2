import type { z } from 'zod';
import type { Collection } from '../../content/schema/collections.ts';
import { describe, shapeOf, type Described } from '../../content/schema/describe.ts';
import type { Relations } from '../fields.ts';
import { dayOf, missing, naskah, type SourceOf } from './preview-naskah.ts';

type Shape = Readonly<Record<string, z.ZodType>>;
type Values = Readonly<Record<string, unknown>>;

/** What stands in the head of every item, and is not told again below. */
const inHead = ['judul', 'opd', 'ringkasan', 'contoh'];

interface Show {
  readonly relations: Relations;
  readonly sourceOf: SourceOf;
}

/** How a field is shown: a work to look at, a document to fetch, a working paper, or a line of a list. */
function kindOf({ def, meta }: Described): 'karya' | 'dokumen' | 'kertas' | 'baris' {
  if (meta.internal === true) return 'kertas';
  const entry = def.type === 'array' && def.element !== undefined ? shapeOf(def.element) : {};
  if (!('berkas' in entry)) return 'baris';
  return 'alt' in entry ? 'karya' : 'dokumen';
}

/**
 * An item of any collection while it is being written, laid out as `site/src/layouts/Karya.astro` and
 * `InformasiPublik.astro` do, from the meaning of its schema's fields: first what the portal shows, then the working
 * papers, which it does not.
 */
export function itemPreview(collection: Collection, relations: Relations): Component {
  const fields = Object.entries(shapeOf(collection.schema) as Shape)
    .map(([name, one]) => ({ name, described: describe(name, one) }))
    .filter(({ name }) => !inHead.includes(name))
    .map((one) => ({ ...one, kind: kindOf(one.described) }));
  const offices = new Map(relations['opd']?.map(({ value, label }) => [value, label]));
  const choices = fields.find(({ name }) => name === collection.kategori)?.described.meta.choices;
  const of = (kind: ReturnType<typeof kindOf>) => fields.filter((field) => field.kind === kind);

  return function ItemPreview({ entry, getAsset }) {
    const data = ((entry.get('data') as ImmutableMap | undefined)?.toJS() ?? {}) as Values;
    const show: Show = {
      relations,
      sourceOf: (name) => (name ? getAsset(name)?.toString() : undefined),
    };
    const rows = (kind: 'baris' | 'kertas') =>
      of(kind)
        .filter(({ name }) => name !== collection.kategori)
        .map(({ name, described }) => rowOf(described, data[name], show, name));
    const text = (name: string) => (typeof data[name] === 'string' ? data[name] : '');
    const [utama, ...lain] = of('karya').flatMap(({ name }) =>
      listOf(data[name]).map((work, i) => workOf(work, show, `${name}-${i}`)),
    );
    const lines = rows('baris');
    return h(
      'article',
      { className: 'wadah berita butir' },
      h(
        'header',
        { className: 'berita-kepala' },
        h(
          'p',
          { className: 'kartu-atas' },
          h(
            'span',
            { className: 'kategori' },
            choices?.[text(collection.kategori)] ?? missing('Jenis belum dipilih'),
          ),
        ),
        h('h1', null, text('judul') || missing('Judul belum diisi')),
        h('p', { className: 'berita-ringkasan' }, text('ringkasan') || missing('Ringkasan belum diisi')),
        h('p', { className: 'berita-tanda' }, offices.get(text('opd')) ?? text('opd')),
      ),
      of('karya').length > 0 && utama === undefined ? h('p', null, missing('Karya belum ada')) : utama,
      ...of('dokumen').map(({ name, described }) =>
        h(
          'section',
          { className: 'dokumen', key: name },
          h('h2', null, described.meta.label),
          listOf(data[name]).length === 0
            ? h('p', null, missing('belum ada'))
            : h(
                'ul',
                { className: 'polos' },
                ...listOf(data[name]).map((one, i) => documentOf(one, show, i)),
              ),
        ),
      ),
      lines.length === 0 ? null : h('dl', { className: 'berita-data' }, ...lines),
      naskah(text('body'), show.sourceOf),
      lain.length === 0 ? null : h('div', { className: 'sajian-lain' }, ...lain),
      h(
        'section',
        { className: 'kertas-kerja' },
        h('h2', null, 'Kertas kerja: tidak tampil di portal'),
        h('p', null, 'Ikut diperiksa, disetujui, dan tersimpan bersama isinya.'),
        h('dl', { className: 'berita-data' }, ...rows('kertas')),
      ),
    );
  };
}

function listOf(value: unknown): Values[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}

const wordsOf = (value: unknown, what: string) => (value ? String(value) : missing(`${what} belum diisi`));

/** A work with its words and its maker. */
function workOf({ berkas, keterangan, kredit, alt }: Values, show: Show, key: string): ReactNode {
  const name = berkas ? String(berkas) : undefined;
  return h(
    'figure',
    { className: 'foto sajian', key },
    name === undefined
      ? missing('Berkas belum dipilih')
      : fileOf(name, show.sourceOf(name), typeof alt === 'string' ? alt : ''),
    h(
      'figcaption',
      null,
      h('p', null, wordsOf(keterangan, 'Keterangan')),
      h('p', { className: 'kredit' }, 'Karya: ', wordsOf(kredit, 'kredit')),
    ),
    h(
      'details',
      { className: 'dalam-kata' },
      h('summary', null, 'Isinya dalam kata-kata'),
      h('p', { className: 'butir-teks' }, wordsOf(alt, 'Pengganti')),
    ),
  );
}

function documentOf({ berkas, judul, catatan }: Values, show: Show, key: number): ReactNode {
  const name = berkas ? String(berkas) : undefined;
  return h(
    'li',
    { key },
    h('h3', null, wordsOf(judul, 'Judul')),
    name === undefined ? missing('Berkas belum dipilih') : fileOf(name, show.sourceOf(name)),
    catatan ? h('p', { className: 'dokumen-catatan butir-teks' }, String(catatan)) : null,
  );
}

function rowOf({ def, meta }: Described, value: unknown, show: Show, key: string): ReactNode {
  return h('div', { key }, h('dt', null, meta.label), h('dd', null, valueOf({ def, meta }, value, show)));
}

/** A value as a reader sees it; what is empty says so. */
function valueOf({ def, meta }: Pick<Described, 'def' | 'meta'>, value: unknown, show: Show): ReactNode {
  if (def.type === 'object') return groupOf(def.shape ?? {}, value, show);
  if (def.type === 'array') {
    const entries = Array.isArray(value) ? (value as unknown[]) : [];
    const shape = def.element === undefined ? {} : shapeOf(def.element);
    if (entries.length === 0) return missing('belum ada');
    return h(
      'ol',
      { className: 'butir-daftar' },
      ...entries.map((entry, key) => h('li', { key }, groupOf(shape, entry, show))),
    );
  }
  if (typeof value === 'boolean') return value ? 'Ya' : 'Tidak';
  if (value === undefined || value === null || value === '') return missing('belum diisi');
  const text = String(value);
  switch (meta.widget) {
    case 'file':
    case 'image':
      return fileOf(text, show.sourceOf(text));
    case 'date':
      return dayOf(text);
    case 'relation':
      return show.relations[meta.relation ?? '']?.find((one) => one.value === text)?.label ?? text;
    default:
      return meta.choices?.[text] ?? h('span', { className: 'butir-teks' }, text);
  }
}

function groupOf(shape: Shape, value: unknown, show: Show): ReactNode {
  const values = (typeof value === 'object' && value !== null ? value : {}) as Values;
  return h(
    'dl',
    { className: 'butir-isi' },
    ...Object.entries(shape).map(([name, schema]) => rowOf(describe(name, schema), values[name], show, name)),
  );
}

/** A file: shown where a browser can, else named. */
function fileOf(name: string, src: string | undefined, alt = ''): ReactNode {
  if (src === undefined || src === '') return h('code', null, name);
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (['jpg', 'jpeg', 'png', 'webp'].includes(extension)) return h('img', { src, alt });
  if (extension === 'mp4') return h('video', { src, controls: true });
  if (extension === 'mp3' || extension === 'm4a') return h('audio', { src, controls: true });
  return h('a', { href: src, target: '_blank', rel: 'noreferrer' }, name);
}
