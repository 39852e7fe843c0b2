import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { formatIssue } from '../../../scripts/core/issue.ts';
import { buildIndex, fromDirectory } from '../../../scripts/publish/index/build-index.ts';
import { openIndex } from '../../../scripts/publish/index/database.ts';
import { readPublication, type Publication } from '../../../scripts/publish/index/publication.ts';

/** Folder that holds `content/` exactly as it is to be shown. */
export function contentRoot(): string {
  const root = process.env['PARAF_CONTENT'];
  if (root === undefined) throw new Error('PARAF_CONTENT belum diisi: folder yang memuat content/.');
  return root;
}

interface Portal {
  readonly database: DatabaseSync;
  readonly publication: Publication;
}

let opened: Portal | undefined;
let openedAt = 0;
let isWithheld = false;

/** Somebody asked for what is published while it is withheld. */
export class Withheld extends Error {}

/** From now on nobody gets to see what is published: so the bundle of the pages finds those that do not depend on it. */
export function withholdItems(): void {
  isWithheld = true;
}

/**
 * The index of approved items, brought up to date once per build (in development: at most once a second).
 * `PARAF_INDEX` names a file to keep it in, so that the next build only does what changed.
 */
export function portal(): Portal {
  if (isWithheld) throw new Withheld();
  if (opened !== undefined && !(import.meta.env.DEV && performance.now() - openedAt > 1000)) return opened;
  const root = contentRoot();
  const publication = readPublication(root);
  const database = opened?.database ?? openIndex(process.env['PARAF_INDEX'] ?? ':memory:');
  const base = import.meta.env.BASE_URL;
  const { issues } = buildIndex(database, { publication, readTree: fromDirectory(root), base });
  if (issues.length > 0) {
    const list = issues.map((issue) => `  ${formatIssue(issue)}`).join('\n');
    // What was approved must be shown or the old portal stays; a draft in a checkout may be unfinished.
    if (publication.asOf !== null) throw new Error(`Ada butir yang tidak dapat diterbitkan:\n${list}`);
    console.warn(`Butir ini belum dapat ditampilkan:\n${list}`);
  }
  openedAt = performance.now();
  opened = { database, publication };
  return opened;
}

/** Whether this is a publication, and not a checkout that somebody works on. Bundles are made for publications alone. */
export function isPublication(): boolean {
  return isWithheld || portal().publication.asOf !== null;
}

/** A row of the index, by column. */
export type Row = Readonly<Record<string, string | null>>;

/** Asks the index. */
export function rows(sql: string, ...values: (string | number)[]): Row[] {
  return portal()
    .database.prepare(sql)
    .all(...values) as Row[];
}

const memory = new Map<string, unknown>();

/** Keeps what was read for the rest of this build; development reads again. */
export function once<T>(key: string, read: () => T): T {
  if (import.meta.env.DEV) return read();
  if (!memory.has(key)) memory.set(key, read());
  return memory.get(key) as T;
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
