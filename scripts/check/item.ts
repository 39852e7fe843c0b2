import type { z } from 'zod';
import { collections, placeOf, type Collection } from '../../content/schema/collections.ts';
import type { Aturan, Parsed } from '../core/aturan.ts';
import type { Issue } from '../core/issue.ts';
import { namedFiles } from '../core/kelengkapan.ts';
import { issueAt, readWith } from '../core/schema-issues.ts';
import { parseDocument } from '../markdown/front-matter.ts';
import { checkBody } from './body.ts';
import { checkFile, type ItemFile } from './file.ts';
import { checkMessages as say, type CheckCode } from './messages.ts';
import { checkText } from './text.ts';

const slugLimit = { least: 3, most: 80 } as const;

/** What an item is judged against. */
export interface ItemContext {
  /** Absent where the settings themselves have faults: then only the item's own are told. */
  readonly aturan?: Pick<Aturan, 'alur'> | undefined;
  /** Ids of the offices in `content/opd/`; where there are none, they are not judged. */
  readonly opdIds: readonly string[];
}

/**
 * Everything that is wrong with one item, from its files alone: `folder` is `content/berita/2026/11/kerja-bakti`, the
 * names of `files` are relative to it. Bytes may be missing for files that cannot be had: then name and size are
 * judged alone.
 */
export function checkItem(folder: string, files: readonly ItemFile[], context: ItemContext): Issue[] {
  const place = placeOf(`${folder}/index.md`);
  if (place.kind !== 'item') {
    const shape =
      place.kind === 'stray' ? shapeOf(place.collection) : collections.map(shapeOf).join(' atau ');
    return [fault(folder, 'butir-salah-tempat', say['butir-salah-tempat'](shape))];
  }
  const { collection, slug } = place;
  const issues = [...slugIssues(folder, slug), ...files.flatMap((file) => checkFile(folder, file))];
  if (context.aturan !== undefined && !context.aturan.alur.has(collection.name))
    issues.push(fault(folder, 'butir-tanpa-sop', say['butir-tanpa-sop'](collection.name)));

  const index = files.find(({ name }) => name === 'index.md');
  if (index === undefined) return [...issues, fault(folder, 'butir-tanpa-index', say['butir-tanpa-index']())];
  if (index.bytes === undefined) return issues;
  const parsed = parseDocument(`${folder}/index.md`, '', new TextDecoder().decode(index.bytes));
  if (!parsed.ok) return [...issues, ...parsed.issues];
  return [
    ...issues,
    ...officeIssues(parsed.value, place.opd),
    ...checkIndex(parsed.value, collection.schema, files, context.opdIds),
  ];
}

/** An item under its office is that office's: its address says so, and cannot change. */
function officeIssues(index: Parsed, office: string | null): Issue[] {
  const { data } = index;
  const opd = typeof data === 'object' && data !== null && 'opd' in data ? data.opd : undefined;
  if (office === null || typeof opd !== 'string' || opd === office) return [];
  return [issueAt(index, ['opd'], 'opd-beda-folder', say['opd-beda-folder'](opd, office))];
}

function checkIndex(
  index: Parsed,
  schema: z.ZodType,
  files: readonly ItemFile[],
  opdIds: readonly string[],
): Issue[] {
  const read = readWith(schema, index);
  const issues: Issue[] = read.ok ? [] : [...read.issues];
  const { data } = index;
  if (typeof data === 'object' && data !== null && 'opd' in data && typeof data.opd === 'string')
    if (opdIds.length > 0 && !opdIds.includes(data.opd))
      issues.push(issueAt(index, ['opd'], 'opd-tidak-ada', say['opd-tidak-ada'](data.opd)));

  for (const { path, text } of textsOf(data))
    for (const found of checkText(text)) issues.push(issueAt(index, path, found.code, found.message));

  const bodyLine = index.bodyLine ?? 1;
  const inBody = (code: string, lines: number | null, message: string): Issue => ({
    code,
    file: index.file,
    field: 'isi',
    message,
    line: bodyLine + (lines ?? 0),
  });
  const body = checkBody(index.body);
  issues.push(...[...body.findings, ...checkText(index.body)].map((f) => inBody(f.code, f.lines, f.message)));

  const present = new Set(files.map(({ name }) => name));
  const named = namedFiles(data);
  for (const { path, name } of named)
    if (!present.has(name))
      issues.push(issueAt(index, path, 'berkas-tidak-ada', say['berkas-tidak-ada'](name)));
  for (const { name, lines } of body.files)
    if (!present.has(name)) issues.push(inBody('berkas-tidak-ada', lines, say['berkas-tidak-ada'](name)));
  const used = new Set(['index.md', ...named.map(({ name }) => name), ...body.files.map(({ name }) => name)]);
  const folder = index.file.slice(0, -'/index.md'.length);
  for (const { name } of files)
    if (!used.has(name))
      issues.push({
        ...fault(`${folder}/${name}`, 'berkas-tidak-disebut', say['berkas-tidak-disebut'](name)),
        level: 'peringatan',
      });
  return issues;
}

function slugIssues(folder: string, slug: string): Issue[] {
  if (slug.length > slugLimit.most)
    return [fault(folder, 'nama-alamat-panjang', say['nama-alamat-panjang'](slug.length, slugLimit.most))];
  if (slug.length < slugLimit.least)
    return [fault(folder, 'nama-alamat-pendek', say['nama-alamat-pendek'](slugLimit.least))];
  return [];
}

function fault(file: string, code: CheckCode, message: string): Issue {
  return { code, file, message };
}

/** `content/berita/<tahun>/<bulan>/<nama>/`. */
function shapeOf({ name, folders }: Collection): string {
  const words = { year: '<tahun>', month: '<bulan>', opd: '<opd>' } as const;
  return `content/${[name, ...folders.map((folder) => words[folder]), '<nama>'].join('/')}/`;
}

function textsOf(
  data: unknown,
  path: readonly (string | number)[] = [],
): { readonly path: readonly (string | number)[]; readonly text: string }[] {
  if (typeof data === 'string') return [{ path, text: data }];
  if (typeof data !== 'object' || data === null) return [];
  const entries = Array.isArray(data) ? data.map((item, i) => [i, item] as const) : Object.entries(data);
  return entries.flatMap(([key, value]) => textsOf(value, [...path, key]));
}
