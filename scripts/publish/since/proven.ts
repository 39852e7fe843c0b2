import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Finding } from '../on-main.ts';
import { sistemSidikAt, type LedgerFile, type Verification } from '../verify.ts';
import type { Git } from '../git.ts';
import { inTransaction } from '../index/database.ts';
import { openObjects } from '../proof/objects.ts';
import { readSystems } from '../proof/systems.ts';
import { presentSystem, type PresentSystem } from './present-system.ts';
import { programId } from './program.ts';

/** A state of the repository that was proven whole. */
export interface Proven {
  /** Program that proved it. */
  readonly program: string;
  /** Commits of the two branches. */
  readonly main: string;
  readonly paraf: string;
  /** Number of the last entry. */
  readonly last: number;
  /** The approved system. */
  readonly sistem: PresentSystem;
  readonly findings: readonly Finding[];
}

const key = 'terbukti';

/** Tables beside the index: where each entry of the proven ledger lies, by its item's path and its pull request. */
function prepare(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS keadaan (kunci TEXT PRIMARY KEY, nilai TEXT) STRICT;
    CREATE TABLE IF NOT EXISTS buku (
      nomor INTEGER PRIMARY KEY,
      berkas TEXT NOT NULL,
      oid TEXT NOT NULL,
      path TEXT,
      pull INTEGER
    ) STRICT;
    CREATE INDEX IF NOT EXISTS buku_path ON buku (path, nomor) WHERE path IS NOT NULL;
    CREATE INDEX IF NOT EXISTS buku_pull ON buku (pull) WHERE pull IS NOT NULL;
  `);
}

/** Forgets it: from now on everything is verified, until something is kept again. */
export function forgetProven(database: DatabaseSync): void {
  prepare(database);
  database.prepare('DELETE FROM keadaan WHERE kunci = ?').run(key);
}

/** The state that was kept last by this program; a reason (Indonesian) where there is none that can be relied on. */
export function readProven(database: DatabaseSync): Proven | { readonly reason: string } {
  prepare(database);
  const row = database.prepare('SELECT nilai FROM keadaan WHERE kunci = ?').get(key);
  if (row === undefined) return { reason: 'Belum ada keadaan yang pernah dibuktikan di komputer ini.' };
  const damaged = { reason: 'Ingatan tentang keadaan yang pernah dibuktikan rusak.' };
  const [sum, text] = split(String(row['nilai']));
  if (sum !== sumOf(text)) return damaged;
  const state = JSON.parse(text) as Proven;
  if (state.program !== programId())
    return { reason: 'Keadaan terakhir dibuktikan oleh versi lain dari program ini.' };
  return lastKept(database) === state.last ? state : damaged;
}

/** What is kept is read as it was written, or not at all. */
const sumOf = (text: string) => createHash('sha256').update(text).digest('hex');
const split = (text: string) => [text.slice(0, 64), text.slice(65)] as const;

/** What a full verification proved; nothing is kept where the program cannot name itself. */
export async function provenBy(git: Git, verification: Verification): Promise<Proven | null> {
  const program = programId();
  if (program === null) return null;
  const { main, paraf, ledger, records, findings } = verification;
  const objects = openObjects(git);
  try {
    const sidik = sistemSidikAt(git, verification.sistem.commit);
    const sistem = presentSystem(await readSystems(objects, records), sidik);
    return { program, main, paraf, last: ledger.at(-1)!.number, sistem, findings };
  } finally {
    objects.close();
  }
}

/**
 * Keeps what was proven: all of it or nothing, in the caller's transaction or in one of its own. Whoever makes something
 * of new entries keeps them with it or after it, never before: what was kept is not told again.
 *
 * @param entries the whole ledger, or those that came since the state that is there
 */
export function keepProven(
  database: DatabaseSync,
  state: Proven | null,
  entries: readonly LedgerFile[],
): void {
  inTransaction(database, () => {
    prepare(database);
    if (entries[0]?.number === 1) database.exec('DELETE FROM buku');
    if (state !== null && lastKept(database) + entries.length !== state.last)
      throw new Error(`entries up to ${state.last} do not follow those that are kept`);
    const insert = database.prepare('INSERT INTO buku VALUES (?, ?, ?, ?, ?)');
    for (const { number, path, oid, entry } of entries)
      insert.run(number, path, oid, entry.jenis === 'sistem' ? null : entry.path, entry.pull);
    const text = JSON.stringify(state);
    if (state === null) forgetProven(database);
    else database.prepare('INSERT OR REPLACE INTO keadaan VALUES (?, ?)').run(key, `${sumOf(text)} ${text}`);
  });
}

function lastKept(database: DatabaseSync): number {
  const row = database.prepare('SELECT max(nomor) AS last FROM buku').get() as { last: number | null };
  return row.last ?? 0;
}

/** Latest entry of an item's path in the kept ledger; null where it has none. */
export function latestOf(database: DatabaseSync, path: string): Omit<LedgerFile, 'entry'> | null {
  const row = database
    .prepare('SELECT nomor, berkas, oid FROM buku WHERE path = ? ORDER BY nomor DESC LIMIT 1')
    .get(path) as { nomor: number; berkas: string; oid: string } | undefined;
  return row === undefined ? null : { number: row.nomor, path: row.berkas, oid: row.oid };
}

/** Whether the kept ledger has an entry of a pull request. */
export function hasPull(database: DatabaseSync, pull: number): boolean {
  return database.prepare('SELECT 1 FROM buku WHERE pull = ?').get(pull) !== undefined;
}
