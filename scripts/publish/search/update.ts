import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { opdSchema } from '../../../content/schema/opd.ts';
import { parseYaml } from '../../markdown/front-matter.ts';
import { writeWhole } from '../export.ts';
import { openPrepared } from '../index/database.ts';
import { SearchError, startEngines, type Engine } from './engine.ts';
import { pagesIn, type SearchPage } from './pages.ts';
import { partsIn, recordsOf, type PartOf } from './records.ts';

/** Changes whenever the same items would make another index: then every part is made anew. */
const searchVersion = 1;

/** What the page of results reads first: the parts of the index, the most likely ones first. */
export const searchManifest = z.object({
  versi: z.literal(1),
  bagian: z.array(
    z.object({
      /** Year of its items; null for the pages that are no items. */
      tahun: z.string().nullable(),
      /** Folder of the part, beside this file. Another content has another folder. */
      alamat: z.string(),
      /** How many pages can be found in it. */
      jumlah: z.number(),
    }),
  ),
});
export type SearchManifest = z.infer<typeof searchManifest>;

/** Name of that file in the folder of the index. */
export const manifestFile = 'daftar.json';

export interface SearchOptions {
  /** The exported tree: its settings name the offices. */
  readonly root: string;
  /** Index of what is published, as the publisher has prepared it. */
  readonly index: string;
  /** The finished portal that shows that tree. */
  readonly site: string;
  /** Folder that is served below `/cari/indeks/`. */
  readonly outDir: string;
}

export interface SearchResult {
  /** Folders of the parts that were made anew. */
  readonly made: readonly string[];
  readonly kept: number;
  readonly items: number;
}

/**
 * Brings the index of the search to what is published (design, section 9): parts of years, and one for the pages that
 * are no items, so that an item touches the part of its months alone. Parts are folders whose names follow
 * from their content; one file names those that count, and is replaced in one step once all are there. Stopped at any
 * point, the old index stays whole; what it no longer names is removed at once, so that nothing withdrawn stays.
 *
 * @throws SearchError if an item is not on the portal (yet)
 */
export async function updateSearch(options: SearchOptions): Promise<SearchResult> {
  const { root, site, outDir } = options;
  mkdirSync(outDir, { recursive: true });
  const database = openPrepared(options.index);
  try {
    // All that follows sees the index as it stands now, whatever is published meanwhile.
    database.exec('BEGIN');
    const names = officeNames(root);
    const pages = pagesIn(site);
    const parts = [
      ...(pages.length === 0 ? [] : [partOfPages(pages)]),
      ...partsIn(database).map((part) => partOfItems(database, site, part, names)),
    ];
    const missing = parts.filter(({ folder }) => !existsSync(join(outDir, folder)));
    await writeParts(missing, outDir);
    const manifest: SearchManifest = {
      versi: 1,
      bagian: parts.map(({ tahun, folder, count }) => ({ tahun, alamat: `${folder}/`, jumlah: count })),
    };
    writeWhole(join(outDir, manifestFile), `${JSON.stringify(manifest)}\n`);
    prune(outDir, new Set(parts.map(({ folder }) => folder)));
    const items = parts.reduce((sum, { tahun, count }) => sum + (tahun === null ? 0 : count), 0);
    return { made: missing.map(({ folder }) => folder), kept: parts.length - missing.length, items };
  } finally {
    database.close();
  }
}

interface Part {
  readonly tahun: string | null;
  readonly folder: string;
  readonly count: number;
  readonly write: (engine: Engine, folder: string) => Promise<void>;
}

/** Parts that are written at once: each takes up to 0.6 GB. */
const atOnce = 2;

async function writeParts(parts: readonly Part[], outDir: string): Promise<void> {
  const waiting = [...parts];
  const engines = await startEngines(Math.min(parts.length, atOnce, availableParallelism()));
  const work = async (engine: Engine) => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const staging = join(outDir, `${part.folder}.dibangun`);
      rmSync(staging, { recursive: true, force: true });
      await part.write(engine, staging);
      renameSync(staging, join(outDir, part.folder));
    }
  };
  try {
    await Promise.all(engines.map(work));
  } finally {
    waiting.length = 0;
    await Promise.all(engines.map((engine) => engine.close()));
  }
}

function partOfPages(pages: readonly SearchPage[]): Part {
  return {
    tahun: null,
    folder: `halaman-${keyOf(pages)}`,
    count: pages.length,
    write: (engine, folder) => engine.write(folder, [], pages),
  };
}

function partOfItems(
  database: DatabaseSync,
  site: string,
  part: PartOf,
  names: ReadonlyMap<string, string>,
): Part {
  const { tahun, items } = part;
  return {
    tahun,
    folder: `${tahun}-${keyOf([items, [...names]])}`,
    count: items.length,
    write: async (engine, folder) => {
      const missing = items.find(([url]) => !existsSync(join(site, url, 'index.html')));
      if (missing !== undefined)
        throw new SearchError(
          `Indeks pencarian tidak diubah: ${missing[0]} belum ada di portal yang tayang. ` +
            'Indeks menyusul sesudah portal berikutnya tayang.',
        );
      const nameOf = (opd: string) => names.get(opd) ?? opd.replaceAll('-', ' ');
      await engine.write(folder, recordsOf(database, part, nameOf), []);
    },
  };
}

function keyOf(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([searchVersion, content]))
    .digest('hex')
    .slice(0, 12);
}

/** Names of the offices by id. A file that cannot be read stops the portal before it stops the search. */
function officeNames(root: string): ReadonlyMap<string, string> {
  const folder = join(root, 'content', 'opd');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yml')) : [];
  return new Map(
    files.sort().flatMap((name) => {
      const parsed = parseYaml(`content/opd/${name}`, '', readFileSync(join(folder, name), 'utf8'));
      const checked = parsed.ok ? opdSchema.safeParse(parsed.value.data) : undefined;
      return checked?.success === true ? [[name.slice(0, -'.yml'.length), checked.data.nama] as const] : [];
    }),
  );
}

function prune(outDir: string, keep: ReadonlySet<string>): void {
  for (const name of readdirSync(outDir))
    if (/^(?:halaman|\d{4})-[0-9a-f]{12}(?:\.dibangun)?$/.test(name) && !keep.has(name))
      rmSync(join(outDir, name), { recursive: true, force: true });
}
