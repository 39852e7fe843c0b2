import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createZstdDecompress } from 'node:zlib';
import { z } from 'zod';
import { show, writeState } from '../deploy.ts';
import { readShown } from '../index/shown.ts';
import { manifestName, readManifest } from '../manifest.ts';
import { LastFault } from './fault.ts';
import { aboutName, indexName, parts, placesIn, type Part } from './layout.ts';
import { readTar, type Limits, type Sink } from './tar.ts';

const limits: Limits = { files: 2_000_000, bytes: 12 * 1024 ** 3 };
const aboutSchema = z.strictObject({ versi: z.literal(1), portal: z.string().regex(/^[0-9a-f]{16}$/) });

export interface UnpackOptions {
  /** A folder of publications in which nothing was published yet. */
  readonly dataDir: string;
  /** Takes the pictures alone: everything else is to be made anew. */
  readonly onlyPictures: boolean;
}

/** What is there again. */
export interface Unpacked {
  readonly portal: string;
  /** Number of the portal's files, each as its list says. */
  readonly siteFiles: number;
}

/**
 * Unpacks what `pack` packed, beside its place, and puts it there only once all of it is right: the portal's files are
 * exactly those of its list, and its index is whole and of that portal. Otherwise nothing is left of it.
 *
 * @throws LastFault saying what is not right
 */
export async function unpack(file: string, { dataDir, onlyPictures }: UnpackOptions): Promise<Unpacked> {
  const staging = join(dataDir, 'simpanan.baru');
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  try {
    const hashes = await unpackInto(staging, file, onlyPictures);
    const about = readAbout(join(staging, aboutName));
    if (!onlyPictures) {
      mustBeListed(join(staging, parts.site), hashes);
      mustBeIndexOf(join(staging, indexName), about.portal);
    }
    await place(staging, dataDir, onlyPictures ? null : about.portal);
    return { portal: about.portal, siteFiles: hashes.size };
  } catch (error) {
    throw error instanceof LastFault ? error : new LastFault(`Arsipnya tidak terbaca (${reasonOf(error)}).`);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

const reasonOf = (error: unknown) =>
  (error as NodeJS.ErrnoException | null)?.code ?? (error instanceof Error ? error.message : String(error));

/** @returns SHA-256 of the portal's files by their paths in it */
async function unpackInto(
  staging: string,
  file: string,
  onlyPictures: boolean,
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  const folders = Object.values(parts).map((name) => `${name}/`);
  const isKnown = (path: string) =>
    path === aboutName || path === indexName || folders.some((folder) => path.startsWith(folder));
  const isWanted = (path: string) => path === aboutName || path.startsWith(`${parts.pictures}/`);
  const site = `${parts.site}/`;
  const source = createReadStream(file).pipe(createZstdDecompress());
  await readTar(source, limits, (path) => {
    if (!isKnown(path))
      throw new LastFault(`Ada berkas yang tidak dikenal di dalamnya: ${JSON.stringify(path)}.`);
    if (onlyPictures && !isWanted(path)) return null;
    const known = path.startsWith(site)
      ? (sha256: string) => void hashes.set(path.slice(site.length), sha256)
      : null;
    return fileSink(join(staging, path), known);
  });
  return hashes;
}

/** Writes a file that is not there yet. */
function fileSink(path: string, known: ((sha256: string) => void) | null): Sink {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'wx');
  const hash = known === null ? null : createHash('sha256');
  return {
    write(bytes) {
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
      hash?.update(bytes);
    },
    end() {
      closeSync(file);
      if (hash !== null) known?.(hash.digest('hex'));
    },
  };
}

function readAbout(file: string): z.infer<typeof aboutSchema> {
  if (!existsSync(file)) throw new LastFault('Keterangannya tidak ada.');
  return aboutSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The portal's files are those that its list names, byte for byte, and no others. */
function mustBeListed(site: string, hashes: ReadonlyMap<string, string>): void {
  const listed = readManifest(site)?.files;
  if (listed === undefined) throw new LastFault('Daftar berkas portalnya tidak ada atau rusak.');
  const found = [...hashes].filter(([path]) => path !== manifestName);
  const wrong = found.find(([path, sha256]) => listed.get(path) !== sha256)?.[0];
  const lost = [...listed.keys()].find((path) => !hashes.has(path));
  if (wrong !== undefined || lost !== undefined)
    throw new LastFault(`Portalnya tidak cocok dengan daftar berkasnya: ${wrong ?? lost ?? ''}.`);
}

function mustBeIndexOf(index: string, portal: string): void {
  if (!existsSync(index)) throw new LastFault('Indeksnya tidak ada.');
  using database = new DatabaseSync(index, { readOnly: true });
  const check = database.prepare('PRAGMA quick_check(1)').get();
  if (check?.['quick_check'] !== 'ok' || readShown(database)?.name !== portal)
    throw new LastFault('Indeksnya rusak, atau bukan dari portal itu.');
}

/** @param portal name of the portal that is shown from then on; null: the pictures alone are put in their place */
async function place(staging: string, dataDir: string, portal: string | null): Promise<void> {
  const places = placesIn(dataDir);
  const move = (name: string, to: string) => {
    if (!existsSync(join(staging, name))) return;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(join(staging, name), to);
  };
  move(parts.pictures, places.pictures);
  if (portal === null) return;
  for (const part of Object.keys(parts) as Part[]) move(parts[part], places[part]);
  move(indexName, places.index);
  await writeState(dataDir, { names: { 'portal-a': portal }, beda: null });
  await show(dataDir, 'portal-a');
}
