import type { LedgerEntry } from '../core/ledger.ts';
import { recordEntry } from '../publish/ledger.ts';
import { recordBranch, tipOf } from './branch.ts';
import type { Client, Repository } from './read/client.ts';
import { parseSistem, sistemFile, type SistemRecord } from './read/record.ts';
import { sistemSidikOf } from './trees.ts';

/**
 * Records the system of a fresh repository: whoever sets it up answers for what stands on `main` then. Does nothing
 * where a record is there already.
 */
export async function bootstrap(client: Client, repository: Repository, now: string): Promise<SistemRecord> {
  const tip = await tipOf(client, repository, recordBranch);
  const text = await tip.read(sistemFile);
  if (text !== null) {
    const records = parseSistem(text);
    if (!records.ok) throw new Error(records.issues[0]?.message);
    return records.value.at(-1)!;
  }
  const main = await tipOf(client, repository, 'main');
  if (main.commit === null) throw new Error('Cabang main belum ada. Dorong isi repositori lebih dahulu.');
  const sidik = await sistemSidikOf(client, repository, main.commit);
  const entry: LedgerEntry = {
    jenis: 'sistem',
    versi: 1,
    pull: null,
    commit: main.commit,
    at: now,
    sidik,
    disetujuiOleh: [],
  };
  await recordEntry(client, repository, entry, now);
  return { commit: main.commit, sidik, at: now, pull: null };
}
