import './zod-without-eval.ts';
import { collections } from '../../../../content/schema/collections.ts';
import { readWith } from '../../../../scripts/core/schema-issues.ts';
import { statusOf, type Client } from '../../../../scripts/github/read/client.ts';
import { parseDocument } from '../../../../scripts/markdown/front-matter.ts';
import type { Desk } from '../config.ts';
import { base64Of, type Upload } from './upload.ts';

/** A version of an item to be saved. */
export interface Saving {
  readonly folder: string;
  readonly koleksi: string;
  readonly index: string;
  readonly uploads: readonly Upload[];
  readonly message: string;
}

/** Why something cannot be saved, in words for the person. */
export class SaveRefused extends Error {}

/**
 * Adds a version to an item's branch, on top of what was on the screen; throws if somebody was faster. Saving again what
 * has arrived already (its answer was lost on the way) changes nothing.
 */
export async function saveVersion(
  desk: Desk,
  client: Client,
  head: { readonly ref: string; readonly oid: string },
  saving: Saving,
): Promise<void> {
  refuseFaults(saving);
  const { commit, tree } = await writeCommit(desk, client, head.oid, saving);
  try {
    await moveBranch(desk, client, head.ref, commit, false);
  } catch (error) {
    if (!isRefused(error)) throw error;
    const { data } = await client.request('GET /repos/{owner}/{repo}/commits/{ref}', {
      ...place(desk),
      ref: `heads/${head.ref}`,
    });
    if ((data as { commit: { tree: { sha: string } } }).commit.tree.sha === tree) return;
    throw new SaveRefused(
      'Belum tersimpan: isinya baru saja diubah orang lain. Tutup lembar ini, lihat perubahannya, lalu isi lagi.',
    );
  }
}

/** What a form has begun, by branch: the commit that it last tried to put there. */
export type Begun = Map<string, string>;

/**
 * Opens an item: a commit on top of `main`, its branch, its pull request and Decap's label, as Decap would. Where the
 * line broke in between, the same form goes on from there.
 *
 * @param begun of the form; kept by it until the item is open
 * @returns number of the pull request
 */
export async function openItem(
  desk: Desk,
  client: Client,
  saving: Saving,
  title: string,
  begun: Begun,
): Promise<number> {
  refuseFaults(saving);
  // Decap's collection of this year begins below the year: under another name it would not find the item.
  const branch = `cms/${saving.folder.slice('content/'.length).replace(/^([a-z-]+)\/20\d\d\//, '$1/')}/index`;
  const main = await mainHead(desk, client, saving.folder);
  const { commit } = await writeCommit(desk, client, main, saving);
  const isAgain = await takeBranch(desk, client, branch, commit, begun);
  const number = await openPull(desk, client, branch, title, isAgain);
  await client.request('PUT /repos/{owner}/{repo}/issues/{issue_number}/labels', {
    ...place(desk),
    issue_number: number,
    labels: ['decap-cms/draft'],
  });
  return number;
}

/**
 * Makes the branch of a new item; throws where it is somebody else's.
 *
 * @returns whether this form had made it before
 */
async function takeBranch(
  desk: Desk,
  client: Client,
  branch: string,
  commit: string,
  begun: Begun,
): Promise<boolean> {
  const before = begun.get(branch);
  begun.set(branch, commit);
  try {
    await client.request('POST /repos/{owner}/{repo}/git/refs', {
      ...place(desk),
      ref: `refs/heads/${branch}`,
      sha: commit,
    });
    return false;
  } catch (error) {
    if (!isRefused(error)) throw error;
    const { data } = await client.request('GET /repos/{owner}/{repo}/git/ref/{ref}', {
      ...place(desk),
      ref: `heads/${branch}`,
    });
    if (before !== (data as { object: { sha: string } }).object.sha) {
      begun.delete(branch);
      throw new SaveRefused(taken);
    }
    await moveBranch(desk, client, branch, commit, true);
    return true;
  }
}

