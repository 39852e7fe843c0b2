import matter from 'gray-matter';
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument as parseYamlDocument,
  visit,
} from 'yaml';
import type { Document, ErrorCode } from 'yaml';
import type { Parsed } from '../core/aturan.ts';
import type { Issue, Result } from '../core/issue.ts';
import { readMessages, yamlMessage } from './messages.ts';

/** Limits on what is read: files from pull requests are hostile. */
export const limits = {
  fileBytes: 1024 * 1024,
  frontMatterBytes: 128 * 1024,
  depth: 20,
  aliases: 20,
} as const;

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

  // gray-matter only splits: its YAML engine is replaced and every other one is off.
  let source = '';
  const refuse = (): never => {
    throw new Error('front matter in another language than YAML');
  };
  const { content } = matter(asBuffer(lf), {
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
  const parsed = parse(file, oid, source, content);
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
  return unreadable === undefined ? parse(file, oid, text.replaceAll('\r\n', '\n'), '') : fail(unreadable);
}

function parse(file: string, oid: string, source: string, body: string): Result<Parsed> {
  const bytes = bytesOf(source);
  if (bytes > limits.frontMatterBytes)
    return fail(
      issue(
        file,
        'isian-terlalu-besar',
        undefined,
        readMessages['isian-terlalu-besar'](bytes, limits.frontMatterBytes),
      ),
    );
  const lineCounter = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  const doc = parseYamlDocument(source, {
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter,
  });
  const issues = [...doc.errors, ...doc.warnings].map((fault) => {
    const code = yamlCode(fault.code);
    return issue(file, code, lineAt(fault.pos[0]), yamlMessage(fault.code));
  });
  if (/^%/m.test(source.slice(0, doc.contents?.range?.[0] ?? source.length)))
    issues.push(issue(file, 'yaml-arahan', 1, readMessages['yaml-arahan']()));
  issues.push(...refuseShape(file, doc, lineAt));
  if (issues.length > 0) return { ok: false, issues: firstOfEachLine(issues) };

  let data: unknown;
  try {
    data = doc.toJS({ maxAliasCount: limits.aliases });
  } catch {
    // Aliases of aliases: few in the text, without end as values.
    return fail(issue(file, 'yaml-alias', undefined, readMessages['yaml-alias'](limits.aliases)));
  }
  return {
    ok: true,
    value: {
      file,
      oid,
      body,
      data,
      lineOf: (path) => {
        const offset = offsetOf(doc, path);
        return offset === undefined ? undefined : lineAt(offset);
      },
    },
  };
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

/** Faults of the two lines `---` around the front matter. gray-matter takes any line that begins so for one. */
function refuseFence(file: string, text: string): Issue | undefined {
  const lines = text.split('\n');
  const [first = ''] = lines;
  if (/^---\s*[a-z]/i.test(first))
    return issue(
      file,
      'isian-bahasa-lain',
      1,
      readMessages['isian-bahasa-lain'](short(first.slice(3).trim())),
    );
  if (first !== '---') return issue(file, 'isian-tanpa-pembuka', 1, readMessages['isian-tanpa-pembuka']());
  const close = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  if (close === -1)
    return issue(file, 'isian-tanpa-penutup', lines.length, readMessages['isian-tanpa-penutup']());
  const closing = lines[close] ?? '';
  if (closing !== '---')
    return issue(file, 'isian-penutup-salah', close + 1, readMessages['isian-penutup-salah'](short(closing)));
  return undefined;
}

/** Too deep, too many aliases, a name given twice (found here, in one pass: the parser compares all with all). */
function refuseShape(file: string, doc: Document.Parsed, lineAt: (offset: number) => number): Issue[] {
  const issues: Issue[] = [];
  let aliases = 0;
  visit(doc, {
    Alias: (_key, alias) => {
      aliases++;
      if (alias.resolve(doc) !== undefined) return;
      issues.push(issue(file, 'yaml-bad-alias', lineAt(alias.range?.[0] ?? 0), yamlMessage('BAD_ALIAS')));
    },
    Collection: (_key, node, path) => {
      if (path.filter(isCollection).length >= limits.depth) {
        const line = lineAt(node.range?.[0] ?? 0);
        issues.push(
          issue(file, 'yaml-terlalu-dalam', line, readMessages['yaml-terlalu-dalam'](limits.depth)),
        );
        return visit.BREAK;
      }
      if (!isMap(node)) return undefined;
      const seen = new Set<string>();
      for (const { key } of node.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name))
          issues.push(
            issue(
              file,
              'yaml-isian-ganda',
              lineAt(key.range?.[0] ?? 0),
              readMessages['yaml-isian-ganda'](short(name)),
            ),
          );
        seen.add(name);
      }
      return undefined;
    },
  });
  if (aliases > limits.aliases)
    issues.push(issue(file, 'yaml-alias', undefined, readMessages['yaml-alias'](limits.aliases)));
  return issues;
}

/** One fault often shows as several: the parser's first of each line says it best. */
function firstOfEachLine(issues: readonly Issue[]): Issue[] {
  const byLine = new Map<number | undefined, Issue>();
  for (const found of issues) if (!byLine.has(found.line)) byLine.set(found.line, found);
  return [...byLine.values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Where a value stands: the start of its key, or of the entry of a list; else of the nearest value around it. */
function offsetOf(doc: Document.Parsed, path: readonly (string | number)[]): number | undefined {
  let node: unknown = doc.contents;
  let offset = doc.contents?.range?.[0];
  for (const segment of path) {
    if (isAlias(node)) node = node.resolve(doc);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
      if (pair === undefined) return offset;
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(segment)];
      if (item === undefined) return offset;
      node = item;
      offset =
        (isCollection(item) || isScalar(item) || isAlias(item) ? item.range?.[0] : undefined) ?? offset;
    } else return offset;
  }
  return offset;
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

function fail(found: Issue): Result<never> {
  return { ok: false, issues: [found] };
}

function issue(file: string, code: string, line: number | undefined, message: string): Issue {
  return { code, file, message, ...(line === undefined ? {} : { line }) };
}

/** `DUPLICATE_KEY` → `yaml-duplicate-key`. */
function yamlCode(code: ErrorCode): string {
  if (code === 'RESOURCE_EXHAUSTION') return 'yaml-terlalu-dalam';
  return `yaml-${code.toLowerCase().replaceAll('_', '-')}`;
}

function nameOf(data: unknown): string {
  return Array.isArray(data) ? 'sebuah daftar' : `hanya “${short(String(data))}”`;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function lineIn(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
