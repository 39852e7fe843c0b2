import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Changes with the tables. Another program (`onlyRowsBy`) may also make other rows of the same bytes. */
export const indexVersion = 6;

/**
 * Tables of the index. Texts of an item come last in its row: SQLite keeps a long row in pieces, and lists, which never
 * read them, need the first piece alone. What would have to be counted over the archive is counted as rows come and go
 * (`jumlah`, `waktu`), so that a page costs what it shows.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS item (
    path TEXT PRIMARY KEY,
    kunci TEXT NOT NULL,
    url TEXT NOT NULL UNIQUE,
    koleksi TEXT NOT NULL,
    slug TEXT NOT NULL,
    bulan TEXT,
    tahun TEXT,
    opd TEXT NOT NULL,
    kategori TEXT,
    pembuatan TEXT,
    format TEXT NOT NULL,
    sampai TEXT,
    judul TEXT NOT NULL,
    ringkasan TEXT NOT NULL,
    sidik TEXT NOT NULL,
    terbit TEXT,
    diperbarui TEXT,
    urut TEXT NOT NULL,
    gambar TEXT NOT NULL,
    sop TEXT,
    lama INTEGER,
    dikoreksi INTEGER NOT NULL,
    diralat INTEGER NOT NULL,
    data TEXT NOT NULL,
    files TEXT NOT NULL,
    entry TEXT NOT NULL,
    html TEXT NOT NULL,
    teks TEXT NOT NULL
  ) STRICT;

  -- In which lists an item stands, each list in its order.
  CREATE TABLE IF NOT EXISTS dalam (
    koleksi TEXT NOT NULL,
    menurut TEXT NOT NULL,
    nilai TEXT NOT NULL,
    urut TEXT NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (koleksi, menurut, nilai, urut, path)
  ) STRICT, WITHOUT ROWID;

  -- How many items each list has.
  CREATE TABLE IF NOT EXISTS jumlah (
    koleksi TEXT NOT NULL,
    menurut TEXT NOT NULL,
    nilai TEXT NOT NULL,
    jumlah INTEGER NOT NULL,
    PRIMARY KEY (koleksi, menurut, nilai)
  ) STRICT, WITHOUT ROWID;

  -- How many live items of an SOP took how long; -1 where that cannot be measured.
  CREATE TABLE IF NOT EXISTS waktu (
    sop TEXT NOT NULL,
    lama INTEGER NOT NULL,
    jumlah INTEGER NOT NULL,
    dikoreksi INTEGER NOT NULL,
    diralat INTEGER NOT NULL,
    PRIMARY KEY (sop, lama)
  ) STRICT, WITHOUT ROWID;

  -- Every version of every path that the ledger has, withdrawals included.
  CREATE TABLE IF NOT EXISTS versi (
    nomor INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    jenis TEXT NOT NULL,
    at TEXT NOT NULL,
    sidik TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS versi_path ON versi (path, nomor);

  -- Folders of items that lie whole in the exported tree, as what was approved.
  CREATE TABLE IF NOT EXISTS salinan (path TEXT PRIMARY KEY, sidik TEXT NOT NULL) STRICT;

  -- Items as the portal shows them that is live, where the index has gone on since (null: it has none there).
  CREATE TABLE IF NOT EXISTS sebelum (path TEXT PRIMARY KEY, butir TEXT) STRICT;
  CREATE TABLE IF NOT EXISTS keadaan (kunci TEXT PRIMARY KEY, nilai TEXT NOT NULL) STRICT;
`;

/** What follows from the rows, and is kept up with each of them. */
const following = `
  CREATE INDEX IF NOT EXISTS item_tahun ON item (tahun, diperbarui) WHERE judul <> '';
  CREATE INDEX IF NOT EXISTS item_peta
    ON item (tahun, url, koleksi, judul, terbit, diperbarui, gambar) WHERE judul <> '';
  CREATE INDEX IF NOT EXISTS item_sampai ON item (koleksi, sampai) WHERE judul <> '';
  CREATE INDEX IF NOT EXISTS item_dicabut ON item (path) WHERE judul = '';

  CREATE TRIGGER IF NOT EXISTS dalam_masuk AFTER INSERT ON dalam BEGIN
    INSERT INTO jumlah VALUES (NEW.koleksi, NEW.menurut, NEW.nilai, 1)
      ON CONFLICT DO UPDATE SET jumlah = jumlah + 1;
  END;
  CREATE TRIGGER IF NOT EXISTS dalam_keluar AFTER DELETE ON dalam BEGIN
    UPDATE jumlah SET jumlah = jumlah - 1
      WHERE koleksi = OLD.koleksi AND menurut = OLD.menurut AND nilai = OLD.nilai;
  END;

  CREATE TRIGGER IF NOT EXISTS item_masuk AFTER INSERT ON item WHEN NEW.sop IS NOT NULL BEGIN
    INSERT INTO waktu VALUES (NEW.sop, coalesce(NEW.lama, -1), 1, NEW.dikoreksi, NEW.diralat)
      ON CONFLICT DO UPDATE SET jumlah = jumlah + 1,
        dikoreksi = dikoreksi + excluded.dikoreksi, diralat = diralat + excluded.diralat;
  END;
  CREATE TRIGGER IF NOT EXISTS item_keluar AFTER DELETE ON item WHEN OLD.sop IS NOT NULL BEGIN
    UPDATE waktu SET jumlah = jumlah - 1, dikoreksi = dikoreksi - OLD.dikoreksi, diralat = diralat - OLD.diralat
      WHERE sop = OLD.sop AND lama = coalesce(OLD.lama, -1);
  END;
`;

