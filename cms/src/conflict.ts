/** That a draft was changed by somebody else since it was opened here: its save was refused. */
export interface Bentrok {
  readonly branch: string;
  /** Login or name of who changed it, where the server says so. */
  readonly by: string | null;
  /** ISO 8601. */
  readonly at: string | null;
}

/** A save that would have overwritten somebody else's newer work. Decap prints it as `${error}`. */
export class BentrokError extends Error {
  override name = '';
  readonly bentrok: Bentrok;
  constructor(bentrok: Bentrok) {
    const who = bentrok.by === null ? 'orang lain' : bentrok.by;
    super(
      `Naskah ini sudah diubah ${who} sejak Anda membukanya. Tulisan Anda masih ada di formulir ini: salin atau unduh lewat kotak di atas formulir, lalu muat versi terbarunya.`,
    );
    this.bentrok = bentrok;
  }
}

/** Path → blob id of all that a draft changes; null where the branch is not there. */
type Content = ReadonlyMap<string, string> | null;

/**
 * Keeps two editors of one draft from overwriting each other in silence. Decap moves a draft's branch by force and never
 * looks at what stands there; this remembers, for each branch, the content that the form was filled with, and lets the
 * branch move only while that is still its content. Commits that left the content alone (a merge of `main`) do not
 * count. It asks right before the move, because what goes before (uploading a film) can take a minute; what GitHub's
 * API cannot close is the moment between answer and move.
 */
export function guardBranches(api: DecapApi): void {
  const known = new Map<string, Content>();
  const { retrieveUnpublishedEntryData, patchBranch, createBranch } = api;

  api.retrieveUnpublishedEntryData = async (key) => {
    const entry = await retrieveUnpublishedEntryData.call(api, key);
    known.set(`cms/${key}`, new Map(entry.diffs.map(({ path, id }) => [path, id])));
    return entry;
  };

  api.patchBranch = async (branch, sha, options) => {
    if (!known.has(branch)) return patchBranch.call(api, branch, sha, options);
    const head = await headOf(api, branch);
    if (head !== null && !same(await contentAt(api, head.commit.sha), known.get(branch) ?? null))
      throw new BentrokError(changeOf(branch, head));
    const moved = await patchBranch.call(api, branch, sha, options);
    // Decap goes on with what it has: the form now holds what this commit says.
    known.set(branch, await contentAt(api, sha));
    return moved;
  };

  // Decap takes a branch that is already there for a left-over, and overwrites it: it may be a colleague's new draft.
  api.createBranch = async (branch, sha) => {
    const head = branch.startsWith('cms/') ? await headOf(api, branch) : null;
    if (head !== null && (await hasPull(api, branch))) throw new BentrokError(changeOf(branch, head));
    const made = await createBranch.call(api, branch, sha);
    if (branch.startsWith('cms/')) known.set(branch, await contentAt(api, sha));
    return made;
  };
}

async function headOf(api: DecapApi, branch: string): Promise<DecapBranch | null> {
  try {
    return await api.getBranch(branch);
  } catch (error) {
    if ((error as { status?: unknown } | null)?.status === 404) return null;
    throw error;
  }
}

async function contentAt(api: DecapApi, sha: string): Promise<Content> {
  const { files = [] } = await api.getDifferences(api.branch, sha);
  return new Map(files.map(({ filename, sha: id }) => [filename, id ?? '']));
}

async function hasPull(api: DecapApi, branch: string): Promise<boolean> {
  return (await api.getPullRequests(branch, 'open', () => true)).length > 0;
}

function same(a: Content, b: Content): boolean {
  if (a === null || b === null) return a === b;
  return a.size === b.size && [...a].every(([path, id]) => b.get(path) === id);
}

function changeOf(branch: string, { commit }: DecapBranch): Bentrok {
  return {
    branch,
    by: commit.author?.login ?? commit.commit?.author?.name ?? null,
    at: commit.commit?.committer?.date ?? null,
  };
}
