import { plainDate } from '../dates.ts';
import type { Found, Outcome } from './engine.ts';
import { piecesOf } from './excerpt.ts';
import type { Query } from './query.ts';

/** An element with its content: text is never read as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
}

/** One result of a list. */
export function resultRow({ url, meta, excerpt }: Found): HTMLLIElement {
  const { title, jenis, opd, tanggal, contoh } = meta;
  const facts = [jenis, opd, tanggal === undefined ? undefined : plainDate(tanggal), contoh && 'Contoh'];
  return make(
    'li',
    { className: 'temuan' },
    make('h3', { className: 'temuan-judul' }, make('a', { href: url }, title ?? url)),
    make(
      'p',
      { className: 'temuan-tanda' },
      facts.filter((fact) => fact !== undefined && fact !== '').join(' · '),
    ),
    make(
      'p',
      { className: 'temuan-petikan' },
      ...piecesOf(excerpt).map(({ text, isFound }) => (isFound ? make('mark', {}, text) : text)),
    ),
  );
}

/** What was looked for, in a sentence. */
export function inWords({ q }: Query): string {
  return q === '' ? 'saringan ini' : `“${q}”`;
}

/** `2024`, `2024 dan 2023`, `2024 sampai 2017`, from years newest first. */
export function yearsInWords(years: readonly string[]): string {
  const [first, last] = [years[0] ?? '', years.at(-1) ?? ''];
  if (years.length === 1) return first;
  return years.length === 2 ? `${first} dan ${last}` : `${first} sampai ${last}`;
}

/** How much was found, and where nobody looked yet. */
export function tally(
  count: number,
  query: Query,
  { unseen, isPartly }: Pick<Outcome, 'unseen' | 'isPartly'>,
): string {
  const found =
    count === 0
      ? `Belum ada yang cocok dengan ${inWords(query)}.`
      : `${count.toLocaleString('id')} hasil untuk ${inWords(query)}.`;
  if (unseen.length === 0) return found;
  return `${found} Tahun ${yearsInWords(unseen)} belum ${isPartly ? 'seluruhnya ' : ''}ikut dicari.`;
}
