import { collections, placeOf } from '../../content/schema/collections.ts';
import type { LedgerEntry } from '../core/ledger.ts';
import type { Git, GitEntry } from './git.ts';
import { isPortable } from './portable.ts';

/** Something on `main` that nobody approved, or something approved that is not there. */
export interface Finding {
  readonly code:
    | 'belum-disetujui'
    | 'bukan-yang-disetujui'
    | 'sudah-dicabut'
    | 'hilang'
    | 'tersesat'
    | 'bukan-berkas-biasa'
    | 'sistem-belum-disetujui';
  /** Path in the repository; empty for the system as a whole. */
  readonly path: string;
  /** What lies there now; null where nothing does. */
  readonly sidik: string | null;
  readonly message: string;
}

/** What lies at an item's path. */
export interface Folder {
  readonly oid: string;
  /** Entries that are no ordinary files, or cannot be written as such everywhere. */
  readonly odd: readonly string[];
}

/**
 * What is wrong with what lies at an item's path, by the ledger's latest word of it; null where nothing is.
 *
 * @param folder null where nothing lies there
 */
export function judge(path: string, folder: Folder | null, entry: LedgerEntry | undefined): Finding | null {
  if (folder === null)
    return entry?.jenis !== 'item'
      ? null
      : {
          code: 'hilang',
          path,
          sidik: null,
          message: `Butir ${path} sudah disetujui, tetapi tidak ada lagi di main. Yang sudah terbit tidak dihapus: kembalikan foldernya (sidik ${entry.sidik}), atau cabut lewat alur.`,
        };
  const { oid, odd } = folder;
  const common = { path, sidik: oid };
  if (entry === undefined || entry.jenis === 'sistem')
    return {
      ...common,
      code: 'belum-disetujui',
      message: `Butir ${path} ada di main tanpa persetujuan, jadi tidak diterbitkan. Kembalikan main, lalu ajukan butirnya lewat Decap.`,
    };
  if (entry.jenis === 'pencabutan')
    return entry.sidik === oid
      ? null
      : {
          ...common,
          code: 'sudah-dicabut',
          message: `Butir ${path} sudah dicabut, tetapi isinya di main berubah lagi. Tidak diterbitkan; ajukan lewat alur bila memang akan terbit lagi.`,
        };
  if (entry.sidik !== oid)
    return {
      ...common,
      code: 'bukan-yang-disetujui',
      message: `Isi ${path} di main (sidik ${oid}) bukan yang terakhir disetujui (sidik ${entry.sidik}), jadi tidak diterbitkan. Kembalikan foldernya ke isi yang disetujui, atau ajukan perubahannya lewat Decap.`,
    };
  if (odd.length > 0)
    return {
      ...common,
      code: 'bukan-berkas-biasa',
      message: `Butir ${path} memuat tautan, repositori lain, berkas yang dapat dijalankan, atau nama yang tidak dapat disalin ke setiap komputer (${odd.slice(0, 3).join(', ')}), jadi tidak diterbitkan. Hapus lewat ralat.`,
    };
  return null;
}

/** The finding that what is no item on `main` is not what was approved last; none where it is. */
export function sistemFinding(
  now: string,
  approved: string,
  { commit }: { readonly commit: string },
): Finding[] {
  if (now === approved) return [];
  return [
    {
      code: 'sistem-belum-disetujui',
      path: '',
      sidik: now,
      message: `Program, pengaturan, atau halaman di main (sidik ${now}) bukan yang terakhir disetujui (sidik ${approved}). Portal tetap memakai yang disetujui (commit ${commit}). Kembalikan main, atau ajukan perubahannya lewat pull request sistem.`,
    },
  ];
}

/** A file of a collection that lies in no item's folder. */
export function strayFinding(path: string, sidik: string): Finding {
  return {
    code: 'tersesat',
    path,
    sidik,
    message: `Berkas ${path} tidak berada dalam folder butir mana pun, jadi tidak diterbitkan. Pindahkan atau hapus.`,
  };
}

/** Stray files first, then the system, then items; by path. However it was found, the same is told the same. */
export function byPlace(a: Finding, b: Finding): number {
  return rank(a) - rank(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}

const rank = ({ code }: Finding) => (code === 'tersesat' ? 0 : code === 'sistem-belum-disetujui' ? 1 : 2);

/** Item folders on `main`, and files of collections that lie in none. */
export function itemsOn(git: Git, main: string): { items: Map<string, Folder>; stray: Finding[] } {
  const items = new Map<string, Folder & { odd: string[]; readonly names: Set<string> }>();
  const stray: Finding[] = [];
  const lines = git.tree(main, {
    isRecursive: true,
    paths: collections.map(({ name }) => `content/${name}/`),
  });
  const folders = new Map(lines.filter(({ type }) => type === 'tree').map(({ path, oid }) => [path, oid]));
  for (const line of lines.filter(({ type }) => type !== 'tree')) {
    const place = placeOf(line.path);
    const oid = place.kind === 'item' ? folders.get(place.folder) : undefined;
    if (place.kind !== 'item' || oid === undefined) {
      stray.push(strayFinding(line.path, line.oid));
      continue;
    }
    const item = items.get(place.folder) ?? { oid, odd: [], names: new Set() };
    if (!isItemFile({ ...line, path: place.rest }, item.names)) item.odd.push(place.rest);
    items.set(place.folder, item);
  }
  return { items, stray };
}

/** An item's folder, from all files in it; null for one without a file. */
export function folderOf(oid: string, files: readonly FileLine[]): Folder | null {
  const names = new Set<string>();
  const odd = files.filter((file) => !isItemFile(file, names)).map(({ path }) => path);
  return files.length === 0 ? null : { oid, odd };
}

/** What a folder says of a file in it. */
type FileLine = Pick<GitEntry, 'mode' | 'path'>;

/**
 * Ordinary files alone, of names that no system takes for another's: a symbolic link could show anything of the
 * machine that builds, and one item that cannot be written as it was signed must not stop all others.
 *
 * @param names those of the item so far; the name is added
 */
function isItemFile(entry: FileLine, names: Set<string>): boolean {
  const name = entry.path.normalize('NFC').toLowerCase();
  const isNew = !names.has(name);
  names.add(name);
  return isNew && entry.mode === '100644' && isPortable(entry);
}
