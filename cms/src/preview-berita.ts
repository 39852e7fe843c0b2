import { kategoriBerita } from '../../content/schema/berita.ts';
import { withDateline } from '../../site/src/dateline.ts';
import type { Relations } from '../fields.ts';
import { dayOf, missing, naskah, type SourceOf } from './preview-naskah.ts';

/** What the form holds: anything may be missing while somebody types. */
interface Draft {
  readonly judul?: string;
  readonly opd?: string;
  readonly tanggal?: string;
  readonly tempat?: string;
  readonly ringkasan?: string;
  readonly kategori?: string;
  readonly foto?: readonly Foto[];
  readonly narasumber?: readonly { readonly jabatan?: string; readonly nama?: string }[];
  readonly body?: string;
}

interface Foto {
  readonly berkas?: string;
  readonly keterangan?: string;
  readonly kredit?: string;
  readonly alt?: string;
}

function figure(foto: Foto, src: string | undefined, key: number): ReactNode {
  return h(
    'figure',
    { className: 'foto', key },
    src === undefined ? missing('Gambar belum dipilih') : h('img', { src, alt: foto.alt ?? '' }),
    h(
      'figcaption',
      null,
      foto.keterangan || missing('Keterangan belum diisi'),
      ' ',
      h('span', { className: 'kredit' }, 'Foto: ', foto.kredit || missing('kredit belum diisi')),
    ),
  );
}

function row(label: string, ...values: ReactNode[]): ReactNode {
  return h('div', null, h('dt', null, label), ...values.map((value) => h('dd', null, value)));
}

/** A news item as its page on the portal will show it (`site/src/layouts/Berita.astro`), while it is being written. */
export function beritaPreview(relations: Relations): Component {
  const offices = new Map(relations['opd']?.map(({ value, label }) => [value, label]));

  return function BeritaPreview({ entry, getAsset }) {
    const draft = ((entry.get('data') as ImmutableMap | undefined)?.toJS() ?? {}) as Draft;
    const sourceOf: SourceOf = (name) => (name ? getAsset(name)?.toString() : undefined);
    const [utama, ...others] = (draft.foto ?? []).map((foto, i) => figure(foto, sourceOf(foto.berkas), i));
    const kategori = kategoriBerita[draft.kategori as keyof typeof kategoriBerita];
    const sources = (draft.narasumber ?? []).map(({ nama, jabatan }) =>
      [nama, jabatan].filter(Boolean).join(', '),
    );
    return h(
      'article',
      { className: 'wadah berita' },
      h(
        'header',
        { className: 'berita-kepala' },
        kategori === undefined
          ? null
          : h('p', { className: 'kartu-atas' }, h('span', { className: 'kategori' }, kategori)),
        h('h1', null, draft.judul || missing('Judul belum diisi')),
        h('p', { className: 'berita-ringkasan' }, draft.ringkasan || missing('Ringkasan belum diisi')),
        h('p', { className: 'berita-tanda' }, draft.opd ? (offices.get(draft.opd) ?? draft.opd) : ''),
      ),
      h(
        'div',
        { className: 'berita-badan' },
        h(
          'div',
          { className: 'berita-isi' },
          utama ?? null,
          naskah(draft.body, sourceOf, (html, text) =>
            withDateline(html, text, draft.tempat?.trim() || undefined),
          ),
          others.length === 0 ? null : h('div', { className: 'berita-foto' }, ...others),
          h(
            'dl',
            { className: 'berita-data' },
            row('Tanggal kegiatan', dayOf(draft.tanggal)),
            draft.tempat ? row('Tempat', draft.tempat) : null,
            sources.length === 0 ? null : row('Narasumber', ...sources),
          ),
        ),
      ),
    );
  };
}
