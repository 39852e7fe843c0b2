import { createWriteStream, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { currentHash, currentSite } from '../deploy.ts';
import { readShown } from '../index/shown.ts';
import { LastFault } from './fault.ts';
import { aboutName, indexName, parts, placesIn, type Part } from './layout.ts';
import { tarOf, type PackedFile } from './tar.ts';

/** What was packed. */
export interface Packed {
  /** Name of the portal. */
  readonly portal: string;
  readonly files: number;
  /** Length of the archive. */
  readonly bytes: number;
}

/** Texts of items stand in the index and on their pages, far apart: seen from afar, a fifth of the size is saved. */
const farSighted = {
  [constants.ZSTD_c_enableLongDistanceMatching]: 1,
  [constants.ZSTD_c_windowLog]: 27,
};

/**
 * Packs what the next publication needs of this one: the portal that is shown, once; its index; the search; kept
 * pictures; the bundle of the pages. What is quickly made again, or lies in Git, is left out.
 *
 * @param file is written anew
 * @throws LastFault where the portal that is shown is not the index's
 */
export async function pack(dataDir: string, file: string): Promise<Packed> {
  const site = currentSite(dataDir);
  const portal = currentHash(dataDir);
  const { index, search, pictures, bundle } = placesIn(dataDir);
  if (site === null || portal === null || !existsSync(index) || shownBy(index) !== portal)
    throw new LastFault('Belum ada portal tayang yang dikenal indeksnya.');
  const about = `${file}.keterangan`;
  writeFileSync(about, JSON.stringify({ versi: 1, portal }));
  const folders: Readonly<Record<Part, string>> = { site, search, pictures, bundle };
  const files: PackedFile[] = [
    { path: aboutName, from: about },
    { path: indexName, from: index },
    ...(Object.keys(parts) as Part[]).flatMap((part) => filesIn(folders[part], parts[part])),
  ];
  try {
    await pipeline(
      Readable.from(tarOf(files)),
      createZstdCompress({ params: farSighted }),
      createWriteStream(file),
    );
  } finally {
    rmSync(about, { force: true });
  }
  return { portal, files: files.length, bytes: statSync(file).size };
}

/** Name of the portal that an index knows as the shown one; all that was written to it is in its one file then. */
function shownBy(index: string): string | null {
  using database = new DatabaseSync(index);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return readShown(database)?.name ?? null;
}

/** What Node compiled of a bundle is for the folder in which that lay. */
const isKept = (path: string) => !/^bundel\/[^/]+\/terkompilasi\//.test(path);

function filesIn(folder: string, top: string): PackedFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((from) => ({ from, path: `${top}/${relative(folder, from).split(sep).join('/')}` }))
    .filter(({ path }) => isKept(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
