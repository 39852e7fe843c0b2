import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { StartFault } from '../start-fault.ts';
import { schema, schemaVersion } from './schema.ts';

/** What is recorded besides Git: one SQLite file, written through before an answer is given. */
export class Database {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;
  #afterCommit: (() => void)[] = [];

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...values) as Row | undefined;
  }

  /** Runs a statement; returns the id of the row it added. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).lastInsertRowid);
  }

  /** Adds a row; returns its id. Names of tables and columns are the program's own, never a caller's. */
  insert(table: string, row: Readonly<Record<string, SQLInputValue>>): number {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    return this.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...Object.values(row));
  }

  /** Changes the rows where `key` has this value. */
  update(
    table: string,
    key: string,
    value: SQLInputValue,
    row: Readonly<Record<string, SQLInputValue>>,
  ): void {
    const sets = Object.keys(row).map((column) => `${column} = ?`);
    this.run(`UPDATE ${table} SET ${sets.join(', ')} WHERE ${key} = ?`, ...Object.values(row), value);
  }

  /** All or nothing. A transaction inside another is part of it. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#db.exec('BEGIN IMMEDIATE');
    this.#depth += 1;
    let result: T;
    try {
      result = work();
      this.#db.exec('COMMIT');
    } catch (fault) {
      this.#afterCommit = [];
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw fault;
    } finally {
      this.#depth -= 1;
    }
    for (const after of this.#afterCommit.splice(0)) after();
    return result;
  }

  /** Runs once the transaction stands; at once when there is none. */
  afterCommit(work: () => void): void {
    if (this.#depth > 0) this.#afterCommit.push(work);
    else work();
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#db.prepare(sql)));
    return statement;
  }
}

/** Opens the records, or makes them at the first start. Only one server at a time may hold them. */
export function openDatabase(file: string, firstStart: boolean): Database {
  if (!existsSync(file) && !firstStart)
    throw new StartFault(
      `Catatan permintaan ${file} tidak ada, padahal repositori di sebelahnya sudah berisi. ` +
        'Di dalamnya ada siapa memeriksa dan menyetujui apa, yang tidak dapat dibuat ulang dari Git. ' +
        'Kembalikan berkas itu dari cadangan. Bila ini hanya demo dan boleh mulai lagi dari awal, ' +
        'pindahkan seluruh folder datanya ke tempat lain, lalu jalankan lagi.',
    );
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { timeout: 2000 });
    // Exclusive: a second server on the same folder must stop at once, not interleave its writes.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    db.exec('PRAGMA foreign_keys = ON; BEGIN EXCLUSIVE; COMMIT');
    const check = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
    if (check.quick_check !== 'ok') throw new Error(check.quick_check);
    const version = (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
    if (version === 0) db.exec(`BEGIN; ${schema}; PRAGMA user_version = ${schemaVersion}; COMMIT`);
    else if (version !== schemaVersion) throw new StartFault(wrongVersion(file, version));
    return new Database(db);
  } catch (fault) {
    if (db?.isOpen) db.close();
    if (fault instanceof StartFault) throw fault;
    throw new StartFault(explain(file, fault as Error));
  }
}

function explain(file: string, fault: Error): string {
  if (/locked|busy/i.test(fault.message))
    return (
      `Catatan permintaan ${file} sedang dipakai oleh program lain, mungkin Paraf yang sudah berjalan. ` +
      'Tutup yang satu itu dahulu, atau pakai folder data lain lewat PARAF_DATA.'
    );
  return (
    `Catatan permintaan ${file} tidak dapat dibaca: ${fault.message}. ` +
    'Berkas itu rusak atau bukan basis data SQLite. Tidak ada yang diubah atau dihapus. ' +
    'Kembalikan berkas itu dari cadangan; bila ini hanya demo, pindahkan seluruh folder datanya lalu jalankan lagi.'
  );
}

function wrongVersion(file: string, version: number): string {
  return (
    `Catatan permintaan ${file} berversi ${version}, sedangkan program ini memakai versi ${schemaVersion}. ` +
    'Tidak ada yang diubah. Jalankan versi Paraf yang membuatnya, atau pakai folder data lain lewat PARAF_DATA.'
  );
}
