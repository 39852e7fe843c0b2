import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byBytes, headOf, lineOf, manifestName, type BuiltFrom } from './manifest.ts';

/** Length of a line before its path: the hash and two spaces. */
const hashLength = 64;
const pathAt = hashLength + 2;
const newline = 10;

/**
 * The bytes of a portal's list of files, of which lines are found and replaced where they stand: they are in the order
 * of their paths, so that a change costs what changed, and the copying of the rest.
 */
export interface FileList {
  readonly bytes: Buffer;
  /** Commit of the system that the portal was built from. */
  readonly sistem: string;
  /** Where the first line of a file begins. */
  readonly body: number;
}

function fileList(bytes: Buffer): FileList | null {
  const head = /^# sistem ([0-9a-f]{40})\n# hari \d{4}-\d\d-\d\d\n/.exec(bytes.toString('latin1', 0, 100));
  if (head === null || bytes.at(-1) !== newline) return null;
  return { bytes, sistem: head[1]!, body: head[0].length };
}

/** The list of a portal; null where there is none, or it is no such list. */
export function readFileList(folder: string): FileList | null {
  const file = join(folder, manifestName);
  return existsSync(file) ? fileList(readFileSync(file)) : null;
}

/** SHA-256 of a file by the list; null where it is not listed. */
export function listedHash(list: FileList, path: string): string | null {
  const { start, end } = placeIn(list, Buffer.from(path));
  return start === end ? null : list.bytes.toString('latin1', start, start + hashLength);
}

/**
 * The list after a change.
 *
 * @param changes path → SHA-256 of what is there now; null: nothing
 * @param builtFrom where it is another than before
 */
export function changedList(
  list: FileList,
  changes: ReadonlyMap<string, string | null>,
  builtFrom?: BuiltFrom,
): Buffer {
  const head = builtFrom === undefined ? list.bytes.subarray(0, list.body) : Buffer.from(headOf(builtFrom));
  const parts: Buffer[] = [head];
  let done = list.body;
  for (const path of [...changes.keys()].toSorted(byBytes)) {
    const hash = changes.get(path) ?? null;
    const { start, end } = placeIn(list, Buffer.from(path));
    parts.push(list.bytes.subarray(done, start));
    if (hash !== null) parts.push(Buffer.from(lineOf(path, hash)));
    done = end;
  }
  parts.push(list.bytes.subarray(done));
  return Buffer.concat(parts);
}

/** Where a path's line stands; where it would stand, with nothing between, if it has none. */
function placeIn({ bytes, body }: FileList, path: Buffer): { readonly start: number; readonly end: number } {
  let [low, high] = [body, bytes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = Math.max(low, bytes.lastIndexOf(newline, middle - 1) + 1);
    const end = bytes.indexOf(newline, start) + 1;
    const order = bytes.compare(path, 0, path.length, start + pathAt, end - 1);
    if (order === 0) return { start, end };
    if (order < 0) low = end;
    else high = start;
  }
  return { start: low, end: low };
}
