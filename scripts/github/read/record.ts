import { z } from 'zod';
import type { Result } from '../../core/issue.ts';

/** `sistem.json` on branch `paraf`: each approved state of everything outside the item folders, newest last. */
const sistemRecord = z.strictObject({
  /** Commit on `main`. */
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  /** Git tree id of that commit without its item folders. */
  sidik: z.string().regex(/^[0-9a-f]{40}$/),
  at: z.iso.datetime({ offset: true }),
  /** Null for the first record of a repository. */
  pull: z.int().positive().nullable(),
});

export type SistemRecord = z.infer<typeof sistemRecord>;

export const sistemFile = 'sistem.json';

/** Reads `sistem.json`; an absent, empty or unreadable one is an issue, for nothing can be judged without it. */
export function parseSistem(text: string | null): Result<readonly SistemRecord[]> {
  const fault = (message: string): Result<never> => ({
    ok: false,
    issues: [{ code: 'catatan-sistem', file: `paraf:${sistemFile}`, message }],
  });
  if (text === null)
    return fault(
      'Repositori ini belum punya catatan sistem, sehingga belum diketahui aturan mana yang berlaku. Jalankan `npm run -s paraf -- bootstrap` sekali sebagai aplikasi Paraf.',
    );
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fault('Catatan sistem bukan JSON yang utuh. Pulihkan dari riwayat cabang paraf.');
  }
  const parsed = z.array(sistemRecord).min(1).safeParse(data);
  if (!parsed.success)
    return fault(
      `Catatan sistem tidak sesuai bentuknya (${z.prettifyError(parsed.error).split('\n')[0] ?? ''}). Pulihkan dari riwayat cabang paraf.`,
    );
  return { ok: true, value: parsed.data };
}

/** The record that stood at a time; before the first one, the first. */
export function recordAt(records: readonly SistemRecord[], at: string): SistemRecord {
  const time = Date.parse(at);
  const stood = records.findLast((record) => Date.parse(record.at) <= time) ?? records[0];
  if (stood === undefined) throw new Error('no sistem record');
  return stood;
}
