import { z } from 'zod';

const at = z.iso.datetime({ offset: true });
const akun = z.int().nonnegative();

const stepPosition = z.strictObject({
  no: z.int().positive().describe('Number of the step in the SOP.'),
  tindakan: z.string(),
  mulai: at.nullable().describe("When the step's clock started: when the step before it was done."),
  selesai: at.nullable().describe('When it was done; null while it is open.'),
  oleh: akun.nullable().describe('Account that did it.'),
  atasNama: z
    .string()
    .nullable()
    .describe('Role in which it was done, as the reader should see it: "Sekretaris, Plh Kepala Dinas".'),
  peran: z.string().nullable().describe('Role id in which it was done.'),
  review: z.string().nullable().describe('Review that signed it, where one did.'),
  sidik: z.string().nullable().describe('Content that stood when it was done.'),
  menitKerja: z
    .int()
    .nullable()
    .describe('Working minutes that a step with a time in minutes took, or has taken so far.'),
  hariKerja: z
    .int()
    .nullable()
    .describe('Working days that a step with a time in days took so far; the first day is not counted.'),
  tenggat: at
    .nullable()
    .describe('Deadline; null where the step has no clock yet, no time, or no calendar for it.'),
  terlambat: z.boolean().nullable().describe('Whether it was done, or is now, after the deadline.'),
  catatan: z
    .string()
    .optional()
    .describe('How the deadline of an open step came about, or why there is none.'),
});

const recorded = z.strictObject({
  event: z
    .int()
    .nonnegative()
    .describe('Place of the event in the history as it was given, from 0: its line in a file.'),
  code: z.string().describe('Permanent name of the reason.'),
  message: z.string().describe('What happened, why, and what to do, in Indonesian.'),
});

/** Where an item stands in its SOP: the contract of `paraf trace --json` (design, section 7). */
export const positionSchema = z.strictObject({
  sop: z.string(),
  sopVersion: z.string().describe('Git blob id of the SOP under which the item runs.'),
  langkah: z
    .int()
    .positive()
    .nullable()
    .describe('Number of the step that is waited for; null once nothing is.'),
  status: z.enum(['berjalan', 'siap', 'terbit', 'selesai', 'ditutup']),
  menunggu: z.array(z.string()).describe('Roles that can do what is waited for.'),
  putaranKoreksi: z.int().nonnegative(),
  steps: z.array(stepPosition),
  ditolak: z.array(recorded).describe('What was recorded and cleared nothing, with the reason.'),
  pelanggaran: z.array(recorded).describe('Merges that the plan did not order.'),
  macet: z
    .array(z.strictObject({ no: z.int().positive(), peran: z.array(z.string()), message: z.string() }))
    .describe('Steps `setujui` that nobody may sign: the roles of which another holder is needed (R6).'),
  sidik: z
    .string()
    .nullable()
    .describe("Tree id of the item's folder as it stands now; null before anything was opened."),
  sidikDisetujui: z.string().nullable().describe('Tree id that every `setujui` signed, from `siap` on.'),
});

/** A value that nobody changes, in all its parts. */
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

export type Position = Frozen<z.infer<typeof positionSchema>>;
export type StepPosition = Position['steps'][number];
export type Refusal = Position['ditolak'][number];
export type Violation = Position['pelanggaran'][number];
export type Deadlock = Position['macet'][number];
