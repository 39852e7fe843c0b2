import { git, GitFault, lines, type GitOutput, type RunOptions } from './command.ts';
import { formatCommit, parseCommit, type Commit } from './commit.ts';
import { changedFiles, type ChangedFile } from './diff.ts';
import { ObjectReader } from './reader.ts';
import { GitStarter } from './starter.ts';
import { Memo } from './memo.ts';
import { objectId, packObjects, type NewObject } from './pack.ts';
import { editTree, formatTree, parseTree, treeMode, type TreeChange, type TreeEntry } from './tree.ts';

export const zeroOid = '0'.repeat(40);

/** Mode of another repository's commit in a tree. */
const submoduleMode = '160000';

/** After so many new commits the notes about history are brought up to date. */
const manyCommits = 25;

/** From here on objects stay together in a pack: a file for each would take long. */
const manyObjects = 100;

export interface ListedEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly oid: string;
  readonly size: number | null;
}

export interface Ref {
  readonly name: string;
  readonly oid: string;
}

/** The bare repository. Everything is done by git itself, through its plumbing. */
export class Repository {
  readonly directory: string;
  readonly reader: ObjectReader;
  readonly #starter = new GitStarter();
  /** What lies between commits never changes: kept, because Decap asks for each draft again on every page. */
  readonly #answers = new Memo<readonly string[]>(2000);
  readonly #differences = new Memo<readonly ChangedFile[]>(200);
  readonly #listings = new Memo<readonly ListedEntry[]>(200);
  #unnoted = 0;
  #noting: Promise<void> = Promise.resolve();

  constructor(directory: string) {
    this.directory = directory;
    this.reader = new ObjectReader(directory);
  }

  close(): void {
    this.reader.close();
    this.#starter.close();
  }

  #git(args: readonly string[], options?: RunOptions): Promise<GitOutput> {
    return git(this.directory, args, options, this.#starter.run);
  }

  /** Commit id a branch, a full reference or a full commit id stands for, or undefined. */
  async commitOid(name: string): Promise<string | undefined> {
    const candidates = /^[0-9a-f]{40}$/.test(name)
      ? [name]
      : name.startsWith('refs/')
        ? [name]
        : name === 'HEAD'
          ? ['refs/heads/main']
          : [`refs/heads/${name}`, ...(name.startsWith('heads/') ? [`refs/${name}`] : [])];
    for (const candidate of candidates) {
      const found = isPlain(candidate) ? await this.reader.info(candidate) : undefined;
      if (found?.type === 'commit') return found.oid;
    }
    return undefined;
  }

  /** Where a reference stands now, or undefined. */
  async refOid(ref: string): Promise<string | undefined> {
    return ref.startsWith('refs/') && isPlain(ref) ? (await this.reader.info(ref))?.oid : undefined;
  }

  /** All references below a prefix such as `refs/heads`. */
  async refs(prefix: string): Promise<Ref[]> {
    const { stdout } = await this.#git(['for-each-ref', '--format=%(objectname) %(refname)', prefix]);
    return lines(stdout).map((line) => ({ oid: line.slice(0, 40), name: line.slice(41) }));
  }

  async commit(oid: string): Promise<Commit | undefined> {
    const found = await this.reader.read(oid);
    return found?.type === 'commit' ? parseCommit(found.oid, found.content) : undefined;
  }

  /** The commit, which must be there. */
  async mustCommit(oid: string): Promise<Commit> {
    const commit = await this.commit(oid);
    if (!commit) throw new Error(`commit ${oid} is not in the repository`);
    return commit;
  }

  async tree(oid: string): Promise<TreeEntry[] | undefined> {
    const found = await this.reader.read(oid);
    return found?.type === 'tree' ? parseTree(found.content) : undefined;
  }

  writeBlob(content: Buffer): Promise<string> {
    return this.#store([{ type: 'blob', content }]);
  }

  writeCommit(commit: Omit<Commit, 'oid'>): Promise<string> {
    return this.#store([{ type: 'commit', content: Buffer.from(formatCommit(commit)) }]);
  }

  /** Applies changes to a tree and stores the result, with new blobs that the changes name. */
  async writeTree(
    base: string | undefined,
    changes: readonly TreeChange[],
    blobs: readonly Buffer[] = [],
  ): Promise<string> {
    const objects: NewObject[] = blobs.map((content) => ({ type: 'blob', content }));
    await editTree(this.reader, base, changes, (entries) => {
      const tree: NewObject = { type: 'tree', content: formatTree(entries) };
      objects.push(tree);
      return objectId(tree);
    });
    return this.#store(objects);
  }

