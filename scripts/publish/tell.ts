import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './index/database.ts';
import type { ItemEntry } from './index/publication.ts';

/** Whom what is live was told, and what is still to be told: nothing is lost by a stop between the switch and the telling. */
export interface Telling extends Disposable {
  /** Notes what went live; what was told already is not told again. */
  note(news: readonly ItemEntry[]): void;
  /**
   * Tells what was noted, and remembers it only once that worked. Without anybody to tell it stays noted.
   *
   * @returns what was told
   */
  tell(onLive: ((entries: readonly ItemEntry[]) => Promise<void>) | undefined): Promise<readonly ItemEntry[]>;
}

/** @param dataDir folder in which it is kept, apart from all that may be made anew at any time */
export function openTelling(dataDir: string): Telling {
  const database = new DatabaseSync(join(dataDir, 'kabar.sqlite'));
  database.exec(`
    CREATE TABLE IF NOT EXISTS dikabarkan (path TEXT PRIMARY KEY, catatan TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS belum (path TEXT PRIMARY KEY, entri TEXT NOT NULL) STRICT;
  `);
  return {
    note(news) {
      if (news.length === 0) return;
      const told = database.prepare('SELECT catatan FROM dikabarkan WHERE path = ?');
      const put = database.prepare('INSERT OR REPLACE INTO belum VALUES (?, ?)');
      inTransaction(database, () => {
        for (const entry of news)
          if (told.get(entry.path)?.['catatan'] !== entry.commit) put.run(entry.path, JSON.stringify(entry));
      });
    },
    async tell(onLive) {
      if (onLive === undefined) return [];
      const rows = database.prepare('SELECT entri FROM belum ORDER BY path').all();
      const news = rows.map(({ entri }) => JSON.parse(String(entri)) as ItemEntry);
      if (news.length === 0) return [];
      await onLive(news);
      const put = database.prepare('INSERT OR REPLACE INTO dikabarkan VALUES (?, ?)');
      inTransaction(database, () => {
        for (const { path, commit } of news) put.run(path, commit);
        database.exec('DELETE FROM belum');
      });
      return news;
    },
    [Symbol.dispose]: () => database.close(),
  };
}
