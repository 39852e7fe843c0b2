import type { Card } from './open-card.ts';
import { contentBySidik } from './open-card.ts';
import { changesOf, type Change } from './changes.ts';
import type { Field, Office } from '../office.ts';

/** Something to compare the present content with. */
export interface Base {
  readonly key: 'dilihat' | 'diparaf' | 'terbit' | 'awal';
  readonly label: string;
  readonly changes: readonly Change[];
}

/**
 * What the present content can be compared with, the most telling first: what the person saw or signed last, what is
 * published, what the pull request began with. Bases that are the present content itself are left out.
 *
 * @param seen fingerprint of what the person saw last
 */
export function basesOf(
  card: Card,
  fields: readonly Field[],
  office: Office,
  akun: number,
  seen: string | null,
): Base[] {
  const { content, facts, reading, published } = card;
  if (content === null) return [];
  const signed = reading.events.findLast(
    (event) => event.kind === 'reviewed' && event.by === akun && event.sidik !== null,
  );
  const first = reading.events.find((event) => event.kind === 'opened');
  const bySidik = (sidik: string | null | undefined) =>
    sidik === null || sidik === undefined || sidik === reading.state.sidik
      ? null
      : contentBySidik(facts, sidik);
  const signedSidik = signed?.kind === 'reviewed' ? signed.sidik : null;
  const candidates = [
    ['dilihat', 'Sejak Anda lihat terakhir', bySidik(seen)],
    ['diparaf', 'Sejak tinjauan Anda terakhir', signedSidik === seen ? null : bySidik(signedSidik)],
    ['terbit', 'Dibanding yang sudah terbit', published],
    ['awal', 'Sejak pertama dibuat', bySidik(first?.kind === 'opened' ? first.sidik : null)],
  ] as const;
  return candidates.flatMap(([key, label, before]) => {
    if (before === null) return [];
    const changes = changesOf(before, content, fields, office);
    return changes.length === 0 && key !== 'dilihat' ? [] : [{ key, label, changes }];
  });
}
