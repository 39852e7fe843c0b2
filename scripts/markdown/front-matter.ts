import matter from 'gray-matter';
import type { Parsed } from '../core/aturan.ts';
import type { Issue, Result } from '../core/issue.ts';
import { readMessages } from './messages.ts';
import { bytesOf, fail, issue, limits, readYaml, short } from './yaml.ts';

/**
 * Reads a Markdown file with front matter: `parseDocument('content/sop/x/index.md', oid, text)`. Everything wrong
 * is reported at once, with its line.
 */
export function parseDocument(file: string, oid: string, text: string): Result<Parsed> {
  const unreadable = refuseText(file, text);
  if (unreadable !== undefined) return fail(unreadable);
  const lf = text.replaceAll('\r\n', '\n');
  const fence = refuseFence(file, lf);
  if (fence !== undefined) return fail(fence);

  // gray-matter only splits: its YAML engine is replaced and every other one is off. It looks up what it is given
  // in a table of texts, which costs much for a long one: it gets the front matter alone.
  const end = lf.indexOf(closing) + closing.length;
  const content = lf.slice(end + 1);
  let source = '';
  const refuse = (): never => {
    throw new Error('front matter in another language than YAML');
  };
  matter(asBuffer(lf.slice(0, end)), {
    language: 'yaml',
    engines: {
      yaml: (block: string) => {
        source = block;
        return {};
      },
      json: refuse,
      javascript: refuse,
      coffee: refuse,
    },
  });
  // The block begins with the line break after the opening fence, so its lines count as the file's own.
  const parsed = readYaml(file, oid, source, content);
  if (!parsed.ok) return parsed;
  const { data } = parsed.value;
  if (data !== null && (typeof data !== 'object' || Array.isArray(data)))
    return fail(issue(file, 'isian-bukan-pasangan', 2, readMessages['isian-bukan-pasangan'](nameOf(data))));
  const bodyLine = lineIn(lf, lf.length - content.length);
  return { ok: true, value: { ...parsed.value, data: data ?? {}, bodyLine } };
}

/** Reads a file of settings, all of it YAML 1.2 (core schema): dates, times, `on` and `yes` stay text. */
export function parseYaml(file: string, oid: string, text: string): Result<Parsed> {
  const unreadable = refuseText(file, text);
  return unreadable === undefined ? readYaml(file, oid, text.replaceAll('\r\n', '\n'), '') : fail(unreadable);
}

/** Faults of the text as a whole: too big, not UTF-8. */
function refuseText(file: string, text: string): Issue | undefined {
  const bytes = bytesOf(text);
  if (bytes > limits.fileBytes)
    return issue(
      file,
      'berkas-terlalu-besar',
      undefined,
      readMessages['berkas-terlalu-besar'](bytes, limits.fileBytes),
    );
  if (text.startsWith('\uFEFF')) return issue(file, 'berkas-bom', 1, readMessages['berkas-bom']());
  const broken = /[\uFFFD\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\r(?!\n)/.exec(text);
  if (broken === null) return undefined;
  return issue(file, 'berkas-bukan-utf8', lineIn(text, broken.index), readMessages['berkas-bukan-utf8']());
}

/** How the line begins that ends the front matter; after `refuseFence` it is all of it. */
const closing = '\n---';

/** Faults of the two lines `---` around the front matter. gray-matter takes any line that begins so for one. */
function refuseFence(file: string, text: string): Issue | undefined {
  const first = lineAt(text, 0);
  if (/^---\s*[a-z]/i.test(first))
    return issue(
      file,
      'isian-bahasa-lain',
      1,
      readMessages['isian-bahasa-lain'](short(first.slice(3).trim())),
    );
  if (first !== '---') return issue(file, 'isian-tanpa-pembuka', 1, readMessages['isian-tanpa-pembuka']());
  const close = text.indexOf(closing);
  if (close === -1)
    return issue(
      file,
      'isian-tanpa-penutup',
      lineIn(text, text.length),
      readMessages['isian-tanpa-penutup'](),
    );
  const last = lineAt(text, close + 1);
  if (last !== '---')
    return issue(
      file,
      'isian-penutup-salah',
      lineIn(text, close + 1),
      readMessages['isian-penutup-salah'](short(last)),
    );
  return undefined;
}

/**
 * gray-matter turns strings into a Node `Buffer`, which browsers lack; it leaves what calls itself a buffer alone
 * and only asks for its text.
 */
class TextBuffer {
  static isBuffer(): boolean {
    return true;
  }
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

function asBuffer(text: string): { content: string } {
  return { content: new TextBuffer(text) as unknown as string };
}

function nameOf(data: unknown): string {
  return Array.isArray(data) ? 'sebuah daftar' : `hanya “${short(String(data))}”`;
}

/** The line that begins at an offset. */
function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end === -1 ? undefined : end);
}

function lineIn(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
