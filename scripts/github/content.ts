import type { ItemFile } from '../check/file.ts';
import { fileTypes } from '../check/file-types.ts';
import { checkItem } from '../check/item.ts';
import type { Issue } from '../core/issue.ts';
import { limits } from '../markdown/yaml.ts';
import { readBlob } from './blob.ts';
import type { Client, Repository } from './read/client.ts';

const mostKept = 500;
const known = new Map<string, readonly Issue[]>();

/** No file of an item may be larger than this, whatever its kind: larger ones are judged by their size alone. */
const mostBytes = Math.max(limits.fileBytes, ...[...fileTypes.values()].map(({ limit }) => limit));

interface TreeAnswer {
  readonly truncated: boolean;
  readonly tree: readonly { path: string; type: string; sha: string; size?: number }[];
}

/**
 * Everything that is wrong with the files of an item, judged by their bytes (design, section 10). The bytes under a
 * tree id never change, so each content is read once.
 *
 * @param folder the item's folder in the repository
 * @param sidik its Git tree id
 */
export async function checkContent(
  client: Client,
  repository: Repository,
  folder: string,
  sidik: string,
): Promise<readonly Issue[]> {
  const key = `${folder} ${sidik}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const { data } = await client.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
    ...repository,
    tree_sha: sidik,
  });
  const { tree, truncated } = data as TreeAnswer;
  if (truncated) return [tooMany(folder)];
  const files = await Promise.all(
    tree
      .filter(({ type }) => type === 'blob')
      .map(async ({ path, sha, size = 0 }): Promise<ItemFile> => {
        if (size > mostBytes) return { name: path, size };
        return { name: path, size, bytes: await readBlob(client, repository, sha) };
      }),
  );
  // The schema and the offices are judged by the reader, which Meja shares.
  const issues = checkItem(folder, files, { opdIds: [] });
  const [oldest] = known.keys();
  if (known.size >= mostKept && oldest !== undefined) known.delete(oldest);
  known.set(key, issues);
  return issues;
}

function tooMany(folder: string): Issue {
  return {
    code: 'berkas-terlalu-banyak',
    file: folder,
    message: 'Berkas dalam folder ini terlalu banyak untuk diperiksa. Hapus yang tidak dipakai.',
  };
}
