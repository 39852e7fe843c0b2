import type { Antrean } from '../../../scripts/github/read/antrean.ts';
import { instant, rolesOf } from '../../../scripts/core/peran.ts';
import { stepOf, type Office } from './office.ts';

/** Parts of the queue, in the order in which they stand. */
export type Section = 'saya' | 'nanti' | 'kembali' | 'kantor' | 'terbit';

export interface Who {
  readonly id: number;
  readonly now: string;
}

/** What is shown of the queue. */
export interface Filter {
  readonly cari: string;
  readonly opd: string;
  readonly koleksi: string;
  readonly tindakan: string;
}

export const noFilter: Filter = { cari: '', opd: '', koleksi: '', tindakan: '' };

/** The queue of one person: each item once, most urgent first. */
export function sectionsOf(
  items: readonly Antrean[],
  office: Office,
  who: Who,
  filter: Filter = noFilter,
): ReadonlyMap<Section, readonly Antrean[]> {
  const shown = items.filter((item) => isShown(item, office, filter));
  const sections = Map.groupBy(
    shown.flatMap((item) => {
      const section = sectionOf(item, office, who);
      return section === null ? [] : [{ item, section }];
    }),
    ({ section }) => section,
  );
  const order: readonly Section[] = ['saya', 'nanti', 'kembali', 'kantor', 'terbit'];
  return new Map(
    order.map((section) => [
      section,
      (sections.get(section) ?? [])
        .map(({ item }) => item)
        .toSorted(section === 'terbit' ? newestFirst : mostUrgentFirst),
    ]),
  );
}

/** Where an item stands for a person; null where it is none of their business. */
export function sectionOf(item: Antrean, office: Office, who: Who): Section | null {
  const sop = office.sops[item.posisi.sop];
  if (sop === undefined) return null;
  const at = instant(who.now);
  const roles = new Set(rolesOf(office.roster, who.id, at, item.opd).map(({ peran }) => peran));
  const mine = (langkah: { readonly pelaksana: readonly string[] }) =>
    langkah.pelaksana.some((peran) => roles.has(peran));
  const involved = sop.langkah.some(mine) || item.penyumbang.includes(who.id);
  if (item.posisi.status === 'selesai') return involved ? 'terbit' : null;
  const current = stepOf(office, item.posisi.sop, item.posisi.langkah);
  const isBarred = current?.tindakan === 'setujui' && item.penyumbang.includes(who.id);
  if (current !== undefined && current.kind !== 'system' && mine(current) && !isBarred) return 'saya';
  if (item.posisi.status === 'terbit') return involved ? 'terbit' : null;
  if (item.dikembalikan?.oleh === who.id) return 'kembali';
  const place = sop.langkah.findIndex(({ no }) => no === item.posisi.langkah);
  const comes = sop.langkah.some(
    (langkah, index) =>
      place >= 0 &&
      index > place &&
      !langkah.hanyaKoreksi &&
      langkah.kind !== 'system' &&
      mine(langkah) &&
      !(langkah.tindakan === 'setujui' && item.penyumbang.includes(who.id)),
  );
  if (comes) return 'nanti';
  return involved ? 'kantor' : null;
}

/** Deadline of the step that is waited for; null where it has none. */
export function deadlineOf(item: Antrean): string | null {
  return item.posisi.steps.find(({ no }) => no === item.posisi.langkah)?.tenggat ?? null;
}

function mostUrgentFirst(a: Antrean, b: Antrean): number {
  const due = (item: Antrean) => {
    const tenggat = deadlineOf(item);
    return tenggat === null ? Infinity : Date.parse(tenggat);
  };
  const [first, second] = [due(a), due(b)];
  return first === second ? a.pull - b.pull : first - second;
}

function newestFirst(a: Antrean, b: Antrean): number {
  const live = (item: Antrean) => Date.parse(item.terbit?.pada ?? item.dibuka);
  return live(b) - live(a) || b.pull - a.pull;
}

function isShown(item: Antrean, office: Office, filter: Filter): boolean {
  if (filter.opd !== '' && item.opd !== filter.opd) return false;
  if (filter.koleksi !== '' && item.koleksi !== filter.koleksi) return false;
  const step = stepOf(office, item.posisi.sop, item.posisi.langkah);
  if (filter.tindakan !== '' && step?.tindakan !== filter.tindakan) return false;
  const words = filter.cari.toLocaleLowerCase('id').split(/\s+/).filter(Boolean);
  const text = `${item.judul} ${office.opd[item.opd ?? ''] ?? ''} #${item.pull}`.toLocaleLowerCase('id');
  return words.every((word) => text.includes(word));
}
