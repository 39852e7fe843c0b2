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

/** Adds a version to an item's branch, on top of what was on the screen; throws if somebody was faster. */
export async function saveVersion(
  desk: Desk,
  client: Client,
  head: { readonly ref: string; readonly oid: string },
  saving: Saving,
): Promise<void> {
  refuseFaults(saving);
  const commit = await writeCommit(desk, client, head.oid, saving);
  try {
    await client.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
      ...place(desk),
      ref: `heads/${head.ref}`,
      sha: commit,
      force: false,
    });
  } catch (error) {
    if (statusOf(error) !== 422 && statusOf(error) !== 409) throw error;
    throw new SaveRefused(
      'Belum tersimpan: isinya baru saja diubah orang lain. Tutup lembar ini, lihat perubahannya, lalu isi lagi.',
    );
  }
}

/**
 * Opens an item: a commit on top of `main`, its branch, its pull request and Decap's label, as Decap would.
 *
 * @returns number of the pull request
 */
export async function openItem(desk: Desk, client: Client, saving: Saving, title: string): Promise<number> {
  refuseFaults(saving);
  // Decap's collection of this year begins below the year: under another name it would not find the item.
  const branch = `cms/${saving.folder.slice('content/'.length).replace(/^([a-z-]+)\/20\d\d\//, '$1/')}/index`;
  const main = await mainHead(desk, client, saving.folder);
  const commit = await writeCommit(desk, client, main, saving);
  try {
    await client.request('POST /repos/{owner}/{repo}/git/refs', {
      ...place(desk),
      ref: `refs/heads/${branch}`,
      sha: commit,
    });
  } catch (error) {
    if (statusOf(error) === 422) throw new SaveRefused(taken);
    throw error;
  }
  const { data } = await client.request('POST /repos/{owner}/{repo}/pulls', {
    ...place(desk),
    title,
    body: 'Dibuat di Meja.',
    head: branch,
    base: 'main',
  });
  const { number } = data as { number: number };
  await client.request('PUT /repos/{owner}/{repo}/issues/{issue_number}/labels', {
    ...place(desk),
    issue_number: number,
    labels: ['decap-cms/draft'],
  });
  return number;
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

async function writeCommit(desk: Desk, client: Client, parent: string, saving: Saving): Promise<string> {
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
  const { data: tree } = await client.request('POST /repos/{owner}/{repo}/git/trees', {
    ...place(desk),
    base_tree: parent,
    tree: [
      { ...file, path: `${folder}/index.md`, content: index },
      ...blobs.map(({ path, sha }) => ({ ...file, path, sha })),
    ],
  });
  const { data: commit } = await client.request('POST /repos/{owner}/{repo}/git/commits', {
    ...place(desk),
    message,
    tree: (tree as { sha: string }).sha,
    parents: [parent],
  });
  return (commit as { sha: string }).sha;
}
