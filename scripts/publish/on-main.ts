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

/** What is wrong with what lies at an item's path, by the ledger's latest word of it; null where nothing is. */
export function judge(path: string, { oid, odd }: Folder, entry: LedgerEntry | undefined): Finding | null {
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

/** Item folders on `main`, and files of collections that lie in none. */
export function itemsOn(git: Git, main: string): { items: Map<string, Folder>; stray: Finding[] } {
  const items = new Map<string, { oid: string; odd: string[]; names: Set<string> }>();
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
      stray.push({
        code: 'tersesat',
        path: line.path,
        sidik: line.oid,
        message: `Berkas ${line.path} tidak berada dalam folder butir mana pun, jadi tidak diterbitkan. Pindahkan atau hapus.`,
      });
      continue;
    }
    const item = items.get(place.folder) ?? { oid, odd: [], names: new Set() };
    if (!isItemFile({ ...line, path: place.rest }, item.names)) item.odd.push(place.rest);
    items.set(place.folder, item);
  }
  return { items, stray };
}

/**
 * Ordinary files alone, of names that no system takes for another's: a symbolic link could show anything of the
 * machine that builds, and one item that cannot be written as it was signed must not stop all others.
 *
 * @param names those of the item so far; the name is added
 */
function isItemFile(entry: GitEntry, names: Set<string>): boolean {
  const name = entry.path.normalize('NFC').toLowerCase();
  const isNew = !names.has(name);
  names.add(name);
  return isNew && entry.mode === '100644' && isPortable(entry);
}
