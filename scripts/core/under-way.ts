import type { Aturan } from './aturan.ts';
import { plain, quoted } from './text.ts';

/** An item that is under way, and the SOP under which it runs: the one that stood when it was opened. */
export interface UnderWay {
  readonly pull: number;
  readonly judul: string;
  readonly koleksi: string;
  readonly sop: string;
  readonly sopVersion: string;
  /** Number of the step that is waited for; null where none is. */
  readonly langkah: number | null;
}

/** The SOP that governs a collection, and its version. */
export interface Governing {
  readonly sop: string;
  readonly version: string;
}

/** Which SOP governs each collection for items that are opened now. */
export function governingOf({ alur, sops }: Pick<Aturan, 'alur' | 'sops'>): ReadonlyMap<string, Governing> {
  return new Map(
    [...alur].flatMap(([koleksi, { sop }]) => {
      const found = sops.get(sop);
      return found === undefined ? [] : [[koleksi, { sop, version: found.version }]];
    }),
  );
}

/** Whether an item finishes under another SOP, or another version of it, than a new one would begin under. */
export function isUnderOlder(item: UnderWay, governing: ReadonlyMap<string, Governing>): boolean {
  const now = governing.get(item.koleksi);
  return now?.sop !== item.sop || now.version !== item.sopVersion;
}

/** Collections whose SOP a change replaces. */
export function changedCollections(
  before: ReadonlyMap<string, Governing>,
  after: ReadonlyMap<string, Governing>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((koleksi) => {
    const [old, next] = [before.get(koleksi), after.get(koleksi)];
    return old?.sop !== next?.sop || old?.version !== next?.version;
  });
}

/** Items in Markdown, each with where it stands and under what, for the summary of a change of SOPs. */
export function underWayLines(items: readonly UnderWay[], most = 100): string[] {
  const lines = items
    .slice(0, most)
    .map(
      ({ pull, judul, koleksi, sop, sopVersion, langkah }) =>
        `\\#${pull} ${quoted(judul, 120)} (${quoted(koleksi)}), ${langkah === null ? 'tidak ada yang ditunggu' : `langkah ${langkah}`}: SOP ${quoted(sop)} versi \`${plain(sopVersion).slice(0, 10)}\``,
    );
  return items.length > most ? [...lines, `dan ${items.length - most} butir lagi`] : lines;
}
