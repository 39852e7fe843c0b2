/** What waits, in numbers alone: no title, no office and no account leaves the office's own queue. */
import { z } from 'zod';

/** Items under way of one SOP. */
export const tunggakanSchema = z.array(
  z.object({
    sop: z.string(),
    /** Items that are not finished. */
    berjalan: z.int().nonnegative(),
    /** Those of them whose open step is past its deadline. */
    terlambat: z.int().nonnegative(),
    /** Those that came back for correction at least once. */
    dikoreksi: z.int().nonnegative(),
  }),
);
export type Tunggakan = z.infer<typeof tunggakanSchema>;

/** What the count looks at in an entry of the queue (`antrean.json`). */
export interface Menunggu {
  readonly posisi: {
    readonly sop: string;
    readonly status: string;
    readonly langkah: number | null;
    readonly putaranKoreksi: number;
    readonly steps: readonly { readonly no: number; readonly tenggat?: string | undefined }[];
  };
}

/**
 * Counts the queue by SOP, sorted by its id. A deadline is missed when it lies before the day that the portal speaks
 * of, so that the count follows from the queue and that day.
 *
 * @param asOf `2026-11-02`
 */
export function tunggakanDari(antrean: readonly Menunggu[], asOf: string): Tunggakan {
  const open = antrean.filter(({ posisi: { status } }) => status === 'berjalan' || status === 'siap');
  const groups = Map.groupBy(open, ({ posisi }) => posisi.sop);
  return [...groups]
    .map(([sop, items]) => ({
      sop,
      berjalan: items.length,
      terlambat: items.filter((item) => isLate(item, asOf)).length,
      dikoreksi: items.filter(({ posisi }) => posisi.putaranKoreksi > 0).length,
    }))
    .toSorted((a, b) => a.sop.localeCompare(b.sop));
}

function isLate({ posisi: { steps, langkah } }: Menunggu, asOf: string): boolean {
  const tenggat = steps.find(({ no }) => no === langkah)?.tenggat;
  return tenggat !== undefined && Date.parse(tenggat) < Date.parse(`${asOf}T00:00:00+07:00`);
}
