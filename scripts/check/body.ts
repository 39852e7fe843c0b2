import MarkdownIt, { type Token } from 'markdown-it';
import { safeHref } from '../markdown/links.ts';
import { MarkdownLimit, renderMarkdown } from '../markdown/render.ts';
import { checkMessages as say, type CheckCode } from './messages.ts';

export interface BodyFinding {
  readonly code: CheckCode | 'naskah-terlalu-besar';
  /** Lines of the body before it; null where the body as a whole is meant. */
  readonly lines: number | null;
  readonly message: string;
}

/** What the renderer would drop from a Markdown body, and the names of the files that it shows. */
export function checkBody(body: string): {
  readonly findings: BodyFinding[];
  readonly files: { readonly name: string; readonly lines: number }[];
} {
  const findings: BodyFinding[] = [];
  const files: { name: string; lines: number }[] = [];
  try {
    renderMarkdown(body, { resolveFile: () => null });
  } catch (error) {
    if (!(error instanceof MarkdownLimit)) throw error;
    return { findings: [{ code: 'naskah-terlalu-besar', lines: null, message: error.message }], files };
  }

  // With raw HTML on, so that it is found as such; code, where tags are text, is told apart by the parser.
  const markdown = new MarkdownIt({ html: true, linkify: false });
  markdown.validateLink = () => true;
  const add = (code: CheckCode, lines: number, message: string) => findings.push({ code, lines, message });
  const visit = (token: Token, lines: number): void => {
    if (token.type === 'html_block' || token.type === 'html_inline')
      add('naskah-html', lines, say['naskah-html']());
    if (token.type !== 'image' && token.type !== 'link_open') return;
    const address = String(token.attrGet(token.type === 'image' ? 'src' : 'href') ?? '');
    const shown = decode(address);
    if (token.type === 'link_open') {
      if (safeHref(address, '/') === null)
        add('naskah-tautan-ditolak', lines, say['naskah-tautan-ditolak'](short(shown)));
    } else if (/[/\\:]/.test(shown) || shown === '')
      add('naskah-gambar-luar', lines, say['naskah-gambar-luar'](short(shown)));
    else files.push({ name: shown, lines });
  };
  for (const token of markdown.parse(body, {})) {
    let lines = token.map?.[0] ?? 0;
    if (token.type !== 'inline') visit(token, lines);
    else
      for (const child of token.children ?? []) {
        if (child.type === 'softbreak' || child.type === 'hardbreak') lines++;
        visit(child, lines);
        for (const inner of child.children ?? []) visit(inner, lines);
      }
  }
  return { findings, files };
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
