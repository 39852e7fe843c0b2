import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Finding } from '../on-main.ts';
import { sistemSidikAt, type LedgerFile, type Verification } from '../verify.ts';
import type { Git } from '../git.ts';
import { inTransaction } from '../index/database.ts';
import { programId } from './program.ts';

const commit = z.string().regex(/^[0-9a-f]{40}$/);

const proven = z.strictObject({
  /** Program that proved it. */
  program: z.string(),
  /** Commits of the two branches. */
  main: commit,
  paraf: commit,
  /** Number of the last entry. */
  last: z.int().positive(),
  /** The approved system, and its sidik as this program computes it. */
  sistem: z.strictObject({ commit, sidik: z.string() }),
  findings: z.array(
    z.strictObject({
      code: z.string().transform((code) => code as Finding['code']),
      path: z.string(),
      sidik: z.string().nullable(),
      message: z.string(),
    }),
  ),
});

/** A state of the repository that was proven whole. */
export type Proven = z.infer<typeof proven>;

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

/** The state that was kept last by this program; a reason (Indonesian) where there is none that can be relied on. */
export function readProven(database: DatabaseSync): Proven | { readonly reason: string } {
  prepare(database);
  const row = database.prepare('SELECT nilai FROM keadaan WHERE kunci = ?').get(key);
  if (row === undefined) return { reason: 'Belum ada keadaan yang pernah dibuktikan di komputer ini.' };
  const damaged = { reason: 'Ingatan tentang keadaan yang pernah dibuktikan rusak.' };
  let value: unknown;
  try {
    value = JSON.parse(String(row['nilai']));
  } catch {
    return damaged;
  }
  const read = proven.safeParse(value);
  if (!read.success) return damaged;
  if (read.data.program !== programId())
    return { reason: 'Keadaan terakhir dibuktikan oleh versi lain dari program ini.' };
  return lastKept(database) === read.data.last ? read.data : damaged;
}

/** What a full verification proved; nothing is kept where the program cannot name itself. */
export function provenBy(git: Git, { main, paraf, ledger, sistem, findings }: Verification): Proven | null {
  const program = programId();
  if (program === null) return null;
  const sidik = sistemSidikAt(git, sistem.commit);
  const last = ledger.at(-1)!.number;
  return {
    program,
    main,
    paraf,
    last,
    sistem: { commit: sistem.commit, sidik },
    findings: [...findings],
  };
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
    if (state === null) database.prepare('DELETE FROM keadaan WHERE kunci = ?').run(key);
    else database.prepare('INSERT OR REPLACE INTO keadaan VALUES (?, ?)').run(key, JSON.stringify(state));
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
