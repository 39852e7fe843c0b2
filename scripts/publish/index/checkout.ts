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
  const known = rows.keys();
  const list = createLister(checkout.root);
  let waiting: string[] = [];
  const remember = (path: string) => {
    const { kunci, issues } = look(rows, checkout, path, known.get(path));
    if (kunci === null) known.delete(path);
    else known.set(path, kunci);
    return issues;
  };
  const begin = () => {
    waiting = list().toReversed();
    const isThere = new Set(waiting);
    for (const path of known.keys())
      if (!isThere.has(path)) {
        rows.remove(path);
        known.delete(path);
      }
  };
  return {
    step: (milliseconds) =>
      inTransaction(database, () => {
        const end = performance.now() + milliseconds;
        if (waiting.length === 0) begin();
        const issues: Issue[] = [];
        for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
          issues.push(...remember(path));
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
        known.delete(path);
        const issues = remember(path);
        rows.finish();
        return issues;
      }),
  };
}

/** Reads one folder if it is another than in the index, and tells what the index has of it then. */
function look(
  rows: Rows,
  { root, base }: Checkout,
  path: string,
  known: string | undefined,
): { readonly kunci: string | null; readonly issues: readonly Issue[] } {
  const files = stamps(join(root, path));
  const kunci = keyOf(path, base, files);
  if (kunci === known) return { kunci, issues: [] };
  const published = { path, entry: null, earlier: [] };
  const result = files.some(([name]) => name === 'index.md')
    ? makeItem(published, readFolder(join(root, path)), base)
    : { issues: [] };
  if ('item' in result) {
    rows.write(result.item, { kunci, published, lama: null });
    return { kunci, issues: [] };
  }
  rows.remove(path);
  return { kunci: null, issues: result.issues };
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

/** A folder that may be an item's. */
interface Found {
  readonly path: string;
  readonly bulan: string;
}

/**
 * Lists every folder of a checkout that may be an item's, those of the newest months first. A folder of such folders
 * that has kept its time is not read again: so a list of many thousands costs a look at its months.
 */
function createLister(root: string): () => string[] {
  const kept = new Map<string, { readonly time: number; readonly found: readonly Found[] }>();
  const itemsIn = (parent: string): readonly Found[] => {
    const { mtimeMs } = statSync(join(root, parent));
    const before = kept.get(parent);
    if (before?.time === mtimeMs) return before.found;
    const found = foldersIn(root, parent).flatMap((path) => {
      const place = placeOf(`${path}/index.md`);
      // What lies in no month comes after all that does.
      return place.kind === 'item' ? [{ path, bulan: place.bulan ?? '' }] : [];
    });
    // Clocks of disks are coarse: what changed just now may change once more within the same moment.
    if (Date.now() - mtimeMs > 2000) kept.set(parent, { time: mtimeMs, found });
    return found;
  };
  return () =>
    collections
      .flatMap((collection) => parentsOf(root, collection).flatMap(itemsIn))
      .toSorted((a, b) => (a.bulan < b.bulan ? 1 : a.bulan > b.bulan ? -1 : 0))
      .map(({ path }) => path);
}

/** The folders of a collection in which its items lie. */
function parentsOf(root: string, { name, folders }: Collection): string[] {
  const start = `content/${name}`;
  return folders.reduce(
    (parents) => parents.flatMap((parent) => foldersIn(root, parent)),
    existsSync(join(root, start)) ? [start] : [],
  );
}

function foldersIn(root: string, path: string): string[] {
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}/${name}`)
    .sort();
}
