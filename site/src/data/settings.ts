import { parse } from 'yaml';
import { z } from 'zod';
import { kategoriBerita } from '../../../content/schema/berita.ts';
import { listSettings, readSettings } from './portal.ts';

const situsSchema = z.object({
  /** Name of the office, and of the government it serves. */
  nama: z.string().default('Dinas Komunikasi dan Informatika'),
  pemerintah: z.string().default('Pemerintah Kota Contoh'),
  ringkasan: z
    .string()
    .default('Kabar dan informasi publik, disetujui menurut SOP yang ditandatangani sebelum tayang.'),
  alamat: z.union([z.string(), z.array(z.string())]).optional(),
  telepon: z.string().optional(),
  surel: z.string().optional(),
  jam: z.union([z.string(), z.array(z.string())]).optional(),
  /** The portal as a whole shows sample content. */
  contoh: z.boolean().default(false),
});

export type Situs = z.infer<typeof situsSchema>;

let situs: Situs | undefined;

/** `content/situs.yml`: who speaks here, and how to reach them. */
export function readSitus(): Situs {
  situs ??= situsSchema.parse(parse(readSettings('situs.yml') ?? '{}') ?? {});
  return situs;
}

/** One line or several, as a list of lines. */
export function lines(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? value.split('\n').filter((line) => line.trim() !== '') : value;
}

let offices: ReadonlyMap<string, string> | undefined;

/** Name of an office for the public; its id in words where `content/opd/` does not know it. */
export function officeName(id: string): string {
  offices ??= new Map(
    listSettings('opd').flatMap((file) => {
      const match = /^(.+)\.(ya?ml|md)$/.exec(file);
      const yaml = (readSettings(`opd/${file}`) ?? '').replace(/^---\n/, '').split('\n---')[0] ?? '';
      const data: unknown = match === null ? null : parse(yaml);
      if (match?.[1] === undefined || data === null || typeof data !== 'object' || !('nama' in data)) return [];
      return [[match[1], String(data.nama)] as const];
    }),
  );
  return offices.get(id) ?? words(id);
}

/** Name of a kategori of news. */
export function kategoriName(id: string): string {
  return (kategoriBerita as Readonly<Record<string, string>>)[id] ?? words(id);
}

function words(id: string): string {
  return id.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => `${dash && ' '}${letter.toUpperCase()}`);
}

/** What governs a collection: `content/alur.yml`. */
export function sopOf(collection: string): string | null {
  const alur = z.record(z.string(), z.object({ sop: z.string() })).safeParse(parse(readSettings('alur.yml') ?? '{}'));
  return alur.success ? (alur.data[collection]?.sop ?? null) : null;
}