/** The same counts from all rows at once. */
const counts = `
  INSERT INTO jumlah SELECT koleksi, menurut, nilai, count(*) FROM dalam GROUP BY koleksi, menurut, nilai;
  INSERT INTO waktu SELECT sop, coalesce(lama, -1), count(*), sum(dikoreksi), sum(diralat)
    FROM item WHERE sop IS NOT NULL GROUP BY sop, coalesce(lama, -1);
`;

/** How long one process waits, in milliseconds, while another one writes. */
const patience = 5000;

/**
 * Opens the index of published items, `:memory:` or a file, and makes its tables. An index of another version is
 * emptied, and one that is damaged makes room for a new one: it is only ever a copy of what Git and the ledger say.
 */
export function openIndex(file: string): DatabaseSync {
  try {
    return openTables(file);
  } catch (error) {
    if (!damages.has((error as { errcode?: number }).errcode ?? 0)) throw error;
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    return openTables(file);
  }
}

/** SQLite's words for a file that is no database, or no whole one (SQLITE_NOTADB, SQLITE_CORRUPT). */
const damages: ReadonlySet<number> = new Set([26, 11]);

function openTables(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: patience });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;');
    if (versionOf(database) !== indexVersion)
      for (const name of tableNames(database)) database.exec(`DROP TABLE IF EXISTS "${name}"`);
    database.exec(`${tables} ${following} PRAGMA user_version = ${indexVersion};`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens an index for reading alone, as the publisher has prepared it. */
export function openPrepared(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true, timeout: patience });
  if (versionOf(database) === indexVersion) return database;
  database.close();
  throw new Error(
    `${file} disiapkan oleh versi lain dari program ini, jadi tidak dapat dibaca. Terbitkan lagi: indeksnya dibuat baru.`,
  );
}

/**
 * Fills an index that has no rows, within the caller's transaction: what follows from the rows is made once, from all of
 * them. That costs half of what it does to keep it up row by row.
 */
export function fillEmpty<T>(database: DatabaseSync, fill: () => T): T {
  for (const [, kind = '', name = ''] of following.matchAll(/CREATE (INDEX|TRIGGER) IF NOT EXISTS (\w+)/g))
    database.exec(`DROP ${kind} ${name}`);
  for (const name of ['dalam', 'jumlah', 'waktu']) database.exec(`DELETE FROM ${name}`);
  const result = fill();
  database.exec(`${counts} ${following}`);
  return result;
}

/** Empties an index whose rows another program made, or one that cannot name itself: it might make them differently. */
export function onlyRowsBy(database: DatabaseSync, program: string | null): void {
  const found = database.prepare("SELECT nilai FROM keadaan WHERE kunci = 'program'").get();
  if (program !== null && found?.['nilai'] === program) return;
  inTransaction(database, () => {
    // Quicker than taking away row by row, each with its counts.
    for (const name of ['item', 'dalam', 'jumlah', 'waktu', 'versi', 'sebelum'])
      database.exec(`DROP TABLE ${name}`);
    database.exec(`${tables} ${following}`);
    database.exec("DELETE FROM keadaan WHERE kunci IN ('program', 'kunci', 'base', 'state', 'tampil')");
    if (program !== null) database.prepare("INSERT INTO keadaan VALUES ('program', ?)").run(program);
  });
}

function versionOf(database: DatabaseSync): number {
  return (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

function tableNames(database: DatabaseSync): string[] {
  const rows = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  return rows.map(({ name }) => String(name)).filter((name) => !name.startsWith('sqlite_'));
}

/** Runs a change of the index, whole or not at all; within a transaction of the caller's, as a part of that. */
export function inTransaction<T>(database: DatabaseSync, change: () => T): T {
  if (database.isTransaction) return change();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = change();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
