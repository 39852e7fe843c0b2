import type { Position } from '../core/position.ts';
import type { UnderWay } from '../core/under-way.ts';
import { changeBranch, recordBranch, tipOf } from './branch.ts';
import type { Client, Repository } from './read/client.ts';

/** `antrean.json` on branch `paraf`: the positions of all open items, for Meja and the figures of transparency. */
export const antreanFile = 'antrean.json';

/** One item that somebody is waiting for. */
export interface Antrean {
  readonly pull: number;
  readonly judul: string;
  readonly path: string;
  readonly koleksi: string;
  readonly opd: string | null;
  readonly pembuka: number | null;
  readonly dibuka: string;
  readonly posisi: Position;
}

/** The queue as it stands now. */
export async function readAntrean(client: Client, repository: Repository): Promise<readonly Antrean[]> {
  const tip = await tipOf(client, repository, recordBranch);
  return listOf(await tip.read(antreanFile));
}

/** What a queue tells about the SOP of each item. */
export function underWayOf(antrean: readonly Antrean[]): UnderWay[] {
  return antrean.map(({ pull, judul, koleksi, posisi: { sop, sopVersion, langkah } }) => ({
    pull,
    judul,
    koleksi,
    sop,
    sopVersion,
    langkah,
  }));
}

/** Puts one item's position into the queue, or takes the item out (`null`); nothing is written if nothing changed. */
export async function updateAntrean(
  client: Client,
  repository: Repository,
  pull: number,
  item: Antrean | null,
): Promise<void> {
  await changeBranch(client, repository, recordBranch, async (tip) => {
    const text = await tip.read(antreanFile);
    const old = listOf(text);
    const rest = old.filter((entry) => entry.pull !== pull);
    const next = item === null ? rest : [...rest, settled(item)].toSorted((a, b) => a.pull - b.pull);
    const wanted = `${JSON.stringify(next, null, 1)}\n`;
    if (wanted === text || (text === null && next.length === 0)) return null;
    return { message: `Antrean: #${pull}`, files: new Map([[antreanFile, wanted]]) };
  });
}

/** Without the minutes of the running clock: they would make every look a commit. Start and deadline stay. */
function settled(item: Antrean): Antrean {
  const steps = item.posisi.steps.map((step) =>
    step.selesai === null ? { ...step, menitKerja: null } : step,
  );
  return { ...item, posisi: { ...item.posisi, steps } };
}

/** The queue is made of looks alone: a broken one begins again empty, and the next sweep fills it. */
function listOf(text: string | null): readonly Antrean[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? (value as Antrean[]) : [];
  } catch {
    return [];
  }
}
