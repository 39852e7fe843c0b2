import { z } from 'zod';
import type { Position } from './position.ts';

const signOff = z.strictObject({
  no: z.int().positive(),
  tindakan: z.string(),
  /** Role id, and the words the public reads: "Sekretaris, Plh Kepala Dinas". */
  peran: z.string(),
  atasNama: z.string(),
  akun: z.int(),
  at: z.iso.datetime({ offset: true }),
  /** Review id on the platform; null for a maker's step, which has none. */
  review: z.string().nullable(),
  sidik: z.string().nullable(),
});

const common = {
  versi: z.literal(1),
  /** Number of the pull request; null for the first entry of a repository. */
  pull: z.int().positive().nullable(),
  /** Commit on `main` that brought it. */
  commit: z.string(),
  at: z.iso.datetime({ offset: true }),
};

/**
 * One publication, as a JSON file on branch `paraf`: `ledger/<yyyy>/<mm>/<number>.json`, numbered without gaps.
 * Files are only ever added. With the repository's objects they prove each page, GitHub gone (design, section 5).
 */
export const ledgerEntry = z.discriminatedUnion('jenis', [
  z.strictObject({
    jenis: z.literal('item'),
    ...common,
    /** Folder in the repository: `content/berita/2026/11/kerja-bakti`. */
    path: z.string(),
    koleksi: z.string(),
    /** Git tree id of that folder: what was signed, and what is published. */
    sidik: z.string(),
    sop: z.string(),
    sopVersion: z.string(),
    langkah: z.array(signOff).min(1),
    putaranKoreksi: z.int().nonnegative(),
  }),
  z.strictObject({
    jenis: z.literal('pencabutan'),
    ...common,
    path: z.string(),
    koleksi: z.string(),
    sidik: z.string(),
    alasan: z.string(),
  }),
  z.strictObject({
    jenis: z.literal('sistem'),
    ...common,
    /** Git tree id of the commit without its item folders. */
    sidik: z.string(),
    disetujuiOleh: z.array(z.int()),
  }),
]);

export type LedgerEntry = z.infer<typeof ledgerEntry>;
export type SignOff = z.infer<typeof signOff>;

/** Folder of the ledger on branch `paraf`. */
export const ledgerRoot = 'ledger';

/** Month of a time in Asia/Pontianak (UTC+7 the whole year): `2026/11`. */
export function ledgerMonth(at: string): string {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 7).replace('-', '/');
}

/** `ledger/2026/11/000012.json`. */
export function ledgerPath(month: string, number: number): string {
  return `${ledgerRoot}/${month}/${String(number).padStart(6, '0')}.json`;
}

/** Number of a ledger file's name; null for any other. */
export function ledgerNumber(name: string): number | null {
  const [, digits] = /^(\d{6,})\.json$/.exec(name) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The entry of an item that was merged as signed: every sign-off of its position. */
export function itemEntry(
  position: Position,
  merged: {
    readonly pull: number;
    readonly commit: string;
    readonly at: string;
    readonly path: string;
    readonly koleksi: string;
    readonly sidik: string;
  },
): LedgerEntry {
  return ledgerEntry.parse({
    jenis: 'item',
    versi: 1,
    ...merged,
    sop: position.sop,
    sopVersion: position.sopVersion,
    langkah: position.steps.flatMap((step) =>
      step.selesai === null || step.oleh === null || step.peran === null
        ? []
        : [
            {
              no: step.no,
              tindakan: step.tindakan,
              peran: step.peran,
              atasNama: step.atasNama ?? step.peran,
              akun: step.oleh,
              at: step.selesai,
              review: step.review,
              sidik: step.sidik,
            },
          ],
    ),
    putaranKoreksi: position.putaranKoreksi,
  });
}
