import type { KalenderDocument } from '../../../content/schema/kalender.ts';
import type { Kind, Tindakan } from '../../../content/schema/sop.ts';
import { tableOf, type Kalender } from '../../../scripts/core/kalender-table.ts';
import type { Waktu } from '../../../scripts/core/kalender-time.ts';
import type { Penugasan } from '../../../scripts/core/pelaksana.ts';
import { rosterOf, type Roster } from '../../../scripts/core/peran.ts';

/** A field of a collection, as plain data: what a form or a card needs of the schema. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind:
    | 'string'
    | 'text'
    | 'date'
    | 'select'
    | 'relation'
    | 'number'
    | 'boolean'
    | 'image'
    | 'file'
    | 'list'
    | 'object'
    | 'hidden';
  /** Whether an item without it cannot be saved. */
  readonly required?: true;
  readonly tindakan?: string;
  /** A working paper of the office, never on a public page. */
  readonly internal?: true;
  /** Values of a choice, and what a person reads. */
  readonly choices?: readonly (readonly [string, string])[];
  /** Fields of an object, or of one entry of a list. */
  readonly fields?: readonly Field[];
  readonly singular?: string;
  /** Longest text. */
  readonly max?: number;
}

export interface OfficeCollection {
  readonly name: string;
  readonly label: string;
  readonly singular: string;
  readonly folders: readonly ('year' | 'month' | 'opd')[];
  readonly url: string;
  readonly sop: string | null;
  readonly fields: readonly Field[];
}

export interface OfficeStep {
  readonly no: number;
  readonly tindakan: Tindakan;
  readonly kind: Kind;
  readonly aktivitas: string;
  readonly pelaksana: readonly string[];
  readonly waktu: Waktu | null;
  readonly hanyaKoreksi: boolean;
}

export interface OfficeSop {
  readonly nama: string;
  readonly langkah: readonly OfficeStep[];
  /** Names of its roles. */
  readonly pelaksana: Readonly<Record<string, string>>;
}

/**
 * What an office is, compiled to plain data when the portal is built (`/meja/kantor.json`): the queue needs it, and
 * must not wait for YAML and schemas. What is signed is never judged by it, but by the settings in the repository.
 */
export interface OfficeData {
  readonly sops: Readonly<Record<string, OfficeSop>>;
  readonly collections: readonly OfficeCollection[];
  readonly opd: Readonly<Record<string, string>>;
  readonly pelaksana: readonly Omit<Penugasan, 'surat'>[];
  readonly kalender: KalenderDocument;
}

/** The office, ready to be asked. */
export interface Office extends Omit<OfficeData, 'pelaksana' | 'kalender'> {
  readonly roster: Roster;
  readonly kalender: Kalender;
}

/** Prepares what was compiled. */
export function officeOf(data: OfficeData): Office {
  const { sops, collections, opd, pelaksana, kalender } = data;
  return {
    sops,
    collections,
    opd,
    roster: rosterOf(pelaksana.map((row) => ({ ...row, surat: '' }))),
    kalender: tableOf('content/kalender.yml', kalender),
  };
}

/** The step with a number. */
export function stepOf(office: Office, sop: string, no: number | null): OfficeStep | undefined {
  return office.sops[sop]?.langkah.find((langkah) => langkah.no === no);
}

/** Name of a role in an SOP; its id where the SOP does not know it. */
export function roleName(office: Office, sop: string, role: string): string {
  return office.sops[sop]?.pelaksana[role] ?? role.replaceAll('-', ' ');
}

/** Name of an office; its id in words where nobody knows it. */
export function opdName(office: Office, id: string | null): string {
  if (id === null) return 'Tanpa perangkat daerah';
  return office.opd[id] ?? id.replaceAll('-', ' ');
}

/** The collection with a name. */
export function collectionOf(office: Office, name: string): OfficeCollection | undefined {
  return office.collections.find((collection) => collection.name === name);
}
