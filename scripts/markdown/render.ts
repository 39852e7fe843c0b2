import MarkdownIt, { type Token } from 'markdown-it';
import { externalHost, safeHref } from './links.ts';

/** A picture that the page may show: where it stands publicly, and its size, so that nothing jumps while it loads. */
export interface ResolvedFile {
  readonly src: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** The same picture in other widths, as `srcset` and `sizes` have it. */
  readonly srcset?: string;
  readonly sizes?: string;
}

export interface RenderOptions {
  /** Address of a file in the item's own folder, or null for one that is not there or not for the public. */
  readonly resolveFile: (name: string) => ResolvedFile | null;
  /** Where the portal stands on its host, `/` or `/portal/`: put before links that begin with `/`. */
  readonly base?: string;
}

export interface Heading {
  readonly depth: number;
  readonly id: string;
  readonly text: string;
}

export interface Rendered {
  readonly html: string;
  /** The words alone, for summaries and search. */
  readonly text: string;
  readonly headings: readonly Heading[];
}

/** A text that is refused as a whole, because a part of it would be dropped or would take too long. */
export class MarkdownLimit extends Error {
  override readonly name = 'MarkdownLimit';
}

/** Longest text in characters: some forty printed pages. */
export const maxLength = 100_000;
/** Deepest nesting of lists and quotations; markdown-it would silently leave out what lies deeper. */
export const maxNesting = 20;

/** One parser for all texts: whatever it learns of one lies in the tokens and the `env` of that call. */
const markdown = openMarkdown();

function openMarkdown() {
  const opened = new MarkdownIt({ html: false, linkify: false, typographer: false });
  // Addresses are judged below, where the words of a refused link can stay.
  opened.validateLink = () => true;
  Object.assign(opened.options, { maxNesting });
  const { rules } = opened.renderer;
  rules['table_open'] = () => '<div class="tabel" role="region" aria-label="Tabel" tabindex="0"><table>\n';
  rules['table_close'] = () => '</table></div>\n';
  return opened;
}

/**
 * Turns the Markdown of an item into the HTML of its page: the one renderer and sanitiser of portal, preview and
 * Meja. Raw HTML is text; links go to http, https, mailto, tel and the portal itself; another host is named after
 * its link, in ASCII, so that neither a borrowed name nor look-alike letters mislead; pictures come from the item's
 * folder only. Nothing is typeset differently from what was signed: no smart quotes, no emoji, no automatic links.
 */
export function renderMarkdown(body: string, options: RenderOptions): Rendered {
  if (body.length > maxLength)
    throw new MarkdownLimit(
      `Isi terlalu panjang: ${body.length} huruf, paling banyak ${maxLength}. Bagi menjadi beberapa tulisan.`,
    );
  const tokens = markdown.parse(body, {});
  refuseDeep(tokens);
  const headings = nameHeadings(tokens);
  for (const token of tokens) {
    if (token.type === 'inline' && token.children) token.children = inline(token.children, options);
    if (token.type === 'th_open' || token.type === 'td_open') alignByClass(token);
  }
  return { html: markdown.renderer.render(tokens, markdown.options, {}), text: words(tokens), headings };
}

function refuseDeep(tokens: readonly Token[]): void {
  const line = tokens.find((token) => token.nesting === 1 && token.level + 1 >= maxNesting)?.map?.[0];
  if (line === undefined) return;
  throw new MarkdownLimit(
    `Daftar atau kutipan yang dimulai di baris ${line + 1} bersarang terlalu dalam. Sederhanakan susunannya.`,
  );
}

/** Shifts headings so that the highest is h2 (the page's title is its only h1) and gives each a unique id. */
function nameHeadings(tokens: readonly Token[]): Heading[] {
  const depths = tokens.flatMap((token) => (token.type === 'heading_open' ? [Number(token.tag[1])] : []));
  const shift = 2 - Math.min(...depths, 6);
  const seen = new Map<string, number>();
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') return [];
    const depth = Math.min(6, Number(token.tag[1]) + shift);
    token.tag = `h${depth}`;
    if (token.type === 'heading_close') return [];
    const text = words([tokens[index + 1] as Token]);
    const slug = text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
    const count = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, count);
    // The prefix keeps an editor's heading from taking an id that the page itself uses.
    const id = `bagian-${slug || 'tanpa-judul'}${count === 1 ? '' : `-${count}`}`;
    token.attrSet('id', id);
    return [{ depth, id, text }];
  });
}

