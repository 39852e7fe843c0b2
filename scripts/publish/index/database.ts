import { DatabaseSync } from 'node:sqlite';

/** Changes whenever a row would be made differently from the same bytes: then every row is made anew. */
export const indexVersion = 3;

/**
 * Opens the index of published items, `:memory:` or a file, and makes its tables. An index of another version is
 * emptied: it is only ever a copy of what Git and the ledger say.
 */
export function openIndex(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  const found = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (found.user_version !== indexVersion)
    database.exec('DROP TABLE IF EXISTS item; DROP TABLE IF EXISTS keadaan;');
  database.exec(`
    CREATE TABLE IF NOT EXISTS item (
      path TEXT PRIMARY KEY,
      kunci TEXT NOT NULL,
      url TEXT NOT NULL UNIQUE,
      koleksi TEXT NOT NULL,
      slug TEXT NOT NULL,
      bulan TEXT,
      tahun TEXT,
      opd TEXT,
      kategori TEXT,
      judul TEXT,
      ringkasan TEXT,
      sidik TEXT NOT NULL,
      terbit TEXT,
      diperbarui TEXT,
      urut TEXT NOT NULL,
      data TEXT,
      html TEXT,
      teks TEXT,
      files TEXT,
      entry TEXT
    ) STRICT;
    CREATE INDEX IF NOT EXISTS item_urut ON item (koleksi, urut, path);
    CREATE INDEX IF NOT EXISTS item_bulan ON item (koleksi, bulan, urut);
    CREATE INDEX IF NOT EXISTS item_opd ON item (koleksi, opd, urut);
    CREATE INDEX IF NOT EXISTS item_kategori ON item (koleksi, kategori, urut);
    CREATE TABLE IF NOT EXISTS keadaan (kunci TEXT PRIMARY KEY, nilai TEXT) STRICT;
    PRAGMA user_version = ${indexVersion};
  `);
  return database;
}
