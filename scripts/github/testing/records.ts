/** What tests ask a newsroom about records and pull requests. */
import type { Newsroom } from './newsroom.ts';
import { place } from './newsroom.ts';

export interface Entry {
  readonly number: number;
  readonly jenis: string;
  readonly pull: number | null;
  readonly at: string;
  /** Folder of the item; none of the system. */
  readonly path?: string;
  readonly commit: string;
  readonly sidik: string;
  readonly langkah: readonly { readonly no: number; readonly akun: number; readonly atasNama: string }[];
}

/** All entries of the ledger, in order. */
export async function ledgerOf(room: Newsroom): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let number = 1; ; number += 1) {
    const text = await room.read('paraf', `ledger/2026/11/${String(number).padStart(6, '0')}.json`);
    if (text === null) return entries;
    entries.push({ ...(JSON.parse(text) as Entry), number });
  }
}

/** Entries of one pull request: there is never more than one. */
export async function entriesOf(room: Newsroom, pull: number): Promise<Entry[]> {
  return (await ledgerOf(room)).filter((entry) => entry.pull === pull);
}

/** Pull requests in the queue, and the step that each waits for. */
export async function antreanOf(room: Newsroom): Promise<[number, number | null][]> {
  const text = (await room.read('paraf', 'antrean.json')) ?? '[]';
  const list = JSON.parse(text) as { pull: number; posisi: { langkah: number | null } }[];
  return list.map(({ pull, posisi }) => [pull, posisi.langkah]);
}

/** `open`, `closed` or `merged`. */
export async function stateOf(room: Newsroom, pull: number): Promise<string> {
  const { data } = await room.app.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...place,
    pull_number: pull,
  });
  const { state, merged } = data as { state: string; merged: boolean };
  return merged ? 'merged' : state;
}

export async function messageOf(room: Newsroom, commit: string): Promise<string> {
  const { data } = await room.app.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
    ...place,
    commit_sha: commit,
  });
  return (data as { message: string }).message;
}
