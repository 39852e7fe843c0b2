import { z } from 'zod';
import type { Parsed } from './aturan.ts';
import type { Issue, Result } from './issue.ts';
import { foundText, schemaMessages as say, type SchemaCode } from './schema-messages.ts';
import { fieldsOf, schemaAt } from './schema-path.ts';

/** Stands for "the schema itself says nothing": its own words come through in place of this. */
const silent = '\u0000';

type Path = readonly PropertyKey[];

/** Reads a file by its schema: the value, or everything that is wrong with it, each with line and field. */
export function readWith<S extends z.ZodType>(schema: S, parsed: Parsed): Result<z.output<S>> {
  const result = schema.safeParse(parsed.data, { error: () => silent });
  if (result.success) return { ok: true, value: result.data };
  const issues = result.error.issues.flatMap((found) => translate(schema, parsed, found));
  return { ok: false, issues: issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

/** An issue at a value of a file. */
export function issueAt(parsed: Parsed, path: Path, code: string, message: string): Issue {
  const segments = path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment));
  const line = parsed.lineOf(segments);
  return {
    code,
    file: parsed.file,
    message,
    ...(line === undefined ? {} : { line }),
    ...(segments.length === 0 ? {} : { field: segments.join('.') }),
  };
}

function translate(schema: z.ZodType, parsed: Parsed, found: z.core.$ZodIssue): Issue[] {
  const { path } = found;
  const value = valueAt(parsed.data, path);
  const name = nameOf(schema, path);
  const hint = schemaAt(schema, path)?.meta?.hint;
  const at = (code: SchemaCode, message: string, where: Path = path) => [
    issueAt(parsed, where, code, message),
  ];

  if (found.code === 'unrecognized_keys') {
    const inner = schemaAt(schema, path);
    const known = inner === undefined ? [] : fieldsOf(inner.schema);
    return found.keys.flatMap((key) =>
      at('isian-tidak-dikenal', say['isian-tidak-dikenal'](key, known), [...path, key]),
    );
  }
  const empty = value === undefined || value === null || value === '';
  if (empty && found.code !== 'custom') return at('isian-kosong', say['isian-kosong'](name, hint));
  if (found.message !== silent) {
    // What a group of fields holds says nothing; its own lines are there to be read.
    const shown = typeof value === 'object' ? null : foundText(value);
    return at('isian-tidak-diterima', say['isian-tidak-diterima'](name, found.message, shown));
  }

  switch (found.code) {
    case 'invalid_type':
      return at('isian-salah-jenis', say['isian-salah-jenis'](name, found.expected, foundText(value)));
    case 'too_small':
    case 'too_big':
      return sizeIssue(found, name, value, at);
    case 'invalid_format':
      return at('isian-salah-bentuk', say['isian-salah-bentuk'](name, found.format, foundText(value)));
    case 'invalid_value':
      return at(
        'isian-bukan-pilihan',
        say['isian-bukan-pilihan'](name, found.values.map(String), foundText(value)),
      );
    case 'invalid_key': {
      const reason = found.issues.map(({ message }) => message).find((message) => message !== silent);
      const key = `Nama isian “${String(path.at(-1))}”`;
      return at('isian-tidak-diterima', say['isian-tidak-diterima'](key, reason ?? 'tidak cocok', null));
    }
    case 'invalid_union':
      return at(
        'isian-tak-satu-pun-cocok',
        say['isian-tak-satu-pun-cocok'](name, shapesOf(schema, path), foundText(value)),
      );
    default:
      return at('isian-salah-bentuk', say['isian-salah-bentuk'](name, '', foundText(value)));
  }
}

function sizeIssue(
  found: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  name: string,
  value: unknown,
  at: (code: SchemaCode, message: string) => Issue[],
): Issue[] {
  const small = found.code === 'too_small';
  const limit = Number(small ? found.minimum : found.maximum);
  if (found.origin === 'string') {
    const code = small ? 'isian-terlalu-pendek' : 'isian-terlalu-panjang';
    return at(code, say[code](name, String(value).trim().length, limit));
  }
  if (found.origin === 'array') {
    const code = small ? 'daftar-terlalu-pendek' : 'daftar-terlalu-panjang';
    return at(code, say[code](name, Array.isArray(value) ? value.length : 0, limit));
  }
  const inclusive = found.inclusive === true;
  const words = small
    ? inclusive
      ? 'paling sedikit'
      : 'lebih dari'
    : inclusive
      ? 'paling banyak'
      : 'kurang dari';
  return at('isian-di-luar-batas', say['isian-di-luar-batas'](name, `${words} ${limit}`, foundText(value)));
}

/** The shapes that a union of objects accepts: `{menit}`, `{hariKerja}`. */
function shapesOf(schema: z.ZodType, path: Path): string[] {
  const union = schemaAt(schema, path)?.schema;
  if (!(union instanceof z.core.$ZodUnion)) return ['yang ditentukan'];
  return union._zod.def.options.map((option) => `{${fieldsOf(option).join(', ')}}`);
}

/** The field's label, or its name in quotation marks; the file as a whole where the path is empty. */
function nameOf(schema: z.ZodType, path: Path): string {
  const label = schemaAt(schema, path)?.meta?.label;
  if (label !== undefined) return label;
  const key = path.findLast((segment) => typeof segment === 'string');
  if (key === undefined) return 'Isi berkas ini';
  return typeof path.at(-1) === 'number' ? `Butir “${key}”` : `Isian “${key}”`;
}

function valueAt(data: unknown, path: Path): unknown {
  let value: unknown = data;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[segment];
  }
  return value;
}