function inline(tokens: readonly Token[], options: RenderOptions): Token[] {
  const result: Token[] = [];
  const open: { kept: boolean; host: string | null; start: number }[] = [];
  for (const token of tokens) {
    if (token.type === 'image') result.push(picture(token, options));
    else if (token.type === 'link_open') {
      const href = safeHref(String(token.attrGet('href') ?? ''), options.base ?? '/');
      const host = href === null ? null : externalHost(href);
      open.push({ kept: href !== null, host, start: result.length });
      if (href === null) continue;
      token.attrs = [['href', href]];
      if (host !== null) token.attrSet('rel', 'external noopener');
      result.push(token);
    } else if (token.type === 'link_close') {
      const link = open.pop();
      if (!link?.kept) continue;
      const shown = words(result.slice(link.start));
      if (link.host !== null && !showsHost(shown, link.host))
        result.push(...raw(token, ` <span class="tautan-host">(${link.host})</span>`));
      result.push(token);
    } else result.push(token);
  }
  return result;
}

/** Whether the words of a link are its address itself, so that naming the host again would only repeat it. */
function showsHost(shown: string, host: string): boolean {
  const start = shown.trim().replace(/^https?:\/\//, '');
  return start === host || start.startsWith(`${host}/`);
}

function picture(token: Token, options: RenderOptions): Token {
  const alt = words(token.children ?? []);
  const name = fileName(String(token.attrGet('src') ?? ''));
  const file = name === null ? null : options.resolveFile(name);
  if (file === null) {
    const [refused] = raw(token, '');
    if (refused === undefined) return token;
    refused.type = 'text';
    refused.content = alt === '' ? '' : `[Gambar: ${alt}]`;
    return refused;
  }
  token.attrs = [
    ['src', file.src],
    ...(file.srcset === undefined
      ? []
      : ([
          ['srcset', file.srcset],
          ['sizes', file.sizes ?? '100vw'],
        ] as [string, string][])),
    ['alt', ''],
    ...(file.width !== undefined && file.height !== undefined
      ? ([
          ['width', String(file.width)],
          ['height', String(file.height)],
        ] as [string, string][])
      : []),
    ['loading', 'lazy'],
    ['decoding', 'async'],
  ];
  return token;
}

/** `foto.jpg` and `./foto.jpg`, as an editor or Decap writes them; null for every path and every other address. */
function fileName(src: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(src.replace(/^\.\//, ''));
  } catch {
    return null;
  }
  return /^(?!\.)[^/\\:?#\u0000-\u001f]{1,150}$/u.test(name) ? name : null;
}

/** A token like the given one that prints this HTML, which must be ours alone. */
function raw(like: Token, html: string): Token[] {
  const token = Object.assign(Object.create(Object.getPrototypeOf(like) as object) as Token, like);
  return [
    Object.assign(token, { type: 'html_inline', content: html, attrs: null, children: null, nesting: 0 }),
  ];
}

/** markdown-it aligns cells with a style attribute, which the content policy forbids. */
function alignByClass(token: Token): void {
  const align = /text-align:(left|center|right)/.exec(String(token.attrGet('style') ?? ''))?.[1];
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
  if (align === 'center' || align === 'right')
    token.attrSet('class', `rata-${align === 'center' ? 'tengah' : 'kanan'}`);
}

/** The words of tokens, with single spaces between them. */
function words(tokens: readonly Token[]): string {
  // A single space is left as it is, without another string for each.
  return spacedWords(tokens)
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}

function spacedWords(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'inline') text += spacedWords(token.children ?? []);
    else if (token.type === 'image') text += words(token.children ?? []);
    else if (token.type === 'html_inline') continue;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
    else if (token.nesting !== 0) text += token.block ? ' ' : '';
    else text += token.content;
  }
  return text;
}
