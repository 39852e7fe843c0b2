import { ledgerNumber, ledgerPath, ledgerRoot } from '../../core/ledger.ts';
import { sistemFile } from '../../github/read/record.ts';
import { airingRoot } from '../proof/ledger-history.ts';
import type { LedgerFile } from '../verify.ts';
import { chain } from './chain.ts';
import { differences, folderIn, type Trees } from './trees.ts';
import { Unsure } from './unsure.ts';

/** A file that came to the ledger. */
type NewFile = Omit<LedgerFile, 'entry'>;

/**
 * Files that came to the ledger since a commit of branch `paraf`, in order. Every commit in between added records, with
 * the next numbers, and touched none that was there (as `historyIssues` and `readLedger` ask of the whole branch).
 */
export async function ledgerSince(
  trees: Trees,
  since: { readonly paraf: string; readonly last: number },
  paraf: string,
): Promise<NewFile[]> {
  const links = await chain(trees, 'paraf', paraf, since.paraf);
  const files: NewFile[] = [];
  for (const [place, { tree, parents, oid }] of links.slice(0, -1).entries()) {
    if (parents.length > 1) throw new Unsure(`Commit ${oid} di cabang paraf menggabungkan dua riwayat.`);
    files.push(...(await added(trees, links[place + 1]!.tree, tree)));
  }
  files.sort((a, b) => a.number - b.number);
  for (const [place, { number, path }] of files.entries()) {
    const month = path.split('/').slice(1, 3).join('/');
    if (
      number !== since.last + place + 1 ||
      !/^\d{4}\/\d{2}$/.test(month) ||
      path !== ledgerPath(month, number)
    )
      throw new Unsure(`${path} bukan catatan nomor ${since.last + place + 1} di folder bulannya.`);
  }
  return files;
}

/** Records that one commit added. */
async function added(trees: Trees, before: string, after: string): Promise<NewFile[]> {
  const [old, now] = await trees.lines([before, after]);
  const pair = (name: string) => [old, now].map((lines) => lines!.find((line) => line.name === name) ?? null);
  const [listBefore, listAfter] = pair(sistemFile);
  if (listBefore?.oid !== listAfter?.oid || listBefore?.mode !== listAfter?.mode)
    throw new Unsure('Ada keadaan sistem yang baru dicatat.');
  const files: NewFile[] = [];
  for (const root of [ledgerRoot, airingRoot]) {
    const [a, b] = pair(root);
    if (a?.oid === b?.oid && a?.mode === b?.mode) continue;
    if ((a !== null && folderIn(a) === null) || (b !== null && folderIn(b) === null))
      throw new Unsure(`${root} di cabang paraf bukan folder.`);
    const changed = await differences(trees, folderIn(a), folderIn(b), root, () => false);
    for (const difference of changed) {
      if (difference.before !== null || difference.after?.mode !== '100644')
        throw new Unsure(`${difference.path} di cabang paraf bukan hanya ditambahkan.`);
      const { path, after } = difference;
      if (root === ledgerRoot)
        files.push({ number: ledgerNumber(path.split('/').at(-1)!) ?? 0, path, oid: after.oid });
    }
  }
  return files;
}
