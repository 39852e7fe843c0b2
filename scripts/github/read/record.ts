import { z } from 'zod';
import type { Result } from '../../core/issue.ts';
import type { Penugasan } from '../../core/pelaksana.ts';

/** `sistem.json` on branch `paraf`: each approved state of everything outside the item folders, newest last. */
const sistemRecord = z.strictObject({
  /** Commit on `main`. */
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  /** Git tree id of that commit without its item folders. */
  sidik: z.string().regex(/^[0-9a-f]{40}$/),
  at: z.iso.datetime({ offset: true }),
  /** Null for the first record of a repository. */
  pull: z.int().positive().nullable(),
  /** Rows of `content/pelaksana.yml` that no record before this one had: when they reached `main` (R2). */
  penugasan: z.array(z.string()).default([]),
});

export type SistemRecord = z.output<typeof sistemRecord>;

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

/** What a row grants, without its end: ending a row does not make it a new one. */
function grantOf(row: Penugasan): string {
  return [row.akun, row.peran, row.opd ?? '', row.mulai, row.jenis].join(' ');
}

/** A row as a record keeps it: what it grants, and until when. */
function rowKey(row: Penugasan): string {
  return `${grantOf(row)} ${row.selesai ?? ''}`.trimEnd();
}

/** Whether a kept row grants all that a row grants: the same, for as long or longer. */
function covers(kept: string, row: Penugasan): boolean {
  const grant = grantOf(row);
  if (kept === grant) return true;
  if (!kept.startsWith(`${grant} `) || row.selesai === undefined) return false;
  return kept.slice(grant.length + 1) >= row.selesai;
}

/** Rows that no record has yet, as a new record keeps them. */
export function newRows(rows: readonly Penugasan[], records: readonly SistemRecord[]): string[] {
  const kept = records.flatMap(({ penugasan }) => penugasan);
  return rows.filter((row) => !kept.some((one) => covers(one, row))).map(rowKey);
}

/** Rows with the time at which they reached `main`, so that a backdated one counts from then (R2). */
export function withTercatat(
  rows: readonly Penugasan[],
  records: readonly SistemRecord[],
): readonly Penugasan[] {
  return rows.map((row) => {
    const first = records.find(({ penugasan }) => penugasan.some((kept) => covers(kept, row)));
    return first === undefined ? row : { ...row, tercatat: first.at };
  });
}
