import { checkSettings, isSetting, parseSetting } from '../check/settings.ts';
import { collections } from '../../content/schema/collections.ts';
import { pelaksanaSchema } from '../../content/schema/pelaksana.ts';
import { buildAturan, type Aturan, type Parsed } from '../core/aturan.ts';
import type { Issue } from '../core/issue.ts';
import { removedRows } from '../core/pelaksana-rules.ts';
import type { Penugasan } from '../core/pelaksana.ts';
import { readWith } from '../core/schema-issues.ts';
import { readBlob } from './blob.ts';
import type { Client, Repository } from './read/client.ts';

interface TreeAnswer {
  readonly truncated: boolean;
  readonly tree: readonly { path: string; type: string; sha: string }[];
}

const mostKept = 20;
const known = new Map<string, Settings>();

/** The settings as they lie in a commit. */
export interface Settings {
  /** Everything that is wrong with them. */
  readonly issues: readonly Issue[];
  /** What they say about SOPs and roles; null where that has faults. */
  readonly aturan: Aturan | null;
}

/**
 * Reads the settings of a commit and all that is wrong with them. A change of the system with a fault is not
 * merged: with roles or an SOP that nobody can read, nothing could be approved any more, not even the mending.
 *
 * @param recorded the rows of `pelaksana.yml` that stand recorded: none of them may go (R2)
 */
export async function readSettings(
  client: Client,
  repository: Repository,
  commit: string,
  recorded: readonly Penugasan[],
): Promise<Settings> {
  const key = JSON.stringify([commit, recorded]);
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const { tree, truncated } = await listSettings(client, repository, commit);
  const files = tree.filter(({ path, type }) => type === 'blob' && isSetting(path));
  const results = await Promise.all(
    files.map(async ({ path, sha }) =>
      parseSetting(path, sha, (await readBlob(client, repository, sha)).toString('utf8')),
    ),
  );
  const parsed: Parsed[] = results.flatMap((result) => (result.ok ? [result.value] : []));
  const unreadable = results.flatMap((result) => (result.ok ? [] : result.issues));
  const issues = [
    ...(truncated ? [tooLarge] : []),
    ...unreadable,
    ...checkSettings(
      parsed,
      unreadable.map(({ file }) => file),
    ),
    ...parsed.filter(({ file }) => file === pelaksanaFile).flatMap((file) => gone(file, recorded)),
  ].filter(({ level }) => level === undefined);
  const [oldest] = known.keys();
  if (known.size >= mostKept && oldest !== undefined) known.delete(oldest);
  const aturan = buildAturan(parsed);
  const settings = { issues, aturan: aturan.ok ? aturan.value : null };
  known.set(key, settings);
  return settings;
}

/**
 * Files under `content/` that lie in no collection. Asked for folder by folder: the items of ten years would make the
 * list of a whole commit longer than GitHub gives it, and no change of the system could be approved any more.
 */
async function listSettings(client: Client, repository: Repository, commit: string): Promise<TreeAnswer> {
  const read = async (sha: string, isWhole: boolean) => {
    const { data } = await client.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      ...repository,
      tree_sha: sha,
      ...(isWhole ? { recursive: '1' } : {}),
    });
    return data as TreeAnswer;
  };
  const root = await read(commit, false);
  const content = root.tree.find(({ path, type }) => path === 'content' && type === 'tree');
  if (content === undefined) return { truncated: root.truncated, tree: [] };
  const top = await read(content.sha, false);
  const folders = top.tree.filter(
    ({ path, type }) => type === 'tree' && !collections.some(({ name }) => name === path),
  );
  const below = await Promise.all(
    folders.map(async ({ path, sha }) => {
      const { tree, truncated } = await read(sha, true);
      return { truncated, tree: tree.map((entry) => ({ ...entry, path: `${path}/${entry.path}` })) };
    }),
  );
  const all = [top, ...below];
  return {
    truncated: root.truncated || all.some(({ truncated }) => truncated),
    tree: all.flatMap(({ tree }) => tree).map((entry) => ({ ...entry, path: `content/${entry.path}` })),
  };
}

const pelaksanaFile = 'content/pelaksana.yml';

function gone(file: Parsed, recorded: readonly Penugasan[]): Issue[] {
  const rows = readWith(pelaksanaSchema, file);
  return rows.ok ? removedRows(file, recorded, rows.value) : [];
}

const tooLarge: Issue = {
  code: 'pohon-terlalu-besar',
  file: 'content',
  message:
    'Daftar berkas commit ini terlalu panjang untuk dibaca utuh, jadi pengaturannya tidak dapat diperiksa.',
};
