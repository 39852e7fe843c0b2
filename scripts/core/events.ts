import { z } from 'zod';

/** ISO 8601 with zone; the server's own time, never Git's author or committer dates (R1). */
const at = z.iso.datetime({ offset: true });
/** Numeric account id; as text, too, because some clients write large numbers so. */
const akun = z.union([
  z.int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
/** Id of a review. */
const tinjauan = z.union([z.string().min(1), z.int().nonnegative().transform(String)]);
/** One thing that an airing report says. */
const laporan = z.union([z.string().min(1), z.union([z.number(), z.boolean()]).transform(String)]);
/** Git tree id of the item's folder; null where the record of the branch cannot prove one (R3). */
const sidik = z.string().min(1).nullable();

const version = {
  at,
  by: akun,
  sidik: z.string().min(1),
  /** The office of the item; fixed when it is opened. */
  opd: z.string().optional(),
  /** Ids of the kelengkapan that are present in this version. */
  kelengkapan: z.array(z.string()).default([]),
  /** Accounts named as co-authors in the commits of this version. */
  coAuthors: z.array(akun).default([]),
};

/** What happened to one item, as one line of a file of events (design, section 7). */
export const eventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), ...version }),
  z.object({ kind: z.literal('content'), ...version }),
  z.object({ kind: z.literal('submitted'), at, by: akun, sidik }),
  z.object({
    kind: z.literal('reviewed'),
    at,
    by: akun,
    id: tinjauan,
    verdict: z.enum(['sign', 'return', 'comment']),
    sidik,
    body: z.string().default(''),
    /** The role that a person of several roles says they sign in. */
    sebagai: z.string().optional(),
  }),
  z.object({ kind: z.literal('edited'), at, by: akun, review: tinjauan }),
  z.object({ kind: z.literal('dismissed'), at, by: akun, review: tinjauan }),
  z.object({ kind: z.literal('closed'), at, by: akun }),
  z.object({ kind: z.literal('reopened'), at, by: akun }),
  z.object({ kind: z.literal('merged'), at, by: akun, sidik }),
  z.object({ kind: z.literal('published'), at, by: akun, sidik, url: z.string() }),
  z.object({
    kind: z.literal('observed'),
    at,
    by: akun,
    kanal: z.string(),
    frekuensi: laporan,
    ketepatan: laporan,
  }),
]);

export type Event = z.infer<typeof eventSchema>;
export type EventOf<K extends Event['kind']> = Extract<Event, { kind: K }>;
