import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * List of a portal's files at its root: `sha256sum -c manifes.sha256` proves a copy without any program of ours. It
 * goes where the portal goes, so that whoever downloads it can tell whether the host serves what was built.
 */
export const manifestName = 'manifes.sha256';

/** What a portal was built from. */
export interface BuiltFrom {
  /** Commit of the system. */
  readonly sistem: string;
  /** Day that it speaks of. */
  readonly asOf: string;
}

/** A portal's list of files, as it was written. */
export interface SiteManifest extends BuiltFrom {
  /** Path with `/` → SHA-256 of the file. */
  readonly files: ReadonlyMap<string, string>;
}

/** Paths of all files of a portal, with `/`, in the order of their bytes; its list of files is not one of them. */
export function siteFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== manifestName)
    .toSorted(byBytes);
}

/** The order of the list: that of the bytes of the paths, which is that of their letters unless some are pairs. */
export function byBytes(a: string, b: string): number {
  if (pair.test(a) || pair.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Half of a letter that UTF-16 writes as two. */
const pair = /[\ud800-\udfff]/;

/** The first lines of a list. */
export const headOf = ({ sistem, asOf }: BuiltFrom) => `# sistem ${sistem}\n# hari ${asOf}\n`;

/** The line of one file. */
export const lineOf = (path: string, hash: string) => `${hash}  ${path}\n`;

/** Writes the list of a finished portal's files; the same portal has the same list. */
export async function writeManifest(folder: string, builtFrom: BuiltFrom): Promise<void> {
  const hashes = await hashesOf(folder, siteFiles(folder));
  writeList(
    folder,
    [...hashes].map(([path, sha256]) => ({ path, sha256 })),
    builtFrom,
  );
}

/** The same where the hashes of all files are known already. */
export function writeList(
  folder: string,
  files: readonly { readonly path: string; readonly sha256: string }[],
  builtFrom: BuiltFrom,
): void {
  const lines = files
    .toSorted((a, b) => byBytes(a.path, b.path))
    .map(({ path, sha256 }) => lineOf(path, sha256));
  writeFileSync(join(folder, manifestName), headOf(builtFrom) + lines.join(''));
}

/** Reads the list of a portal's files; null where there is none, or it is no such list. */
export function readManifest(folder: string): SiteManifest | null {
  const file = join(folder, manifestName);
  if (!existsSync(file)) return null;
  const [first = '', second = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const sistem = /^# sistem ([0-9a-f]{40})$/.exec(first)?.[1];
  const asOf = /^# hari (\d{4}-\d\d-\d\d)$/.exec(second)?.[1];
  const files = lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  if (sistem === undefined || asOf === undefined || files.includes(null)) return null;
  return { sistem, asOf, files: new Map(files.map((match) => [match![2]!, match![1]!])) };
}

/** A file of a portal. */
export interface WrittenFile {
  /** Within the portal, with `/`. */
  readonly path: string;
  readonly sha256: string;
  /** Length in bytes. */
  readonly size: number;
}

/** All files of a folder. */
export async function writtenIn(folder: string): Promise<WrittenFile[]> {
  const hashes = await hashesOf(folder, siteFiles(folder));
  return [...hashes].map(([path, sha256]) => ({ path, sha256, size: statSync(join(folder, path)).size }));
}

/** SHA-256 of each file, in the order given. */
export async function hashesOf(
  folder: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  const atOnce = 32;
  for (let start = 0; start < paths.length; start += atOnce) {
    const some = paths.slice(start, start + atOnce);
    const read = await Promise.all(some.map((path) => readFile(join(folder, path))));
    for (const [place, bytes] of read.entries())
      hashes.set(some[place]!, createHash('sha256').update(bytes).digest('hex'));
  }
  return hashes;
}
