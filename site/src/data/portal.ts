import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { openPrepared } from '../../../scripts/publish/index/database.ts';
import { readBase, readState, type State } from '../../../scripts/publish/index/state.ts';
import { CheckoutIndex } from './checkout.ts';

/** Folder that holds `content/` exactly as it is to be shown. */
export function contentRoot(): string {
  const root = process.env['PARAF_CONTENT'];
  if (root === undefined) throw new Error('PARAF_CONTENT belum diisi: folder yang memuat content/.');
  return root;
}

interface Portal {
  readonly database: DatabaseSync;
  /** What is published; null while developing on a checkout: then pages say that nothing of this is published. */
  readonly state: State | null;
}

let opened: Portal | undefined;
let isWithheld = false;

/** Somebody asked for what is published while it is withheld. */
export class Withheld extends Error {}

/** From now on nobody gets to see what is published: so the bundle of the pages finds those that do not depend on it. */
export function withholdItems(): void {
  isWithheld = true;
}

/** The index of approved items as the publisher has prepared it (`PARAF_INDEX`); without one, that of a checkout. */
export function portal(): Portal {
  if (isWithheld) throw new Withheld();
  if (opened !== undefined) return opened;
  const prepared = process.env['PARAF_INDEX'];
  if (prepared !== undefined) return (opened = openPublished(prepared));
  followed ??= new CheckoutIndex(contentRoot(), import.meta.env.BASE_URL);
  followed.refresh();
  return { database: followed.database, state: null };
}

function openPublished(file: string): Portal {
  const database = openPrepared(file);
  // All pages are of one moment; and each question of a transaction is spared the locks of its own.
  database.exec('BEGIN');
  const [base, state] = [readBase(database), readState(database)];
  if (state === null || base !== import.meta.env.BASE_URL)
    throw new Error(
      `${file} disiapkan untuk alamat ${base ?? 'lain'}, bukan ${import.meta.env.BASE_URL}. Siapkan lagi dengan paraf publish.`,
    );
  return { database, state };
}

let followed: CheckoutIndex | undefined;

/** The index of the checkout that somebody works on; null where the portal is of a publication. */
export function checkout(): CheckoutIndex | null {
  portal();
  return followed ?? null;
}

/** Whether this is a publication, and not a checkout that somebody works on. Bundles are made for publications alone. */
export function isPublication(): boolean {
  return isWithheld || portal().state !== null;
}

/** A row of the index, by column. */
export type Row = Readonly<Record<string, string | null>>;

const known = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

/** Asks the index. */
export function rows(sql: string, ...values: (string | number)[]): Row[] {
  const { database } = portal();
  const statements = known.get(database) ?? new Map<string, StatementSync>();
  known.set(database, statements);
  const statement = statements.get(sql) ?? database.prepare(sql);
  statements.set(sql, statement);
  return statement.all(...values) as Row[];
}

type Memory = Map<string, { readonly value: unknown }>;

/** What was read: what was not asked for while so much else was is forgotten. */
let recent: Memory = new Map();
let older: Memory = new Map();
const atMost = 4000;

/** Keeps what was read for the rest of this build, within bounds; development reads again. */
export function once<T>(key: string, read: () => T): T {
  if (import.meta.env.DEV) return read();
  const known = recent.get(key);
  if (known !== undefined) return known.value as T;
  const kept = older.get(key) ?? { value: read() };
  if (recent.size >= atMost) [older, recent] = [recent, new Map()];
  recent.set(key, kept);
  return kept.value as T;
}

/** Reads a file of settings under `content/`; null if the office has none. */
export function readSettings(name: string): string | null {
  const file = join(contentRoot(), 'content', name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Names in a folder under `content/`, sorted; empty if there is none. */
export function listSettings(name: string): string[] {
  const folder = join(contentRoot(), 'content', name);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
