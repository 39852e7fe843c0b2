import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { collections, placeOf, type Collection } from '../../../content/schema/collections.ts';
import type { Issue } from '../../core/issue.ts';
import { inTransaction } from './database.ts';
import { makeItem } from './make-item.ts';
import { keyOf, openRows, type Rows } from './rows.ts';
import { readFolder } from './tree.ts';

/** A checkout under development: nothing of it is published. */
export interface Checkout {
  /** Folder that holds `content/`. */
  readonly root: string;
  /** Where the portal stands on its host. */
  readonly base: string;
}

export interface Scan {
  /** Why items were left out: a draft may be unfinished. */
  readonly issues: readonly Issue[];
  /** Folders that were not looked at any more. */
  readonly left: number;
}

/**
 * Brings an index to what a checkout holds, the newest months first. A folder whose files have kept their names, sizes
 * and times is not read again.
 *
 * @param isOver ends the scan early: what is left comes with the next one
 */
export function scanCheckout(database: DatabaseSync, checkout: Checkout, isOver = () => false): Scan {
  return inTransaction(database, () => {
    const rows = openRows(database);
    const known = rows.keys();
    const paths = itemFolders(checkout.root);
    const issues: Issue[] = [];
    let done = 0;
    for (const path of paths) {
      issues.push(...look(rows, checkout, path, known.get(path)));
      known.delete(path);
      done += 1;
      if (isOver()) break;
    }
    const left = paths.slice(done);
    const isThere = new Set(left);
    for (const path of known.keys()) if (!isThere.has(path)) rows.remove(path);
    rows.finish();
    return { issues, left: left.length };
  });
}

/** Reads one folder if it is another than in the index. */
function look(
  rows: Rows,
  { root, base }: Checkout,
  path: string,
  known: string | undefined,
): readonly Issue[] {
  const kunci = keyOf(path, base, stamps(join(root, path)));
  if (kunci === known) return [];
  const published = { path, entry: null, earlier: [] };
  const result = makeItem(published, readFolder(join(root, path)), base);
  if ('issues' in result) {
    rows.remove(path);
    return result.issues;
  }
  rows.write(result.item, { kunci, published, lama: null });
  return [];
}

/** Names, sizes and times of the files of a folder. */
function stamps(folder: string): unknown[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return [name, size, mtimeMs];
    });
}

/** Every item folder of a checkout, those of the newest months first. */
function itemFolders(root: string): string[] {
  return collections
    .flatMap((collection) => foldersOf(root, collection))
    .toSorted((a, b) => (a.bulan < b.bulan ? 1 : a.bulan > b.bulan ? -1 : 0))
    .map(({ path }) => path);
}

/** What no month holds comes before all that one does: there is little of it. */
function foldersOf(root: string, { name, folders }: Collection): { path: string; bulan: string }[] {
  let paths = [`content/${name}`];
  for (let depth = 0; depth <= folders.length; depth++)
    paths = paths.flatMap((path) =>
      existsSync(join(root, path))
        ? readdirSync(join(root, path), { withFileTypes: true })
            .filter((entry) => entry.isDirectory())
            .map((entry) => `${path}/${entry.name}`)
            .sort()
        : [],
    );
  return paths.flatMap((path) => {
    const place = placeOf(`${path}/index.md`);
    if (place.kind !== 'item' || !existsSync(join(root, path, 'index.md'))) return [];
    return [{ path, bulan: place.bulan ?? '9999/99' }];
  });
}
