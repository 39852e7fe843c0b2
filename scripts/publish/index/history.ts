import type { DatabaseSync } from 'node:sqlite';
import type { Numbered, Version } from './publication.ts';

/** The ledger in brief, as the index keeps it: what every path was, in order. Entries of the system are not in it. */
export interface History {
  /** Forgets everything. */
  clear(): void;
  add(numbered: Numbered): void;
  /** Versions of a path that were recorded before an entry, oldest first. */
  before(path: string, number: number): Version[];
}

export function openHistory(database: DatabaseSync): History {
  const insert = database.prepare('INSERT INTO catatan VALUES (?, ?, ?, ?, ?)');
  const select = database.prepare(
    'SELECT jenis, at, sidik FROM catatan WHERE path = ? AND nomor < ? ORDER BY nomor',
  );
  return {
    clear: () => database.exec('DELETE FROM catatan'),
    add({ number, entry }) {
      if (entry.jenis === 'sistem') return;
      insert.run(number, entry.path, entry.jenis, entry.at, entry.sidik);
    },
    before: (path, number) =>
      select.all(path, number).map((row) => ({
        jenis: row['jenis'] as Version['jenis'],
        at: String(row['at']),
        sidik: String(row['sidik']),
      })),
  };
}
