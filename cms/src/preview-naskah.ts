import { renderMarkdown } from '../../scripts/markdown/render.ts';
import { longDate } from '../../site/src/dates.ts';

/** Parts that every preview shows alike. */

/** Address of a file of the item, as Decap has it in the form. */
export type SourceOf = (name: string | undefined) => string | undefined;

/** What is still missing, in place of what would stand there. */
export const missing = (what: string) => h('span', { className: 'belum' }, what);

/** The text as the portal renders it, or why it cannot be rendered. `finish` may put something before it. */
export function naskah(
  body: string | undefined,
  sourceOf: SourceOf,
  finish: (html: string, text: string) => string = (html) => html,
): ReactNode {
  try {
    const { html, text } = renderMarkdown(body ?? '', {
      resolveFile: (name) => {
        const src = sourceOf(name);
        return src === undefined ? null : { src };
      },
    });
    if (html === '') return h('p', null, missing('Isi belum ditulis'));
    return h('div', { className: 'naskah', dangerouslySetInnerHTML: { __html: finish(html, text) } });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return h('p', { className: 'belum', role: 'alert' }, reason);
  }
}

/** A day in words; while it is being typed it may not be one yet. */
export function dayOf(tanggal: string | undefined): ReactNode {
  if (!tanggal) return missing('belum diisi');
  return Number.isNaN(Date.parse(tanggal)) ? tanggal : longDate(tanggal);
}