async function openPull(
  desk: Desk,
  client: Client,
  branch: string,
  title: string,
  isAgain: boolean,
): Promise<number> {
  try {
    const { data } = await client.request('POST /repos/{owner}/{repo}/pulls', {
      ...place(desk),
      title,
      body: 'Dibuat di Meja.',
      head: branch,
      base: 'main',
    });
    return (data as { number: number }).number;
  } catch (error) {
    if (!isAgain || !isRefused(error)) throw error;
    const { data } = await client.request('GET /repos/{owner}/{repo}/pulls', {
      ...place(desk),
      state: 'open',
      head: `${desk.owner}:${branch}`,
    });
    const [pull] = data as readonly { number: number }[];
    if (pull === undefined) throw error;
    return pull.number;
  }
}

async function moveBranch(
  desk: Desk,
  client: Client,
  branch: string,
  sha: string,
  force: boolean,
): Promise<void> {
  await client.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
    ...place(desk),
    ref: `heads/${branch}`,
    sha,
    force,
  });
}

/** Whether the server understood, and said no: something stands there already. */
function isRefused(error: unknown): boolean {
  return statusOf(error) === 422 || statusOf(error) === 409;
}

const taken =
  'Belum tersimpan: sudah ada yang berjudul sama pada bulan ini. Bedakan judulnya, lalu simpan lagi.';

const place = ({ owner, repo }: Desk) => ({ owner, repo });

const mainQuery = `query Main($owner:String!,$repo:String!,$head:String!,$folder:String!){
 repository(owner:$owner,name:$repo){head:object(expression:$head){oid} folder:object(expression:$folder){oid}}}`;

/** Head of `main`; throws where the folder is there already: a new item would change a published one. */
async function mainHead(desk: Desk, client: Client, folder: string): Promise<string> {
  const { repository } = (await client.graphql(mainQuery, {
    ...place(desk),
    head: 'refs/heads/main',
    folder: `refs/heads/main:${folder}`,
  })) as { repository: { head: { oid: string } | null; folder: { oid: string } | null } };
  if (repository.folder !== null) throw new SaveRefused(taken);
  if (repository.head === null)
    throw new SaveRefused('Cabang main tidak ditemukan. Hubungi pengelola sistem.');
  return repository.head.oid;
}

/** The gate would find the same faults later; here they are told while the form is open. */
function refuseFaults({ koleksi, folder, index }: Saving): void {
  const collection = collections.find(({ name }) => name === koleksi);
  if (collection === undefined) throw new SaveRefused(`Koleksi ${koleksi} tidak dikenal.`);
  const parsed = parseDocument(`${folder}/index.md`, '', index);
  const checked = parsed.ok ? readWith(collection.schema, parsed.value) : parsed;
  if (!checked.ok) throw new SaveRefused(checked.issues.map(({ message }) => message).join(' '));
}

async function writeCommit(
  desk: Desk,
  client: Client,
  parent: string,
  saving: Saving,
): Promise<{ commit: string; tree: string }> {
  const { folder, index, uploads, message } = saving;
  const blobs: { path: string; sha: string }[] = [];
  for (const { name, blob } of uploads) {
    const { data } = await client.request('POST /repos/{owner}/{repo}/git/blobs', {
      ...place(desk),
      content: await base64Of(blob),
      encoding: 'base64',
    });
    blobs.push({ path: `${folder}/${name}`, sha: (data as { sha: string }).sha });
  }
  const file = { mode: '100644', type: 'blob' } as const;
  const { data: made } = await client.request('POST /repos/{owner}/{repo}/git/trees', {
    ...place(desk),
    base_tree: parent,
    tree: [
      { ...file, path: `${folder}/index.md`, content: index },
      ...blobs.map(({ path, sha }) => ({ ...file, path, sha })),
    ],
  });
  const tree = (made as { sha: string }).sha;
  const { data: commit } = await client.request('POST /repos/{owner}/{repo}/git/commits', {
    ...place(desk),
    message,
    tree,
    parents: [parent],
  });
  return { commit: (commit as { sha: string }).sha, tree };
}
