import { parseCommit, parseTree, type Commit } from '../proof/commit.ts';
import type { Found, GitObject, Objects } from '../proof/objects.ts';
import type { TreeLine } from '../tree.ts';
import { Unsure } from './unsure.ts';

/** Commits and trees of Git, each hashed as it is read, and no tree that two readers could understand differently. */
export interface Trees {
  commit(oid: string): Promise<Commit>;
  /** Lines of trees, in the order asked for; a null has none. */
  lines(oids: readonly (string | null)[]): Promise<readonly (readonly TreeLine[])[]>;
}

/** A file that two folders do not have alike; or a folder, where one was not to be entered. */
export interface Difference {
  readonly path: string;
  readonly before: TreeLine | null;
  readonly after: TreeLine | null;
}

const folder = '40000';
/** Git shows any other mode as one of these; the raw tree would say something else than `git ls-tree`. */
const modes: ReadonlySet<string> = new Set([folder, '100644', '100755', '120000', '160000']);

/** Reads trees and commits through an open process; one that is missing, damaged, or another thing is `Unsure`. */
export function treesOf(objects: Objects): Trees {
  const known = new Map<string, readonly TreeLine[]>();
  return {
    async commit(oid) {
      const [object] = await readAll(objects, [oid], 'commit');
      return parseCommit(object!.bytes);
    },
    async lines(oids) {
      const fresh = [...new Set(oids)].filter((oid) => oid !== null && !known.has(oid)) as string[];
      const found = await readAll(objects, fresh, 'tree');
      for (const [place, oid] of fresh.entries()) known.set(oid, plainLines(oid, found[place]!.bytes));
      return oids.map((oid) => (oid === null ? [] : known.get(oid)!));
    },
  };
}

/** Objects that are there, whole, and of one type. */
export async function readAll(objects: Objects, oids: readonly string[], type: string): Promise<GitObject[]> {
  const all: Found[] = [];
  await objects.each(oids, (found) => all.push(found));
  return all.map((found, place) => {
    if (typeof found === 'string' || found.type !== type)
      throw new Unsure(`Objek ${oids[place] ?? ''} tidak terbaca sebagai ${type} yang utuh.`);
    return found;
  });
}

/** Lines as Git itself writes them; anybody who may push can have made others. */
function plainLines(oid: string, bytes: Buffer): TreeLine[] {
  const lines = parseTree(bytes);
  const names = new Set(lines.map(({ name }) => name));
  const isPlain = lines.every(
    ({ mode, name }) => modes.has(mode) && name !== '' && !/[/\uFFFD\n\r\u2028\u2029]/.test(name),
  );
  if (!isPlain || names.size !== lines.length)
    throw new Unsure(`Folder ${oid} tidak ditulis oleh Git biasa.`);
  return lines;
}

/** Id of a line's folder; null for a file, and for nothing. */
export function folderIn(line: TreeLine | null | undefined): string | null {
  return line?.mode === folder ? line.oid : null;
}

/**
 * What two folders do not have alike, however much they have: equal folders are not read.
 *
 * @param isWhole whether the folder at a path is told as one thing instead of being entered
 */
export async function differences(
  trees: Trees,
  before: string | null,
  after: string | null,
  root: string,
  isWhole: (path: string) => boolean,
): Promise<Difference[]> {
  if (before === after) return [];
  const [old, now] = (await trees.lines([before, after])).map(
    (lines) => new Map(lines.map((line) => [line.name, line])),
  );
  const found: Difference[] = [];
  for (const name of new Set([...old!.keys(), ...now!.keys()])) {
    const [a, b] = [old!.get(name) ?? null, now!.get(name) ?? null];
    if (a?.oid === b?.oid && a?.mode === b?.mode) continue;
    const path = `${root}/${name}`;
    const [inA, inB] = [folderIn(a), folderIn(b)];
    if ((inA !== null || inB !== null) && isWhole(path)) {
      found.push({ path, before: a, after: b });
      continue;
    }
    found.push(...(await differences(trees, inA, inB, path, isWhole)));
    const [fileA, fileB] = [inA === null ? a : null, inB === null ? b : null];
    if (fileA !== null || fileB !== null) found.push({ path, before: fileA, after: fileB });
  }
  return found;
}

/** All files below a folder, in the order of Git, with their paths inside it. */
export async function filesIn(
  trees: Trees,
  oid: string,
  root = '',
): Promise<{ mode: string; path: string }[]> {
  const [lines] = await trees.lines([oid]);
  const files: { mode: string; path: string }[] = [];
  for (const { mode, name, oid: inner } of lines!)
    if (mode === folder) files.push(...(await filesIn(trees, inner, `${root}${name}/`)));
    else files.push({ mode, path: `${root}${name}` });
  return files;
}

/** Id of the folder at a path of a tree; null where there is none. */
export async function folderAt(trees: Trees, tree: string, path: string): Promise<string | null> {
  let at: string | null = tree;
  for (const name of path.split('/')) {
    const [lines]: readonly (readonly TreeLine[])[] = await trees.lines([at]);
    at = folderIn(lines!.find((line) => line.name === name));
    if (at === null) return null;
  }
  return at;
}
