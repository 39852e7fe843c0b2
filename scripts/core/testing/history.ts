/** Short words for histories in the core's tests: who does what, one line each. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { sopSchema, type SopDocument } from '../../../content/schema/sop.ts';
import type { Event } from '../events.ts';
import type { Penugasan } from '../pelaksana.ts';
import { rosterOf } from '../peran.ts';
import type { Position } from '../position.ts';
import { reduce } from '../reduce.ts';
import { positionOf } from '../report.ts';
import { checkedKelengkapan, type Sop } from '../sop.ts';
import type { Context } from '../state.ts';

/** One of the SOPs in content/sop, as it stands in the repository. */
export function sopFromContent(id: string): Sop {
  const text = readFileSync(new URL(`../../../content/sop/${id}/index.md`, import.meta.url), 'utf8');
  const front = text.split(/^---$/m)[1] ?? '';
  return sopFrom(id, parse(front, { schema: 'core' }) as SopDocument);
}

/** An SOP invented in a test. */
export function sopFrom(id: string, document: unknown): Sop {
  return { ...sopSchema.parse(document), id, version: `versi-${id}` };
}

/** People of the tests: role → accounts. Two correctors, so that one can approve what the other edited. */
export const people = {
  peliput: 1,
  penyusun: 2,
  penyusunLain: 3,
  pengolah: 4,
  pengolahLain: 5,
  tamu: 9,
  app: 100,
} as const;

export function row(akun: number, peran: string, more: Partial<Penugasan> = {}): Penugasan {
  return { akun, peran, mulai: '2026-01-01', jenis: 'definitif', jabatan: 'Staf', surat: 'Contoh', ...more };
}

export const newsRows: readonly Penugasan[] = [
  row(people.peliput, 'tim-peliputan'),
  row(people.penyusun, 'penyusun-bahan-informasi'),
  row(people.penyusunLain, 'penyusun-bahan-informasi'),
  row(people.pengolah, 'tim-pengolah-informasi'),
  row(people.pengolahLain, 'tim-pengolah-informasi'),
];

export function contextOf(sop: Sop, rows: readonly Penugasan[]): Context {
  return { sop, roster: rosterOf(rows), app: people.app };
}

/** All kelengkapan that an SOP checks. */
export function allKelengkapan(sop: Sop): string[] {
  return [...new Set(sop.langkah.flatMap(checkedKelengkapan))];
}

/** 2026-11-02 08:00 WIB plus some minutes (and seconds). */
export function minute(minutes: number, seconds = 0): string {
  const start = Date.parse('2026-11-02T08:00:00+07:00');
  return new Date(start + minutes * 60_000 + seconds * 1000).toISOString().replace('.000Z', 'Z');
}

type Loose<E> = E extends unknown ? Partial<Omit<E, 'kind' | 'at' | 'by'>> : never;
type More<K extends Event['kind']> = Loose<Extract<Event, { kind: K }>>;

let reviews = 0;

/** Builders of events: `ev.sign(4, people.pengolah, 'a')` is a signature in minute 4 on content `a`. */
export const ev = {
  opened: (at: number, by: number, sidik: string, more: More<'opened'> = {}): Event => ({
    kind: 'opened',
    at: minute(at),
    by,
    sidik,
    kelengkapan: ['dokumentasi', 'data-informasi', 'berita-narasi'],
    coAuthors: [],
    ...more,
  }),
  content: (at: number, by: number, sidik: string, more: More<'content'> = {}): Event => ({
    kind: 'content',
    at: minute(at),
    by,
    sidik,
    kelengkapan: ['dokumentasi', 'data-informasi', 'berita-narasi'],
    coAuthors: [],
    ...more,
  }),
  submitted: (at: number, by: number, sidik: string | null): Event => ({
    kind: 'submitted',
    at: minute(at),
    by,
    sidik,
  }),
  sign: (at: number, by: number, sidik: string | null, more: More<'reviewed'> = {}): Event => ({
    kind: 'reviewed',
    at: minute(at),
    by,
    id: `r${(reviews += 1)}`,
    verdict: 'sign',
    sidik,
    body: '',
    ...more,
  }),
  giveBack: (
    at: number,
    by: number,
    body = 'Perbaiki angka di paragraf dua.',
    more: More<'reviewed'> = {},
  ): Event => ({
    kind: 'reviewed',
    at: minute(at),
    by,
    id: `r${(reviews += 1)}`,
    verdict: 'return',
    sidik: null,
    body,
    ...more,
  }),
  comment: (
    at: number,
    by: number,
    sidik: string | null,
    body: string,
    more: More<'reviewed'> = {},
  ): Event => ({
    kind: 'reviewed',
    at: minute(at),
    by,
    id: `r${(reviews += 1)}`,
    verdict: 'comment',
    sidik,
    body,
    ...more,
  }),
  edited: (at: number, by: number, review: string): Event => ({ kind: 'edited', at: minute(at), by, review }),
  dismissed: (at: number, by: number, review: string): Event => ({
    kind: 'dismissed',
    at: minute(at),
    by,
    review,
  }),
  closed: (at: number, by: number): Event => ({ kind: 'closed', at: minute(at), by }),
  reopened: (at: number, by: number): Event => ({ kind: 'reopened', at: minute(at), by }),
  merged: (at: number, by: number, sidik: string): Event => ({ kind: 'merged', at: minute(at), by, sidik }),
  published: (at: number, by: number, sidik: string): Event => ({
    kind: 'published',
    at: minute(at),
    by,
    sidik,
    url: '/berita/2026/11/x/',
  }),
  observed: (at: number, by: number): Event => ({
    kind: 'observed',
    at: minute(at),
    by,
    kanal: 'Radio',
    frekuensi: '2 kali',
    ketepatan: 'tepat',
  }),
};

/** Position after a history under an SOP, a day later. */
export function positionAfter(context: Context, events: readonly Event[]): Position {
  return positionOf(reduce(context, events), minute(1440));
}
