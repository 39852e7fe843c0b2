import type { z } from 'zod';
import { alihanSchema, type Alihan } from '../../../content/schema/alihan.ts';
import { alurSchema } from '../../../content/schema/alur.ts';
import { collections, type Collection } from '../../../content/schema/collections.ts';
import { opdSchema } from '../../../content/schema/opd.ts';
import { ppidSchema, type Ppid } from '../../../content/schema/ppid.ts';
import { situsSchema, type Situs } from '../../../content/schema/situs.ts';
import { formatIssue } from '../../../scripts/core/issue.ts';
import { schemaAt } from '../../../scripts/core/schema-path.ts';
import { parseYaml } from '../../../scripts/markdown/front-matter.ts';
import { listSettings, once, readSettings } from './portal.ts';

/** Reads a file of settings by its schema. A wrong one stops the build with every fault in it. */
export function settings<S extends z.ZodType>(name: string, schema: S): z.infer<S> {
  const file = `content/${name}`;
  const text = readSettings(name);
  if (text === null) throw new Error(`${file} tidak ada. Portal memerlukannya: salin dari contoh.`);
  const parsed = parseYaml(file, '', text);
  if (!parsed.ok) throw new Error(parsed.issues.map(formatIssue).join('\n'));
  const checked = schema.safeParse(parsed.value.data);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.map(({ path, message }) => {
    const line = parsed.value.lineOf(path.map((part) => (typeof part === 'number' ? part : String(part))));
    return `${file}${line === undefined ? '' : `:${line}`} ${path.join('.')}: ${message}`;
  });
  throw new Error(faults.join('\n'));
}

let situs: Situs | undefined;

/** `content/situs.yml`: who speaks here, and how to reach them. */
export function readSitus(): Situs {
  situs ??= settings('situs.yml', situsSchema);
  return situs;
}

let ppid: Ppid | undefined;

/** `content/ppid.yml`: what the standard pages of the PPID say. */
export function readPpid(): Ppid {
  ppid ??= settings('ppid.yml', ppidSchema);
  return ppid;
}

let lambang: string | undefined;

/** `content/lambang.svg`: the emblem of the government, as the office has put it there. */
export function emblem(): string {
  // Not by `once`, which only a build of pages can ask: programs of their own draw cards too.
  lambang ??= readSettings('lambang.svg') ?? undefined;
  if (lambang === undefined)
    throw new Error('content/lambang.svg tidak ada. Portal memerlukannya: salin dari contoh.');
  return lambang;
}

let offices: ReadonlyMap<string, string> | undefined;

/** Name of an office for the public; its id in words where `content/opd/` does not know it. */
export function officeName(id: string): string {
  offices ??= new Map(
    listSettings('opd')
      .filter((file) => file.endsWith('.yml'))
      .map((file) => [file.slice(0, -'.yml'.length), settings(`opd/${file}`, opdSchema).nama]),
  );
  return offices.get(id) ?? words(id);
}

/** Ids of all offices, by their names. */
export function officeIds(): string[] {
  return listSettings('opd')
    .filter((file) => file.endsWith('.yml'))
    .map((file) => file.slice(0, -'.yml'.length))
    .toSorted((a, b) => officeName(a).localeCompare(officeName(b), 'id'));
}

/** Name of a choice in the field by which a collection is browsed. */
export function kategoriName({ name, schema, kategori }: Collection, id: string): string {
  return once(`kategori ${name} ${id}`, () => schemaAt(schema, [kategori])?.meta?.choices?.[id] ?? words(id));
}

/** Name of that field: “Kategori”, “Klasifikasi”. */
export function kategoriLabel({ schema, kategori }: Collection): string {
  return schemaAt(schema, [kategori])?.meta?.label ?? words(kategori);
}

function words(id: string): string {
  return id.replace(
    /(^|-)([a-z])/g,
    (_, dash: string, letter: string) => `${dash && ' '}${letter.toUpperCase()}`,
  );
}

let alur: z.infer<typeof alurSchema> | undefined;

/** Id of the SOP that governs a collection (`content/alur.yml`); null for one that nothing governs yet. */
export function sopOf(collection: string): string | null {
  alur ??= settings('alur.yml', alurSchema);
  return alur[collection]?.sop ?? null;
}

/** The collections that this office runs: those that an SOP governs. */
export function governed(): Collection[] {
  return collections.filter(({ name }) => sopOf(name) !== null);
}

/** Whether a collection stands on the pages of the PPID, which have a menu of their own. */
export function isPpid({ url }: Pick<Collection, 'url'>): boolean {
  return url.startsWith('/ppid/');
}

/** `content/alihan.yml`: addresses that once led somewhere, and where that is now; none where the office has no such file. */
export function readAlihan(): Alihan {
  return once('alihan', () =>
    readSettings('alihan.yml') === null ? {} : settings('alihan.yml', alihanSchema),
  );
}
