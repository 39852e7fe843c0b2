import type { GitOutput } from './command.ts';

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

/**
 * The files in which two commits or trees differ, by path.
 *
 * @param git runs it in the repository
 */
export async function changedFiles(
  git: (args: readonly string[]) => Promise<GitOutput>,
  from: string,
  to: string,
): Promise<ChangedFile[]> {
  const plain = ['--no-color', '--no-ext-diff', '--no-textconv', '--no-abbrev'];
  const args = ['diff-tree', '-r', ...rename, ...plain, '-z', '--raw', '--numstat', '-p', from, to];
  const { stdout } = await git(args);
  const output = new Parts(stdout);
  const files = readRaw(output);
  const counts = files.map(() => readCount(output));
  const patches = splitPatch(output.rest());
  return files.map((file, index) => {
    const patch = patches.shift();
    // A file that becomes a symbolic link, or back, is written as one file taken away and another added.
    if (file.status === 'changed') patches.shift();
    return { ...file, ...counts[index]!, patch: file.status === 'changed' ? undefined : patch };
  });
}

/** Output in parts that end with NUL, with a patch after them. */
class Parts {
  readonly #data: Buffer;
  #at = 0;

  constructor(data: Buffer) {
    this.#data = data;
  }

  startsWith(text: string): boolean {
    return this.#data.toString('latin1', this.#at, this.#at + text.length) === text;
  }

  next(): string {
    const end = this.#data.indexOf(0, this.#at);
    if (end < 0) throw new Error('git diff-tree ended in the middle of its list');
    const part = this.#data.toString('utf8', this.#at, end);
    this.#at = end + 1;
    return part;
  }

  /** What follows the NUL that stands between the lists and the patch. */
  rest(): string {
    return this.#data.toString('utf8', this.#at + 1);
  }
}

const statuses: Readonly<Record<string, ChangedFile['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

function readRaw(output: Parts) {
  const files = [];
  while (output.startsWith(':')) {
    const [, , before = '', after = '', letter = 'M'] = output.next().split(' ');
    const previous = letter.startsWith('R') ? output.next() : undefined;
    const status = statuses[letter[0]!] ?? 'changed';
    files.push({ path: output.next(), previous, status, oid: status === 'removed' ? before : after });
  }
  return files;
}

function readCount(output: Parts) {
  const [additions = '', deletions = '', path = ''] = output.next().split('\t');
  // A rename has its two paths in the next two parts.
  if (path === '') {
    output.next();
    output.next();
  }
  return { additions: Number(additions) || 0, deletions: Number(deletions) || 0 };
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
