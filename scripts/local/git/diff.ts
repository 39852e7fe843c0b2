import { git, nulParts } from './command.ts';

/** One file in which two trees differ. */
export interface ChangedFile {
  readonly path: string;
  readonly previous: string | undefined;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  /** Blob after the change; before it, when the file was taken away. */
  readonly oid: string;
  readonly additions: number;
  readonly deletions: number;
  /** Text of the difference; absent for binary files, as Decap expects, and for very large ones. */
  readonly patch: string | undefined;
}

/** Similarity from which a moved file counts as renamed, and how many pairs are compared. Fixed, so that answers are. */
const rename = ['-M50%', '-l400'];
const largestPatch = 1_000_000;

/** The files in which two commits or trees differ, by path. */
export async function changedFiles(directory: string, from: string, to: string): Promise<ChangedFile[]> {
  const common = ['diff-tree', '-r', ...rename];
  const [raw, counts, patch] = await Promise.all([
    git(directory, [...common, '-z', '--raw', '--no-abbrev', from, to]),
    git(directory, [...common, '-z', '--numstat', from, to]),
    git(directory, [...common, '-p', '--no-color', '--no-ext-diff', '--no-textconv', from, to]),
  ]);
  const numbers = parseCounts(nulParts(counts.stdout));
  const patches = splitPatch(patch.stdout.toString('utf8'));
  return parseRaw(nulParts(raw.stdout)).map((file, index) => {
    const patch = patches.shift();
    // A file that becomes a symbolic link, or back, is written as one file taken away and another added.
    if (file.status === 'changed') patches.shift();
    return {
      ...file,
      additions: numbers[index]?.additions ?? 0,
      deletions: numbers[index]?.deletions ?? 0,
      patch: file.status === 'changed' ? undefined : patch,
    };
  });
}

const statuses: Readonly<Record<string, ChangedFile['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

function parseRaw(parts: readonly string[]) {
  const files = [];
  for (let at = 0; at < parts.length;) {
    const [, , before = '', after = '', letter = 'M'] = parts[at++]!.split(' ');
    const renamed = letter.startsWith('R');
    const first = parts[at++] ?? '';
    const path = renamed ? (parts[at++] ?? '') : first;
    const status = statuses[letter[0]!] ?? 'changed';
    files.push({
      path,
      previous: renamed ? first : undefined,
      status,
      oid: status === 'removed' ? before : after,
    });
  }
  return files;
}

function parseCounts(parts: readonly string[]) {
  const counts = [];
  for (let at = 0; at < parts.length; at += 1) {
    const [additions = '', deletions = '', path = ''] = parts[at]!.split('\t');
    // A rename has its two paths in the next two parts.
    if (path === '') at += 2;
    counts.push({ additions: Number(additions) || 0, deletions: Number(deletions) || 0 });
  }
  return counts;
}

/** Splits a patch by file and keeps the part GitHub shows: from the first hunk on. */
function splitPatch(text: string): (string | undefined)[] {
  // Lines of content begin with a space, plus, minus or backslash: this line can only be a header.
  const sections = text.split(/^diff --git .*\n/m).slice(1);
  return sections.map((section) => {
    const start = section.search(/^@@ /m);
    return start < 0 || section.length > largestPatch ? undefined : section.slice(start).replace(/\n$/, '');
  });
}
