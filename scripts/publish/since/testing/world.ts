/** A repository with its full and its proportional verification side by side, for the tests of the latter. */
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { LedgerEntry } from '../../../core/ledger.ts';
import type { Git } from '../../git.ts';
import { prove } from '../../proof/prove.ts';
import { verify, VerifyError, type Verification } from '../../verify.ts';
import { advance } from '../advance.ts';
import { keepProven, provenBy, readProven } from '../proven.ts';

/** What came of looking once: told by the change alone, by looking at everything, or by neither. */
export type Outcome =
  | { readonly kind: 'sebanding' }
  | { readonly kind: 'penuh'; readonly reason: string }
  | { readonly kind: 'ditolak'; readonly reason: string };

export interface World {
  readonly database: DatabaseSync;
  /** Looks once, and holds what the change alone told to what looking at everything tells. */
  look(): Promise<Outcome>;
}

export function openWorld(git: Git): World {
  const database = new DatabaseSync(':memory:');
  let published: ReadonlyMap<string, LedgerEntry> = new Map();
  return {
    database,
    async look() {
      const full = await verifyAll(git);
      const since = readProven(database);
      const told = 'reason' in since ? since : await advance(git, database, since);
      if ('reason' in told) {
        if (full === null) return { kind: 'ditolak', reason: told.reason };
        keepProven(database, await provenBy(git, full), full.ledger);
        published = publishedBy(full);
        return { kind: 'penuh', reason: told.reason };
      }
      expect(full, 'what everything refuses was accepted').not.toBeNull();
      expect(told.findings).toEqual(full!.findings);
      expect(told.proven).toEqual(await provenBy(git, full!));
      const last = 'reason' in since ? 0 : since.last;
      expect(told.entries).toEqual(full!.ledger.slice(last));
      published = changed(published, told.changes);
      expect(published).toEqual(publishedBy(full!));
      keepProven(database, told.proven, told.entries);
      expect(kept(database)).toEqual(full!.ledger.map(({ number, path, oid }) => [number, path, oid]));
      return { kind: 'sebanding' };
    },
  };
}

async function verifyAll(git: Git): Promise<Verification | null> {
  try {
    const verification = await verify(git);
    const issues = await prove(git, verification, { isDeep: false });
    return issues.some(({ level }) => level === undefined) ? null : verification;
  } catch (error) {
    if (error instanceof VerifyError) return null;
    throw error;
  }
}

function publishedBy({ live, latest }: Verification): ReadonlyMap<string, LedgerEntry> {
  const withdrawn = [...latest].filter(([, { jenis }]) => jenis === 'pencabutan');
  return new Map([...live.map((entry) => [entry.path, entry] as const), ...withdrawn]);
}

function changed(
  published: ReadonlyMap<string, LedgerEntry>,
  changes: readonly { readonly path: string; before: LedgerEntry | null; after: LedgerEntry | null }[],
): ReadonlyMap<string, LedgerEntry> {
  const now = new Map(published);
  for (const { path, before, after } of changes) {
    expect(before).toEqual(published.get(path) ?? null);
    if (after === null) now.delete(path);
    else now.set(path, after);
  }
  return now;
}

function kept(database: DatabaseSync): unknown[][] {
  const rows = database.prepare('SELECT nomor, berkas, oid FROM buku ORDER BY nomor').all();
  return rows.map((row) => Object.values(row));
}
