import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf } from '../../../content/schema/collections.ts';
import { readCheckout } from '../../../scripts/check/checkout.ts';
import { buildAturan } from '../../../scripts/core/aturan.ts';
import { formatIssue } from '../../../scripts/core/issue.ts';
import type { LedgerEntry } from '../../../scripts/core/ledger.ts';
import { kindOfLangkah } from '../../../scripts/core/sop.ts';
import { buildIndex } from '../../../scripts/publish/index/build-index.ts';
import { openIndex } from '../../../scripts/publish/index/database.ts';
import { fromDirectory } from '../../../scripts/publish/index/from-directory.ts';
import { measureBy } from '../../../scripts/publish/index/measure.ts';
import { readFolder, treeId } from '../../../scripts/publish/index/tree.ts';

/** One item for a tree to publish. */
export interface SampleItem {
  readonly path: string;
  readonly index: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly at: string;
  /** Lies in the tree, and is in no ledger. */
  readonly unapproved?: boolean;
  /** Was published once, and withdrawn for this reason: nothing of it lies in the tree. */
  readonly withdrawn?: string;
}

/**
 * Writes a tree as the publisher does, for tests: the repository's own settings and SOPs, and these items. Beside it
 * lie the records of those that were approved, for `indexPublication`.
 */
export function writePublication(root: string, repository: string, items: readonly SampleItem[]): void {
  for (const name of [
    'situs.yml',
    'ppid.yml',
    'alur.yml',
    'pelaksana.yml',
    'kalender.yml',
    'opd',
    'sop',
    'lambang.svg',
  ])
    cpSync(join(repository, 'content', name), join(root, 'content', name), { recursive: true });
  const entryOf = entriesOf(repository);
  const entries = items.flatMap((item) => {
    const folder = join(root, item.path);
    if (item.withdrawn !== undefined) return [entryOf(item, '3'.repeat(40))];
    mkdirSync(folder, { recursive: true });
    for (const [name, bytes] of Object.entries({ ...item.files, 'index.md': item.index }))
      writeFileSync(join(folder, name), bytes);
    return item.unapproved === true ? [] : [entryOf(item, treeId(readFolder(folder)))];
  });
  for (const name of ['tentang.md', 'kontak.md'])
    cpSync(join(repository, 'content/halaman', name), join(root, 'content/halaman', name));
  writeFileSync(join(root, ledgerFile), JSON.stringify(entries));
}

const ledgerFile = 'buku.json';

/**
 * Prepares the index of such a tree, as the publisher does before each build.
 *
 * @param base where the portal stands on its host
 * @returns file of the index: `PARAF_INDEX`
 */
export function indexPublication(root: string, base = '/'): string {
  const entries = JSON.parse(readFileSync(join(root, ledgerFile), 'utf8')) as LedgerEntry[];
  const file = join(root, 'indeks.sqlite');
  const database = openIndex(file);
  try {
    buildIndex(database, {
      ledger: entries.map((entry, n) => ({ number: n + 1, entry })),
      live: entries.filter((entry) => entry.jenis === 'item'),
      readTree: fromDirectory(root),
      base,
      measure: measureBy(root),
      state: { asOf: '2026-11-20', sistem: '0'.repeat(40), tunggakan: [] },
    });
  } finally {
    database.close();
  }
  return file;
}

/** Makes records of approval, each with the steps of the SOP that governs its item. */
function entriesOf(repository: string) {
  const aturan = buildAturan(readCheckout(repository).parsed);
  if (!aturan.ok) throw new Error(aturan.issues.map(formatIssue).join('\n'));
  const { alur, sops } = aturan.value;
  return ({ path, at, withdrawn }: SampleItem, sidik: string): LedgerEntry => {
    const place = placeOf(`${path}/index.md`);
    if (place.kind !== 'item') throw new Error(`not an item folder: ${path}`);
    const koleksi = place.collection.name;
    const common = { versi: 1, pull: 7, commit: '1'.repeat(40), at, path, koleksi, sidik } as const;
    if (withdrawn !== undefined) return { jenis: 'pencabutan', ...common, alasan: withdrawn };
    const sop = sops.get(alur.get(koleksi)?.sop ?? '');
    if (sop === undefined) throw new Error(`${koleksi} has no SOP`);
    const done = sop.langkah.filter(
      (langkah) => !langkah.hanyaKoreksi && ['maker', 'reviewer'].includes(kindOfLangkah(langkah)),
    );
    return {
      jenis: 'item',
      ...common,
      sop: sop.id,
      sopVersion: sop.version,
      langkah: done.map((langkah, n) => ({
        no: langkah.no,
        tindakan: langkah.tindakan,
        peran: langkah.pelaksana[0]!,
        atasNama: sop.pelaksana.find(({ id }) => id === langkah.pelaksana[0])!.nama,
        akun: 1000 + langkah.no,
        at: new Date(Date.parse(at) - (2 + 29 * (done.length - 1 - n)) * 60_000).toISOString(),
        review: kindOfLangkah(langkah) === 'reviewer' ? String(langkah.no) : null,
        sidik,
      })),
      putaranKoreksi: 1,
    };
  };
}
