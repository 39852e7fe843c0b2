import { z } from 'zod';

/** An address of the portal: lower case or not, as the old portal had it; never of another host, nothing to run. */
const alamat = z
  .string()
  .max(200)
  .regex(
    /^\/(?!\/)(?:[\w.~-]+\/?)*$/,
    'harus alamat di portal ini yang diawali garis miring, misalnya /profil/',
  );

/**
 * Shape of `content/alihan.yml`: addresses that once led somewhere, and where that is now. What an address leads to
 * is never led further: who follows it waits once.
 */
export const alihanSchema = z.record(alamat, alamat).superRefine((alihan, context) => {
  for (const [dari, ke] of Object.entries(alihan)) {
    const message =
      dari === ke
        ? 'mengalihkan alamat ke dirinya sendiri; hapus barisnya'
        : Object.hasOwn(alihan, ke)
          ? `mengalihkan ke ${ke}, yang dialihkan lagi; tulis tujuan akhirnya`
          : null;
    if (message !== null) context.addIssue({ code: 'custom', path: [dari], message });
  }
});
export type Alihan = z.infer<typeof alihanSchema>;
