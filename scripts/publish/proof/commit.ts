import type { TreeLine } from '../tree.ts';

/** A commit, as far as the proof reads it. */
export interface Commit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

/** Reads a commit object. */
export function parseCommit(bytes: Buffer): Commit {
  const text = bytes.toString('utf8');
  const end = text.indexOf('\n\n');
  const head = text.slice(0, end < 0 ? undefined : end).split('\n');
  const value = (line: string) => line.slice(line.indexOf(' ') + 1);
  return {
    tree: value(head.find((line) => line.startsWith('tree ')) ?? ''),
    parents: head.filter((line) => line.startsWith('parent ')).map(value),
    message: end < 0 ? '' : text.slice(end + 2),
  };
}

/** Reads a tree object. */
export function parseTree(bytes: Buffer, idLength = 20): TreeLine[] {
  const lines: TreeLine[] = [];
  for (let start = 0; start < bytes.length;) {
    const space = bytes.indexOf(32, start);
    const zero = bytes.indexOf(0, space);
    const end = zero + 1 + idLength;
    lines.push({
      mode: bytes.toString('latin1', start, space),
      name: bytes.toString('utf8', space + 1, zero),
      oid: bytes.toString('hex', zero + 1, end),
    });
    start = end;
  }
  return lines;
}
