import { commandOf, reasonOf } from '../core/command.ts';
import type { EventOf } from '../core/events.ts';
import type { UnderWay } from '../core/under-way.ts';
import { plain } from '../core/text.ts';
import { blobId } from '../publish/index/tree.ts';
import { changeBranch, recordBranch, tipOf, type Tip } from './branch.ts';
import {
  antreanFile,
  antreanFrom,
  antreanPosition,
  antreanText,
  type Antrean,
  type Pengembalian,
} from './read/antrean.ts';
import type { Client, Repository } from './read/client.ts';
import type { Facts } from './read/facts.ts';
import type { ItemReading } from './read/item.ts';

/** So many finished items stay in the queue, for those who signed them to see what became of it. */
const finishedKept = 30;

/** What the queue says of an item; null once nobody waits for it and nothing came of it. */
export function antreanOf(facts: Facts, reading: ItemReading): Antrean | null {
  const { kind } = facts;
  const { position, state, judul } = reading;
  if (kind.kind !== 'item' || position.status === 'ditutup') return null;
  const live = reading.events.findLast((event) => event.kind === 'published');
  return {
    pull: facts.number,
    judul: judul ?? facts.title,
    path: kind.folder,
    koleksi: kind.collection.name,
    opd: state.opd,
    pembuka: facts.author?.id ?? null,
    dibuka: facts.createdAt,
    penyumbang: [...new Set([...state.lasting, ...state.passing])].toSorted((a, b) => a - b),
    dikembalikan: state.correcting ? lastReturn(reading) : null,
    terbit: state.published && live !== undefined ? { pada: live.at, url: live.url } : null,
    posisi: antreanPosition(position),
  };
}

/** The return that led to the correction under way. */
function lastReturn({ events, position }: ItemReading): Pengembalian | null {
  const refused = new Set(position.ditolak.map(({ event }) => event));
  const found = events.findLast(
    (event, place): event is EventOf<'reviewed'> =>
      event.kind === 'reviewed' && commandOf(event) === 'return' && !refused.has(place),
  );
  if (found === undefined) return null;
  return { pada: found.at, oleh: found.by, alasan: plain(reasonOf(found.body), 160) };
}

/** The queue as it stands now. */
export async function readAntrean(client: Client, repository: Repository): Promise<readonly Antrean[]> {
  const tip = await tipOf(client, repository, recordBranch);
  return antreanFrom(await tip.read(antreanFile));
}

/** What a queue tells about the SOP of each item that is under way. */
export function underWayOf(antrean: readonly Antrean[]): UnderWay[] {
  const open = antrean.filter(({ posisi }) => posisi.status !== 'selesai');
  return open.map(({ pull, judul, koleksi, posisi: { sop, sopVersion, langkah } }) => ({
    pull,
    judul,
    koleksi,
    sop,
    sopVersion,
    langkah,
  }));
}

/** The queue as a process wrote it last, and the id of its file: under the same id it need not be read again. */
export interface AntreanMemory {
  written: { readonly id: string; readonly text: string } | null;
}

/**
 * Puts positions of items into the queue, or takes items out (`null`); nothing is written if nothing changed.
 *
 * @param memory of whoever writes more than once: a long queue is a long file
 */
export async function updateAntrean(
  client: Client,
  repository: Repository,
  places: ReadonlyMap<number, Antrean | null>,
  memory: AntreanMemory = { written: null },
): Promise<void> {
  const present = [...places.values()].filter((item) => item !== null);
  const [first] = places.keys();
  const message = places.size === 1 ? `Antrean: #${first}` : `Antrean: ${places.size} butir`;
  await changeBranch(client, repository, recordBranch, async (tip) => {
    const text = await textAt(tip, memory);
    const rest = antreanFrom(text).filter(({ pull }) => !places.has(pull));
    const next = withoutOld([...rest, ...present]).toSorted((a, b) => a.pull - b.pull);
    const wanted = antreanText(next);
    if (wanted === text || (text === null && next.length === 0)) return null;
    // Whether or not the branch takes it: under this id lies this text.
    memory.written = { id: blobId(Buffer.from(wanted), tip.commit?.length ?? 40), text: wanted };
    return { message, files: new Map([[antreanFile, wanted]]) };
  });
}

async function textAt(tip: Tip, { written }: AntreanMemory): Promise<string | null> {
  const isKnown = written !== null && (await tip.id(antreanFile)) === written.id;
  return isKnown ? written.text : tip.read(antreanFile);
}

function withoutOld(items: readonly Antrean[]): readonly Antrean[] {
  const finished = items
    .filter(({ posisi }) => posisi.status === 'selesai')
    .toSorted((a, b) => Date.parse(b.terbit?.pada ?? b.dibuka) - Date.parse(a.terbit?.pada ?? a.dibuka));
  const old = new Set(finished.slice(finishedKept));
  return items.filter((item) => !old.has(item));
}