  /** Stores objects in one process; git refuses what is malformed or names what is not there. Id of the last. */
  async #store(objects: readonly NewObject[]): Promise<string> {
    const args =
      objects.length > manyObjects
        ? ['index-pack', '--stdin', '--strict']
        : ['-c', 'core.fsyncMethod=batch', 'unpack-objects', '-q', '--strict'];
    await this.#git(args, { input: packObjects(objects) });
    return objectId(objects.at(-1)!);
  }

  /**
   * Entries of a tree with sizes; with `recursive` all files and folders below it. Asked of the one process that reads
   * objects: a process for each listing costs more than all else that a small change needs.
   */
  listTree(oid: string, recursive: boolean): Promise<readonly ListedEntry[]> {
    return this.#listings.get(`${oid} ${recursive}`, () => this.#list(oid, '', recursive));
  }

  async #list(oid: string, folder: string, recursive: boolean): Promise<readonly ListedEntry[]> {
    const entries = await this.tree(oid);
    if (entries === undefined) throw new Error(`tree ${oid} is not in the repository`);
    const listed = await Promise.all(
      entries.map(async ({ name, mode, oid: entry }): Promise<readonly ListedEntry[]> => {
        const path = `${folder}${name}`;
        const long = mode.padStart(6, '0');
        if (mode === treeMode) {
          const own = { path, mode: long, type: 'tree', oid: entry, size: null };
          return recursive ? [own, ...(await this.#list(entry, `${path}/`, true))] : [own];
        }
        // A commit of another repository is not here.
        const size = mode === submoduleMode ? null : ((await this.reader.info(entry))?.size ?? null);
        return [{ path, mode: long, type: size === null ? 'commit' : 'blob', oid: entry, size }];
      }),
    );
    return listed.flat();
  }

  /**
   * Takes note of a commit that a branch came to. From time to time git writes down which paths each commit changed
   * (its commit-graph): "which commits changed this folder" is asked at each look at a pull request, and without that
   * git compares the trees of the whole history each time.
   */
  noteHistory(commit: string): void {
    this.#unnoted += 1;
    if (this.#unnoted < manyCommits) return;
    this.#unnoted = 0;
    const args = ['commit-graph', 'write', '--stdin-commits', '--changed-paths', '--split', '--no-progress'];
    this.#noting = this.#noting
      .then(() => this.#git(args, { input: `${commit}\n` }))
      .then(
        () => undefined,
        (fault: unknown) => console.error('Git tidak dapat mencatat ringkasan riwayat:', fault),
      );
  }

  /** Resolves when nothing is being noted about history. */
  historyNoted(): Promise<void> {
    return this.#noting;
  }

  /** Commit ids reachable from `from` and not from `not`, newest first. */
  async history(
    from: string,
    options: { not?: readonly string[]; path?: string; limit?: number; skip?: number } = {},
  ): Promise<readonly string[]> {
    const args = ['rev-list', '--topo-order'];
    if (options.limit !== undefined) args.push(`--max-count=${options.limit}`);
    if (options.skip) args.push(`--skip=${options.skip}`);
    args.push(from, ...(options.not ?? []).map((oid) => `^${oid}`), '--');
    if (options.path) args.push(options.path);
    return this.#lines(args);
  }

  async mergeBase(one: string, other: string): Promise<string | undefined> {
    return (await this.#lines(['merge-base', one, other]))[0];
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    if (ancestor === descendant) return true;
    // Mostly it is the commit before: that is seen without a walk.
    if ((await this.commit(descendant))?.parents.includes(ancestor) === true) return true;
    return (await this.mergeBase(ancestor, descendant)) === ancestor;
  }

  /** Tree of the merge of two commits, or undefined when they conflict. */
  async mergeTree(base: string, head: string): Promise<string | undefined> {
    const args = ['merge-tree', '--write-tree', '--no-messages', base, head];
    return (await this.#lines(args))[0];
  }

  /** The files in which two commits or trees differ, by path. */
  changedFiles(from: string, to: string): Promise<readonly ChangedFile[]> {
    return this.#differences.get(`${from} ${to}`, () => changedFiles((args) => this.#git(args), from, to));
  }

  /** Lines of a command whose output never changes: all that it names are ids. None when it ends with 1: no, or conflicts. */
  #lines(args: readonly string[]): Promise<readonly string[]> {
    return this.#answers.get(args.join(' '), async () => {
      const { code, stdout } = await this.#git(args, { accept: [0, 1] });
      return code === 0 ? lines(stdout) : [];
    });
  }

  /**
   * Moves a reference from one commit to another (undefined: not there), only if it stands where it is said to
   * stand. False when it did not. The note goes into git's own log of the reference.
   */
  async compareAndSwap(
    ref: string,
    from: string | undefined,
    to: string | undefined,
    note: string,
  ): Promise<boolean> {
    const args = to
      ? ['update-ref', '--create-reflog', '-m', note, ref, to, from ?? zeroOid]
      : ['update-ref', '-d', '-m', note, ref, from ?? zeroOid];
    try {
      await this.#git(args);
      return true;
    } catch (fault) {
      if (
        fault instanceof GitFault &&
        /cannot lock ref|unable to resolve|unable to create/i.test(fault.stderr)
      )
        return false;
      throw fault;
    }
  }

  /** Notes in git's log of a reference, newest first. */
  async refNotes(ref: string): Promise<string[]> {
    const args = ['log', '--walk-reflogs', '--format=%gs', ref, '--'];
    return lines((await this.#git(args, { accept: [0, 128] })).stdout);
  }
}

/** Git's own notation (`@{1}`, `^`, `:/text`) is not for strangers: it searches, and some of it ends the reader. */
function isPlain(name: string): boolean {
  return !/[\s~^:?*[\\]|\.\.|@\{/.test(name);
}
