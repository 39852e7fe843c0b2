import type { z } from 'zod';
import { boundsOf, describe, shapeOf } from '../../../content/schema/describe.ts';
import { collections } from '../../../content/schema/collections.ts';
import { kalenderSchema } from '../../../content/schema/kalender.ts';
import { opdSchema } from '../../../content/schema/opd.ts';
import { buildAturan, type Parsed } from '../../../scripts/core/aturan.ts';
import { formatIssue, type Issue } from '../../../scripts/core/issue.ts';
import { readWith } from '../../../scripts/core/schema-issues.ts';
import { kindOfLangkah, type Sop } from '../../../scripts/core/sop.ts';
import { parseDocument, parseYaml } from '../../../scripts/markdown/front-matter.ts';
import { listSettings, readSettings } from '../data/portal.ts';
import { judulSop, titleCase } from '../sop.ts';
import type { Field, OfficeData, OfficeSop } from './office.ts';

/** Compiles the office for the desk when the portal is built. A wrong setting stops the build with all its faults. */
export function compileOffice(): OfficeData {
  const issues: Issue[] = [];
  const parse = (name: string): Parsed | undefined => {
    const text = readSettings(name);
    if (text === null) return undefined;
    const file = `content/${name}`;
    const parsed = name.endsWith('.md') ? parseDocument(file, '', text) : parseYaml(file, '', text);
    if (parsed.ok) return parsed.value;
    issues.push(...parsed.issues);
    return undefined;
  };
  const offices = listSettings('opd').map((name) => `opd/${name}`);
  const sops = listSettings('sop').map((name) => `sop/${name}/index.md`);
  const parsed = [...sops, ...offices, 'alur.yml', 'pelaksana.yml'].flatMap((name) => parse(name) ?? []);
  const aturan = buildAturan(parsed);
  if (!aturan.ok) issues.push(...aturan.issues);
  const calendar = parse('kalender.yml');
  const kalender = calendar === undefined ? undefined : readWith(kalenderSchema, calendar);
  if (kalender?.ok === false) issues.push(...kalender.issues);
  if (!aturan.ok || kalender?.ok !== true)
    throw new Error(`Meja tidak dapat dibangun:\n${issues.map(formatIssue).join('\n')}`);

  const { alur, pelaksana } = aturan.value;
  return {
    sops: Object.fromEntries([...aturan.value.sops].map(([id, sop]) => [id, compileSop(sop)])),
    collections: collections.map(({ name, label, singular, folders, url, schema }) => ({
      name,
      label,
      singular,
      folders,
      url,
      sop: alur.get(name)?.sop ?? null,
      fields: fieldsOf(schema),
    })),
    opd: Object.fromEntries(parsed.flatMap(officeOf)),
    // The letters of appointment are the repository's business; the desk asks only who may act when.
    pelaksana: pelaksana.map(({ surat: _surat, tercatat: _tercatat, ...row }) => row),
    kalender: kalender.value,
  };
}

function compileSop(sop: Sop): OfficeSop {
  return {
    nama: judulSop(sop.nama),
    pelaksana: Object.fromEntries(sop.pelaksana.map(({ id, nama }) => [id, titleCase(nama)])),
    langkah: sop.langkah.map((langkah) => ({
      no: langkah.no,
      tindakan: langkah.tindakan,
      kind: kindOfLangkah(langkah),
      aktivitas: langkah.aktivitas,
      pelaksana: langkah.pelaksana,
      waktu: langkah.waktu,
      hanyaKoreksi: langkah.hanyaKoreksi,
    })),
  };
}

function officeOf(parsed: Parsed): [string, string][] {
  const id = /^content\/opd\/([^/]+)\.yml$/.exec(parsed.file)?.[1];
  const office = id === undefined ? undefined : readWith(opdSchema, parsed);
  return id !== undefined && office?.ok === true ? [[id, office.value.nama]] : [];
}

/** Fields of an object schema as plain data, in the schema's order. */
export function fieldsOf(schema: z.ZodType): Field[] {
  return Object.entries(shapeOf(schema)).map(([name, inner]) => {
    const { def, meta } = describe(name, inner);
    const kind = kindOf(def.type, meta.widget);
    const { max } = boundsOf(def);
    const choices = Object.values(def.entries ?? {}).map(
      (value) => [value, meta.choices?.[value] ?? value] as const,
    );
    const shape = def.element ?? (def.shape === undefined ? undefined : objectUnder(inner));
    return {
      name,
      label: meta.label,
      kind,
      ...(meta.hint === undefined ? {} : { hint: meta.hint }),
      ...(inner.safeParse(undefined).success ? {} : { required: true as const }),
      ...(meta.tindakan === undefined ? {} : { tindakan: meta.tindakan }),
      ...(meta.internal === undefined ? {} : { internal: meta.internal }),
      ...(meta.singular === undefined ? {} : { singular: meta.singular }),
      ...(choices.length === 0 ? {} : { choices }),
      ...(shape === undefined ? {} : { fields: fieldsOf(shape) }),
      ...(kind === 'string' || kind === 'text' ? (Number.isFinite(max) ? { max } : {}) : {}),
    };
  });
}

const kindOfType: Readonly<Record<string, Field['kind']>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  enum: 'select',
  array: 'list',
  object: 'object',
};

function kindOf(type: string, widget: string | undefined): Field['kind'] {
  if (widget === 'datetime') return 'date';
  if (widget === 'markdown') return 'text';
  const kind = (widget as Field['kind'] | undefined) ?? kindOfType[type];
  if (kind === undefined) throw new Error(`no field of the desk for a schema of type ${type}`);
  return kind;
}

/** The object schema under a field's wrappers. */
function objectUnder(schema: z.ZodType): z.ZodType {
  let current = schema;
  for (;;) {
    const def = current.def as unknown as { innerType?: z.ZodType; out?: z.ZodType };
    const inner = def.out ?? def.innerType;
    if (inner === undefined) return current;
    current = inner;
  }
}
