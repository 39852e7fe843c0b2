import type { z } from 'zod';
import type { Collection } from '../../content/schema/collections.ts';
import { describe, shapeOf, type Described, type Relations } from '../fields.ts';
import { dayOf, missing, naskah, type SourceOf } from './preview-naskah.ts';

type Shape = Readonly<Record<string, z.ZodType>>;
type Values = Readonly<Record<string, unknown>>;

/** What stands in the head of every item, and is not told again below. */
const inHead = ['judul', 'opd', 'ringkasan', 'contoh'];

interface Show {
  readonly relations: Relations;
  readonly sourceOf: SourceOf;
}

/**
 * An item of any collection while it is being written, from the meaning of its schema's fields: first what the portal
 * shows, in the schema's order, then the working papers, which it does not.
 */
export function itemPreview({ schema, singular }: Collection, relations: Relations): Component {
  const fields = Object.entries(shapeOf(schema) as Shape)
    .map(([name, one]) => ({ name, described: describe(name, one) }))
    .filter(({ name }) => !inHead.includes(name));
  const offices = new Map(relations['opd']?.map(({ value, label }) => [value, label]));

  return function ItemPreview({ entry, getAsset }) {
    const data = ((entry.get('data') as ImmutableMap | undefined)?.toJS() ?? {}) as Values;
    const show: Show = {
      relations,
      sourceOf: (name) => (name ? getAsset(name)?.toString() : undefined),
    };
    const rows = (isInternal: boolean) =>
      fields
        .filter(({ described }) => (described.meta.internal === true) === isInternal)
        .map(({ name, described }) => rowOf(described, data[name], show, name));
    const text = (name: string) => (typeof data[name] === 'string' ? data[name] : '');
    return h(
      'article',
      { className: 'wadah berita butir' },
      h(
        'header',
        { className: 'berita-kepala' },
        h('p', { className: 'kartu-atas' }, h('span', { className: 'kategori' }, singular)),
        h('h1', null, text('judul') || missing('Judul belum diisi')),
        h('p', { className: 'berita-ringkasan' }, text('ringkasan') || missing('Ringkasan belum diisi')),
        h('p', { className: 'berita-tanda' }, offices.get(text('opd')) ?? text('opd')),
      ),
      naskah(text('body'), show.sourceOf),
      h('dl', { className: 'berita-data' }, ...rows(false)),
      h(
        'section',
        { className: 'kertas-kerja' },
        h('h2', null, 'Kertas kerja'),
        h('p', null, 'Ikut disetujui dan tersimpan, tetapi tidak tampil di portal.'),
        h('dl', { className: 'berita-data' }, ...rows(true)),
      ),
    );
  };
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
function fileOf(name: string, src: string | undefined): ReactNode {
  if (src === undefined || src === '') return h('code', null, name);
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (['jpg', 'jpeg', 'png', 'webp'].includes(extension)) return h('img', { src, alt: '' });
  if (extension === 'mp4') return h('video', { src, controls: true });
  if (extension === 'mp3' || extension === 'm4a') return h('audio', { src, controls: true });
  return h('a', { href: src, target: '_blank', rel: 'noreferrer' }, name);
}
