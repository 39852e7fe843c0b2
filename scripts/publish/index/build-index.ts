import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { urlOf } from '../../../content/schema/collections.ts';
import type { Issue } from '../../core/issue.ts';
import { makeItem, type IndexedItem } from './make-item.ts';
import type { Publication, Published } from './publication.ts';
import { readFolder, type TreeFile } from './tree.ts';

export interface Source {
  readonly publication: Publication;
  /** All files of an item's folder: from a directory, or straight from Git. */
  readonly readTree: (path: string) => readonly TreeFile[];
  /** Where the portal stands on its host. */
  readonly base: string;
}

/** What an update did, by folder. */
export interface Changes {
  readonly made: readonly string[];
  readonly kept: number;
  readonly removed: readonly string[];
  /** Why items were left out. */
  readonly issues: readonly Issue[];
}

/** Reads item folders from a directory that holds `content/`. */
export function fromDirectory(root: string): Source['readTree'] {
  return (path) => readFolder(join(root, path));
}

/**
 * Brings the index to what is published: a row whose record and sidik are unchanged is kept without looking at its
 * files, others are made anew, and what is published no longer is removed. All or nothing, in one transaction.
 * An item with a fault is left out and named in `issues`.
 */
export function buildIndex(database: DatabaseSync, source: Source): Changes {
  const { publication, readTree, base } = source;
  const known = new Map(
    (database.prepare('SELECT path, kunci FROM item').all() as { path: string; kunci: string }[]).map(
      (row) => [row.path, row.kunci],
    ),
  );
  const write = database.prepare(
    `INSERT OR REPLACE INTO item VALUES
      (:path, :kunci, :url, :koleksi, :slug, :bulan, :tahun, :opd, :kategori, :judul, :ringkasan, :sidik, :terbit,
       :diperbarui, :urut, :data, :html, :teks, :files, :entry)`,
  );
  const made: string[] = [];
  const issues: Issue[] = [];
  let kept = 0;
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const published of publication.published) {
      const { path, entry } = published;
      const kunci = keyOf(published, base);
      if (entry !== null && known.get(path) === kunci) {
        known.delete(path);
        kept += 1;
        continue;
      }
      const result =
        entry?.jenis === 'pencabutan'
          ? { item: withdrawn(path, entry.koleksi, entry.sidik, entry.at) }
          : makeItem(published, readTree(path), base);
      if ('issues' in result) {
        issues.push(...result.issues);
        continue;
      }
      const { data, files, ...plain } = result.item;
      write.run({
        ...plain,
        kunci,
        data: JSON.stringify(data),
        files: JSON.stringify(files),
        entry: JSON.stringify(entry),
      });
      known.delete(path);
      made.push(path);
    }
    const remove = database.prepare('DELETE FROM item WHERE path = ?');
    for (const path of known.keys()) remove.run(path);
    const state = database.prepare('INSERT OR REPLACE INTO keadaan VALUES (?, ?)');
    state.run('asOf', publication.asOf);
    state.run('commit', publication.commit);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
  return { made, kept, removed: [...known.keys()], issues };
}

function keyOf({ entry, pertama }: Published, base: string): string {
  return createHash('sha256')
    .update(JSON.stringify([entry, pertama, base]))
    .digest('hex');
}

/** A withdrawn item keeps its address and says why it is gone; nothing of its content is left in the index. */
function withdrawn(path: string, koleksi: string, sidik: string, at: string): IndexedItem {
  return {
    path,
    url: urlOf(path),
    koleksi,
    slug: path.slice(path.lastIndexOf('/') + 1),
    bulan: null,
    tahun: null,
    opd: '',
    kategori: null,
    judul: '',
    ringkasan: '',
    sidik,
    terbit: null,
    diperbarui: at,
    urut: new Date(at).toISOString(),
    data: {},
    html: '',
    teks: '',
    files: [],
  };
}
