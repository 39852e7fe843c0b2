import type { z } from 'zod';
import { placeOf, type Collection } from '../../content/schema/collections.ts';
import { describe, shapeOf } from '../../content/schema/describe.ts';
import { oversize } from './files.ts';

type ZodIssue = z.core.$ZodIssue;

/** A file that the save would send: its name, and its content if it was chosen in this form. */
export interface PendingFile {
  readonly name: string;
  readonly size: number;
}

/** The labels along a path of an issue: `['foto', 1, 'kredit']` → “Foto 2, Kredit”. */
function labelOf(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const labels: string[] = [];
  let current: z.ZodType | undefined = schema;
  for (const key of path) {
    if (current === undefined) break;
    if (typeof key === 'number') {
      labels.push(`${labels.pop() ?? ''} ${key + 1}`.trim());
      continue;
    }
    const field: z.ZodType | undefined = shapeOf(current)[String(key)];
    if (field === undefined) {
      labels.push(String(key));
      break;
    }
    const { def, meta } = describe(String(key), field);
    labels.push(meta.label);
    current = def.element ?? (def.shape === undefined ? undefined : asObject(field));
  }
  return labels.join(', ');
}

/** The object schema under a field's wrappers. */
function asObject(field: z.ZodType): z.ZodType {
  let current = field;
  for (;;) {
    const def = current.def as unknown as { innerType?: z.ZodType; out?: z.ZodType };
    const inner = def.out ?? def.innerType;
    if (inner === undefined) return current;
    current = inner;
  }
}

function words(issue: ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined || value === null || value === ''
        ? 'wajib diisi'
        : 'isinya tidak dalam bentuk yang diterima';
    case 'too_small':
      return issue.origin === 'string'
        ? `paling sedikit ${issue.minimum} huruf`
        : `paling sedikit ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `paling banyak ${issue.maximum} huruf, sekarang ${String(value).trim().length}`
        : `paling banyak ${issue.maximum}`;
    case 'invalid_value':
      return value === undefined || value === null || value === ''
        ? 'wajib diisi'
        : 'pilih salah satu dari daftarnya';
    case 'invalid_format':
      return issue.format === 'date'
        ? 'bukan tanggal yang ada dalam kalender'
        : 'isinya tidak dalam bentuk yang diterima';
    case 'unrecognized_keys':
      return `tidak dikenal: ${issue.keys.join(', ')}`;
    case 'custom':
      return issue.message;
    default:
      return 'isinya tidak diterima';
  }
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

/**
 * Every reason why an entry should not be saved as it stands, as sentences that name the field. Advice only:
 * the same schema is asked again by the checks of the pull request. `path` is that of an entry that was saved before.
 */
export function faultsOf(
  collection: Collection,
  data: Readonly<Record<string, unknown>>,
  files: readonly PendingFile[],
  path?: string,
): string[] {
  const { body: _body, ...frontMatter } = data;
  const result = collection.schema.safeParse(frontMatter);
  const faults = (result.error?.issues ?? []).map((issue) => {
    const label = labelOf(collection.schema, issue.path);
    const what = words(issue, valueAt(frontMatter, issue.path));
    return label === '' ? `Isian ${what}.` : `${label}: ${what}.`;
  });
  const judul = String(frontMatter['judul'] ?? '').normalize('NFKD');
  if (judul !== '' && !/[a-z0-9]/i.test(judul))
    faults.push('Judul: harus memuat huruf atau angka Latin, karena alamat halamannya dibuat dari situ.');
  const place = path === undefined ? null : placeOf(path);
  const office = place?.kind === 'item' ? place.opd : null;
  if (office !== null && frontMatter['opd'] !== office)
    faults.push(
      `${labelOf(collection.schema, ['opd'])}: tidak dapat diganti sesudah naskah dibuat, karena alamatnya memuat “${office}”. Kembalikan pilihannya, atau buat naskah baru.`,
    );
  for (const { name, size } of files) {
    const fault = oversize(name, size);
    if (fault !== undefined) faults.push(fault);
  }
  return [...new Set(faults)];
}
