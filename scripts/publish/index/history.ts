import type { DatabaseSync } from 'node:sqlite';
import type { Numbered, Version } from './publication.ts';

/** Versions of all paths, as the ledger has them. */
export interface History {
  /** Forgets everything. */
  clear(): void;
  /** Adds an entry; one of the system is no version of anything. */
  add(numbered: Numbered): void;
  /** Versions of a path, oldest first. */
  of(path: string): Version[];
}

export function openHistory(database: DatabaseSync): History {
  const insert = database.prepare('INSERT INTO versi VALUES (?, ?, ?, ?, ?)');
  const select = database.prepare('SELECT jenis, at, sidik FROM versi WHERE path = ? ORDER BY nomor');
  return {
    clear: () => database.exec('DELETE FROM versi'),
    add({ number, entry }) {
      if (entry.jenis === 'sistem') return;
      insert.run(number, entry.path, entry.jenis, entry.at, entry.sidik);
    },
    of: (path) =>
      select.all(path).map((row) => ({
        jenis: row['jenis'] as Version['jenis'],
        at: String(row['at']),
        sidik: String(row['sidik']),
      })),
  };
}
