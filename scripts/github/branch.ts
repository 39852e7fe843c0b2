import { z } from 'zod';
import { readBlob } from './blob.ts';
import { statusOf, type Client, type Repository } from './read/client.ts';

/** The branch of the app's own records: `sistem.json`, `antrean.json`, `ledger/`. */
export const recordBranch = 'paraf';

/** A branch at one commit, to be read before it is changed. */
export interface Tip {
  /** Null where the branch does not exist yet. */
  readonly commit: string | null;
  /** Id of a file or folder, which names all that it holds; null where it is not there. */
  id(path: string): Promise<string | null>;
  /** Text of a file; null where it is not there. */
  read(path: string): Promise<string | null>;
  /** Names of files and folders in a folder; empty where it is not there. */
  list(path: string): Promise<readonly string[]>;
  /** Texts of all that lies in a folder, by name, in one read; null for what is no text. */
  texts(path: string): Promise<ReadonlyMap<string, string | null>>;
}

/** What a change writes; null for nothing. */
export interface Change {
  readonly message: string;
  readonly files: ReadonlyMap<string, string>;
}

const objectAnswer = z.object({
  repository: z.object({
    object: z
      .object({
        oid: z.string(),
        text: z.string().nullish(),
        isTruncated: z.boolean().nullish(),
        entries: z
          .array(z.object({ name: z.string(), object: z.object({ text: z.string().nullish() }).nullish() }))
          .nullish(),
      })
      .nullish(),
  }),
});

const objectQuery = `query Object($owner:String!,$repo:String!,$expression:String!){
 repository(owner:$owner,name:$repo){object(expression:$expression){oid ... on Blob{text isTruncated} ... on Tree{entries{name}}}}}`;

const idQuery = `query Id($owner:String!,$repo:String!,$expression:String!){
 repository(owner:$owner,name:$repo){object(expression:$expression){oid}}}`;

const folderQuery = `query Folder($owner:String!,$repo:String!,$expression:String!){
 repository(owner:$owner,name:$repo){object(expression:$expression){oid ... on Tree{entries{name object{... on Blob{text}}}}}}}`;

/** Reads the branch as it stands now. */
export async function tipOf(client: Client, repository: Repository, branch: string): Promise<Tip> {
  return tipAt(client, repository, await headOf(client, repository, branch));
}

/** Reads the branch as it stands, or stood, at a commit. */
export function tipAt(client: Client, repository: Repository, commit: string | null): Tip {
  const object = async (path: string, query = objectQuery) => {
    if (commit === null) return null;
    const raw = await client.graphql(query, { ...repository, expression: `${commit}:${path}` });
    return objectAnswer.parse(raw).repository.object ?? null;
  };
  return {
    commit,
    async id(path) {
      return (await object(path, idQuery))?.oid ?? null;
    },
    async read(path) {
      const found = await object(path);
      if (found === null) return null;
      if (typeof found.text === 'string' && found.isTruncated !== true) return found.text;
      // GraphQL cuts long files.
      return (await readBlob(client, repository, found.oid)).toString('utf8');
    },
    async texts(path) {
      const entries = (await object(path, folderQuery))?.entries ?? [];
      return new Map(entries.map(({ name, object: blob }) => [name, blob?.text ?? null]));
    },
    async list(path) {
      return (await object(path))?.entries?.map(({ name }) => name) ?? [];
    },
  };
}

/** Commit at the end of a branch, and of no tag of the same name; null where there is none. */
export async function headOf(client: Client, repository: Repository, branch: string): Promise<string | null> {
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/git/ref/{ref}', {
      ...repository,
      ref: `heads/${branch}`,
    });
    return (data as { object: { sha: string } }).object.sha;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

const maxAttempts = 10;

/**
 * Adds a commit to a branch by compare-and-swap: reads the tip, lets `change` say what to write, and moves the
 * branch only if nobody else did meanwhile; otherwise begins again from the new tip.
 *
 * @returns the new commit, or null where there was nothing to write
 */
export async function changeBranch(
  client: Client,
  repository: Repository,
  branch: string,
  change: (tip: Tip) => Promise<Change | null>,
): Promise<string | null> {
  for (let attempt = 1; ; attempt += 1) {
    const tip = await tipOf(client, repository, branch);
    const wanted = await change(tip);
    if (wanted === null) return null;
    const commit = await writeCommit(client, repository, tip.commit, wanted);
    try {
      await moveBranch(client, repository, branch, tip.commit, commit);
      return commit;
    } catch (error) {
      // 422 and 409: another writer was first.
      const status = statusOf(error);
      if ((status !== 422 && status !== 409) || attempt >= maxAttempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt + Math.random() * 50));
    }
  }
}

async function writeCommit(
  client: Client,
  repository: Repository,
  parent: string | null,
  { files, message }: Change,
): Promise<string> {
  const { data: tree } = await client.request('POST /repos/{owner}/{repo}/git/trees', {
    ...repository,
    ...(parent === null ? {} : { base_tree: parent }),
    tree: [...files].map(([path, content]) => ({ path, mode: '100644', type: 'blob', content })),
  });
  const { data: commit } = await client.request('POST /repos/{owner}/{repo}/git/commits', {
    ...repository,
    message,
    tree: (tree as { sha: string }).sha,
    parents: parent === null ? [] : [parent],
  });
  return (commit as { sha: string }).sha;
}

async function moveBranch(
  client: Client,
  repository: Repository,
  branch: string,
  from: string | null,
  to: string,
): Promise<void> {
  if (from === null)
    await client.request('POST /repos/{owner}/{repo}/git/refs', {
      ...repository,
      ref: `refs/heads/${branch}`,
      sha: to,
    });
  else
    await client.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
      ...repository,
      ref: `heads/${branch}`,
      sha: to,
      force: false,
    });
}
