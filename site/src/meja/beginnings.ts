import { instant, rolesOf } from '../../../scripts/core/peran.ts';
import type { Office, OfficeCollection } from './office.ts';

/** Collections in which a person may begin an item: their SOP's first step is a maker's, and theirs. */
export function beginningsOf(office: Office, akun: number, now: string): OfficeCollection[] {
  return office.collections.filter((collection) => openingOpds(office, collection, akun, now).length > 0);
}

/**
 * Offices for which a person may begin an item of a collection: those of their appointments, or all where an
 * appointment names none.
 */
export function openingOpds(
  office: Office,
  collection: OfficeCollection,
  akun: number,
  now: string,
): readonly string[] {
  const first = collection.sop === null ? undefined : office.sops[collection.sop]?.langkah[0];
  if (first?.kind !== 'maker') return [];
  const at = instant(now);
  return Object.keys(office.opd).filter((opd) =>
    rolesOf(office.roster, akun, at, opd).some(({ peran }) => first.pelaksana.includes(peran)),
  );
}
