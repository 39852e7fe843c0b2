import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Schema,
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

/** The core schema, for all texts; it knows no other tags, so that no text can add one for those after it. */
const core = Object.assign(new Schema({ schema: 'core', merge: false, resolveKnownTags: false }), {
  knownTags: Object.create(null) as Schema['knownTags'],
});

/** Reads YAML 1.2 (core schema) that stands in `file`; `source` begins at the file's first line. */
export function readYaml(file: string, oid: string, source: string, body: string): Result<Parsed> {
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
  const doc = parseDocument(source, {
    version: '1.2',
    schema: core,
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

/** Too deep, too many aliases, a name given twice (found here, in one pass: the parser compares all with all). */
function refuseShape(file: string, doc: Document.Parsed, lineAt: (offset: number) => number): Issue[] {
  const issues: Issue[] = [];
  let aliases = 0;
  visit(doc, {
    Alias: (_key, alias) => {
      // Finding what an alias means reads the whole document: not for one too many.
      if (++aliases > limits.aliases) return visit.BREAK;
      if (alias.resolve(doc) !== undefined) return undefined;
      issues.push(issue(file, 'yaml-bad-alias', lineAt(alias.range?.[0] ?? 0), yamlMessage('BAD_ALIAS')));
      return undefined;
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

/** A result that is one fault. */
export function fail(found: Issue): Result<never> {
  return { ok: false, issues: [found] };
}

/** A fault at a line of a file. */
export function issue(file: string, code: string, line: number | undefined, message: string): Issue {
  return { code, file, message, ...(line === undefined ? {} : { line }) };
}

/** `DUPLICATE_KEY` → `yaml-duplicate-key`. */
function yamlCode(code: ErrorCode): string {
  if (code === 'RESOURCE_EXHAUSTION') return 'yaml-terlalu-dalam';
  return `yaml-${code.toLowerCase().replaceAll('_', '-')}`;
}

/** Cut to what fits in a sentence. */
export function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

const encoder = new TextEncoder();

export function bytesOf(text: string): number {
  return encoder.encode(text).length;
}
