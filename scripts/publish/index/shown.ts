import type { DatabaseSync } from 'node:sqlite';
import type { IndexedItem } from './make-item.ts';
import { openRows } from './rows.ts';
import { fingerprint, parseState, read, readState, write, type State } from './state.ts';

/** The portal that is live, as the index knew it when it went live. */
export interface Shown {
  readonly name: string;
  readonly state: State;
  /** What the rows of the index were then, all together. */
  readonly fingerprint: string;
}

/** The row of an item in the portal that is live, and in the index; null where there is none. */
export interface RowChange {
  readonly path: string;
  readonly before: IndexedItem | null;
  readonly after: IndexedItem | null;
}

/** How what is published differs from what the portal that is live shows. */
export interface ShownChange {
  readonly rows: readonly RowChange[];
  /** The day that the portal speaks of, and the one that it is to speak of. */
  readonly asOf: { readonly before: string; readonly after: string };
}

/** The portal that changes are counted from; null where that is unknown, and everything is to be made. */
export function readShown(database: DatabaseSync): Shown | null {
  const text = read(database, 'tampil');
  if (text === null) return null;
  const { name, state, fingerprint } = JSON.parse(text) as Shown;
  return { name, state: parseState(state), fingerprint };
}

/** Says that a portal of what the index holds now is live: from now on, changes are counted from there. */
export function settle(database: DatabaseSync, name: string): void {
  const state = readState(database);
  if (state === null) throw new Error('an index without a state is of no publication');
  database.exec('BEGIN IMMEDIATE; DELETE FROM sebelum');
  write(
    database,
    'tampil',
    JSON.stringify({ name, state, fingerprint: fingerprint(database) } satisfies Shown),
  );
  database.exec('COMMIT');
}

/** Forgets which portal is live, where all of it is to be made anew. */
export function forgetShown(database: DatabaseSync): void {
  database.exec("DELETE FROM sebelum; DELETE FROM keadaan WHERE kunci = 'tampil'");
}

/**
 * Every row that is another one than in the portal that is live: those of a publication that did not come to its end
 * are among them, so that nothing is lost by a crash between index and switch.
 */
export function changesSinceShown(database: DatabaseSync): RowChange[] {
  const rows = openRows(database);
  return database
    .prepare('SELECT path, butir FROM sebelum ORDER BY path')
    .all()
    .map(({ path, butir }) => ({
      path: String(path),
      before: butir === null ? null : (JSON.parse(String(butir)) as IndexedItem),
      after: rows.read(String(path)),
    }));
}
