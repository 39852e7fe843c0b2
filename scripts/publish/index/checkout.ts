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

/** An index that follows a checkout. */
export interface Follower {
  /**
   * Looks for what changed, the newest months first, until all was looked at or the time is over; then the next step
   * goes on from there. A folder whose files have kept their names, sizes and times is not read again.
   *
   * @returns why items were left out: a draft may be unfinished
   */
  step(milliseconds: number): readonly Issue[];
  /** Whether the last step came to the end of all folders. */
  readonly isDone: boolean;
  /** Folders that are there and were not read yet. */
  unread(): readonly string[];
  /** Reads one folder now, whatever the index has of it. */
  read(path: string): readonly Issue[];
}

export function followCheckout(database: DatabaseSync, checkout: Checkout): Follower {
  const rows = openRows(database);
  let known = rows.keys();
  let waiting: string[] = [];
  const begin = () => {
    waiting = itemFolders(checkout.root).toReversed();
    known = rows.keys();
    const isThere = new Set(waiting);
    for (const path of known.keys()) if (!isThere.has(path)) rows.remove(path);
  };
  return {
    step: (milliseconds) =>
      inTransaction(database, () => {
        const end = performance.now() + milliseconds;
        if (waiting.length === 0) begin();
        const issues: Issue[] = [];
        for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
          issues.push(...look(rows, checkout, path, known.get(path)));
          if (performance.now() > end) break;
        }
        rows.finish();
        return issues;
      }),
    get isDone() {
      return waiting.length === 0;
    },
    unread: () => waiting.filter((path) => !known.has(path)),
    read: (path) =>
      inTransaction(database, () => {
        const issues = look(rows, checkout, path, undefined);
        rows.finish();
        return issues;
      }),
  };
}

/** Reads one folder if it is another than in the index. */
function look(
  rows: Rows,
  { root, base }: Checkout,
  path: string,
  known: string | undefined,
): readonly Issue[] {
  const files = stamps(join(root, path));
  const kunci = keyOf(path, base, files);
  if (kunci === known) return [];
  const published = { path, entry: null, earlier: [] };
  const result = files.some(([name]) => name === 'index.md')
    ? makeItem(published, readFolder(join(root, path)), base)
    : { issues: [] };
  if ('item' in result) rows.write(result.item, { kunci, published, lama: null });
  else rows.remove(path);
  return 'item' in result ? [] : result.issues;
}

/** Names, sizes and times of the files of a folder. */
function stamps(folder: string): (readonly [name: string, size: number, time: number])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return [name, size, mtimeMs] as const;
    });
}

/** Every folder of a checkout that may be an item's, those of the newest months first. */
function itemFolders(root: string): string[] {
  return collections
    .flatMap((collection) => foldersOf(root, collection))
    .toSorted((a, b) => (a.bulan < b.bulan ? 1 : a.bulan > b.bulan ? -1 : 0))
    .map(({ path }) => path);
}

/** What lies in no month comes after all that does. */
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
    return place.kind === 'item' ? [{ path, bulan: place.bulan ?? '' }] : [];
  });
}
