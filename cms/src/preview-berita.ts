import { kategoriBerita } from '../../content/schema/berita.ts';
import { renderMarkdown } from '../../scripts/markdown/render.ts';
import type { Relations } from '../fields.ts';

/** What the form holds: anything may be missing while somebody types. */
interface Draft {
  readonly judul?: string;
  readonly opd?: string;
  readonly tanggal?: string;
  readonly tempat?: string;
  readonly ringkasan?: string;
  readonly kategori?: string;
  readonly foto?: readonly {
    readonly berkas?: string;
    readonly keterangan?: string;
    readonly kredit?: string;
    readonly alt?: string;
  }[];
  readonly body?: string;
}

/** `2026-11-02` → “Senin, 2 November 2026”; anything else as it stands. */
export function longDate(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time)
    ? day
    : new Intl.DateTimeFormat('id-ID', {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(time);
}

/** The text as the portal renders it, or why it cannot be rendered. */
function bodyHtml(
  body: string,
  resolve: (name: string) => string | undefined,
): { html: string } | { fault: string } {
  try {
    const resolveFile = (name: string) => {
      const src = resolve(name);
      return src === undefined ? null : { src };
    };
    return { html: renderMarkdown(body, { resolveFile }).html };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** The place of the event before the first words, as newspapers do: **PONTIANAK** – … */
function withDateline(html: string, tempat: string | undefined): string {
  if (!tempat?.trim()) return html;
  const place = document.createElement('b');
  place.textContent = tempat.trim().toUpperCase();
  return html.replace(/^<p>/, `<p>${place.outerHTML} – `);
}

const missing = (what: string) => h('span', { className: 'belum' }, what);

/** A news item as its page on the portal will show it, while it is being written. */
export function beritaPreview(relations: Relations): Component {
  const offices = new Map(relations['opd']?.map(({ value, label }) => [value, label]));
  const figure = (foto: NonNullable<Draft['foto']>[number], src: string | undefined, key: number) =>
    h(
      'figure',
      { key },
      src === undefined ? missing('Gambar belum dipilih') : h('img', { src, alt: foto.alt ?? '' }),
      h(
        'figcaption',
        null,
        foto.keterangan || missing('Keterangan belum diisi'),
        foto.kredit ? ` (${foto.kredit})` : '',
      ),
    );

  return function BeritaPreview({ entry, getAsset }) {
    const draft = ((entry.get('data') as ImmutableMap | undefined)?.toJS() ?? {}) as Draft;
    const srcOf = (name: string | undefined) => (name ? getAsset(name)?.toString() : undefined);
    const [main, ...others] = (draft.foto ?? []).map((foto, i) => figure(foto, srcOf(foto.berkas), i));
    const body = bodyHtml(draft.body ?? '', srcOf);
    const kategori = kategoriBerita[draft.kategori as keyof typeof kategoriBerita];
    return h(
      'article',
      { className: 'berita' },
      kategori === undefined ? null : h('p', { className: 'kategori' }, kategori),
      h('h1', null, draft.judul || missing('Judul belum diisi')),
      h(
        'p',
        { className: 'asal' },
        draft.tanggal ? longDate(draft.tanggal) : missing('Tanggal belum diisi'),
        draft.opd ? ` · ${offices.get(draft.opd) ?? draft.opd}` : '',
      ),
      draft.ringkasan ? h('p', { className: 'ringkasan' }, draft.ringkasan) : null,
      main ?? null,
      'fault' in body
        ? h('p', { className: 'belum', role: 'alert' }, body.fault)
        : body.html === ''
          ? h('p', null, missing('Isi belum ditulis'))
          : h('div', {
              className: 'isi',
              dangerouslySetInnerHTML: { __html: withDateline(body.html, draft.tempat) },
            }),
      ...others,
    );
  };
}
