import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerEntry } from '../../../scripts/core/ledger.ts';
import { readFolder, treeId } from '../../../scripts/publish/index/tree.ts';

/** One item for a tree to publish. */
export interface SampleItem {
  readonly path: string;
  readonly index: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly at: string;
  /** Lies in the tree, and is in no ledger. */
  readonly unapproved?: boolean;
}

/**
 * Writes a tree as the publisher does, for tests: the repository's own settings and SOPs, these items, and
 * `penerbitan.json` with the records of those that were approved.
 */
export function writePublication(root: string, repository: string, items: readonly SampleItem[]): void {
  for (const name of ['situs.yml', 'alur.yml', 'opd', 'sop'])
    cpSync(join(repository, 'content', name), join(root, 'content', name), { recursive: true });
  const entries: LedgerEntry[] = [];
  for (const { path, index, files = {}, at, unapproved } of items) {
    mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, path, 'index.md'), index);
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(root, path, name), bytes);
    if (unapproved !== true) entries.push(entryOf(path, treeId(readFolder(join(root, path))), at));
  }
  mkdirSync(join(root, 'content/halaman'), { recursive: true });
  writeFileSync(
    join(root, 'content/halaman/tentang.md'),
    '---\njudul: Tentang portal ini\nringkasan: Siapa yang menulis dan siapa yang menyetujui.\nurutan: 1\n---\n\nHalo.\n',
  );
  writeFileSync(
    join(root, 'penerbitan.json'),
    JSON.stringify({ asOf: '2026-11-20', commit: '0'.repeat(40), items: entries }),
  );
}

function entryOf(path: string, sidik: string, at: string): LedgerEntry {
  const step = (no: number, tindakan: string, peran: string, atasNama: string, minutes: number) => ({
    no,
    tindakan,
    peran,
    atasNama,
    akun: 1000 + no,
    at: new Date(Date.parse(at) - minutes * 60_000).toISOString(),
    review: tindakan === 'periksa' || tindakan === 'setujui' ? String(no) : null,
    sidik,
  });
  return {
    jenis: 'item',
    versi: 1,
    pull: 7,
    commit: '1'.repeat(40),
    at,
    path,
    koleksi: 'berita',
    sidik,
    sop: 'penyebarluasan-informasi',
    sopVersion: '2'.repeat(40),
    langkah: [
      step(1, 'liput', 'tim-peliputan', 'Tim Peliputan', 300),
      step(2, 'susun', 'penyusun-bahan-informasi', 'Penyusun Bahan Informasi', 180),
      step(3, 'periksa', 'tim-pengolah-informasi', 'Tim Pengolah Informasi', 31),
      step(4, 'setujui', 'tim-pengolah-informasi', 'Tim Pengolah Informasi', 2),
    ],
    putaranKoreksi: 1,
  };
}
