import type { DatabaseSync } from 'node:sqlite';
import { tunggakanSchema, type Tunggakan } from '../../core/tunggakan.ts';

/** What an index speaks of, beside its items. */
export interface State {
  /** The day that the portal speaks of; no page knows another clock. */
  readonly asOf: string;
  /** Commit of the system: code, settings and pages. */
  readonly sistem: string;
  /** What waited in the office when the portal was published. */
  readonly tunggakan: Tunggakan;
}

/** What the index speaks of; null for one that was not made for a publication. */
export function readState(database: DatabaseSync): State | null {
  const text = read(database, 'state');
  return text === null ? null : parseState(JSON.parse(text));
}

export function writeState(database: DatabaseSync, state: State): void {
  write(database, 'state', JSON.stringify(state));
}

/** What an index spoke of before a change. */
export interface StateBefore {
  readonly fingerprint: string;
  readonly state: State | null;
}

export function stateBefore(database: DatabaseSync): StateBefore {
  return { fingerprint: fingerprint(database), state: readState(database) };
}

/**
 * The state for what the index holds now. Numbers of what waits that moved alone are no reason for another portal: as
 * long as nothing else changed, those of the day's first publication stay.
 */
export function settledState(database: DatabaseSync, before: StateBefore, state: State): State {
  const old = before.state;
  const isSame =
    old?.asOf === state.asOf && old.sistem === state.sistem && before.fingerprint === fingerprint(database);
  return isSame ? old : state;
}

/**
 * What the rows of the index are, all together: the sum of their keys, which does not depend on the order in which
 * they came, and costs what changed.
 */
export function fingerprint(database: DatabaseSync): string {
  return read(database, 'kunci') ?? '0';
}

const modulus = 1n << 256n;

/** Keeps the sum of all keys up to date. */
export function addKeys(database: DatabaseSync, added: readonly string[], taken: readonly string[]): void {
  if (added.length === 0 && taken.length === 0) return;
  let sum = BigInt(`0x${fingerprint(database)}`);
  for (const key of added) sum += BigInt(`0x${key}`);
  for (const key of taken) sum -= BigInt(`0x${key}`);
  write(database, 'kunci', (((sum % modulus) + modulus) % modulus).toString(16));
}

/** Where the portal stands on its host: addresses of pictures within texts begin with it. */
export function readBase(database: DatabaseSync): string | null {
  return read(database, 'base');
}

export function writeBase(database: DatabaseSync, base: string): void {
  write(database, 'base', base);
}

/** Checks a state that was kept. */
export function parseState(value: unknown): State {
  const { asOf, sistem, tunggakan } = value as State;
  return { asOf, sistem, tunggakan: tunggakanSchema.parse(tunggakan) };
}

/** A value that is kept beside the rows. */
export function read(database: DatabaseSync, name: string): string | null {
  const row = database.prepare('SELECT nilai FROM keadaan WHERE kunci = ?').get(name);
  return row === undefined ? null : String(row['nilai']);
}

export function write(database: DatabaseSync, name: string, value: string): void {
  database.prepare('INSERT OR REPLACE INTO keadaan VALUES (?, ?)').run(name, value);
}
