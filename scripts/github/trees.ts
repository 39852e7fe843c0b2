import { z } from 'zod';
import { sistemSidik, type TreeLine } from '../publish/tree.ts';
import type { MergeResult } from '../core/messages.ts';
import { headOf } from './branch.ts';
import type { Client, Repository } from './read/client.ts';

const tree = z
  .object({
    entries: z.array(z.object({ name: z.string(), mode: z.number(), oid: z.string() })).nullish(),
  })
  .nullish();

const answer = z.object({ repository: z.object({ root: tree, content: tree }) });

const query = `query Sistem($owner:String!,$repo:String!,$root:String!,$content:String!){
 repository(owner:$owner,name:$repo){
  root:object(expression:$root){... on Tree{entries{name mode oid}}}
  content:object(expression:$content){... on Tree{entries{name mode oid}}}}}`;

/** Sidik of a commit's tree without its item folders. */
export async function sistemSidikOf(client: Client, repository: Repository, commit: string): Promise<string> {
  const raw = await client.graphql(query, {
    ...repository,
    root: `${commit}:`,
    content: `${commit}:content`,
  });
  const { root, content } = answer.parse(raw).repository;
  if (!root?.entries) throw new Error(`the tree of ${commit} cannot be read`);
  return sistemSidik(root.entries.map(lineOf), content?.entries?.map(lineOf) ?? []);
}

function lineOf(entry: { name: string; mode: number; oid: string }): TreeLine {
  return { name: entry.name, mode: entry.mode.toString(8), oid: entry.oid };
}

const oneAnswer = z.object({
  repository: z.object({ folder: z.object({ oid: z.string() }).nullish() }),
});

/** Tree that lies at a folder's path in a commit; null where nothing does. */
export async function folderSidikOf(
  client: Client,
  repository: Repository,
  commit: string,
  folder: string,
): Promise<string | null> {
  const raw = await client.graphql(
    'query Folder($owner:String!,$repo:String!,$at:String!){repository(owner:$owner,name:$repo){folder:object(expression:$at){oid}}}',
    { ...repository, at: `${commit}:${folder}` },
  );
  return oneAnswer.parse(raw).repository.folder?.oid ?? null;
}

const folderAnswer = z.object({
  repository: z.object({
    before: z.object({ oid: z.string() }).nullish(),
    now: z.object({ oid: z.string() }).nullish(),
  }),
});

const folderQuery = `query Merge($owner:String!,$repo:String!,$before:String!,$now:String!){
 repository(owner:$owner,name:$repo){before:object(expression:$before){oid} now:object(expression:$now){oid}}}`;

/**
 * Whether merging a head into `main` leaves in the item's folder (or outside all of them, for `null`) exactly what
 * the head has there: so it is if `main` did not touch it since the branch left.
 */
export async function readMergeResult(
  client: Client,
  repository: Repository,
  head: string,
  folder: string | null,
): Promise<MergeResult> {
  const main = await headOf(client, repository, 'main');
  if (main === null) throw new Error('branch main is gone');
  const { data } = await client.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    ...repository,
    basehead: `${main}...${head}`,
    per_page: 1,
  });
  const { merge_base_commit: base } = z
    .object({ merge_base_commit: z.object({ sha: z.string() }) })
    .parse(data);
  if (main === base.sha) return 'sama';
  if (folder === null) {
    const [before, now] = await Promise.all(
      [base.sha, main].map((commit) => sistemSidikOf(client, repository, commit)),
    );
    return before === now ? 'sama' : 'berbeda';
  }
  const raw = await client.graphql(folderQuery, {
    ...repository,
    before: `${base.sha}:${folder}`,
    now: `${main}:${folder}`,
  });
  const { before, now } = folderAnswer.parse(raw).repository;
  return before?.oid === now?.oid ? 'sama' : 'berbeda';
}
