import { z } from 'zod';
import { ledgerMonth } from './ledger.ts';

/** What the observer of an SOP found: on which channel it was aired, when, how often, and how well it hit its target. */
export interface Airing {
  readonly kanal: string;
  readonly waktu: string;
  readonly frekuensi: string;
  readonly ketepatan: string;
}

const command = '/tayang';

/** Lines of an airing report, in the order in which they are written. */
const fields = [
  ['kanal', 'Kanal'],
  ['waktu', 'Waktu'],
  ['frekuensi', 'Frekuensi'],
  ['ketepatan', 'Ketepatan'],
] as const;

/** Longest line that is taken over: what is longer is no longer an answer to a question of a form. */
const mostLetters = 300;

/** An airing report, or what is wrong with it, each fault as a sentence. */
export type AiringReading =
  { readonly ok: true; readonly airing: Airing } | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Reads a comment as an airing report (design, section 3: channel, time, frequency, accuracy): its first line is
 * `/tayang`, the lines after it are `Kanal: …`, `Waktu: …`, `Frekuensi: …` and `Ketepatan: …` in any order.
 *
 * @returns null for a comment that is no report at all
 */
export function airingOf(body: string): AiringReading | null {
  const [first = '', ...rest] = body.split(/\r?\n/);
  if (first.trim().toLowerCase() !== command) return null;
  const said = new Map<string, string[]>();
  for (const line of rest) {
    const [, name, value] = /^\s*([A-Za-z]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    said.set(name.toLowerCase(), [...(said.get(name.toLowerCase()) ?? []), value]);
  }
  const faults = fields.flatMap(([key, label]) => {
    const values = said.get(key) ?? [];
    const [value = ''] = values;
    if (values.length > 1)
      return [`Baris ${label} tertulis ${values.length} kali. Satu laporan untuk satu kanal.`];
    if (value === '') return [`Baris ${label} belum ada atau kosong.`];
    if (value.length > mostLetters) return [`Baris ${label} lebih panjang dari ${mostLetters} huruf.`];
    return [];
  });
  if (faults.length > 0) return { ok: false, faults };
  const value = (key: string) => said.get(key)?.[0] ?? '';
  return {
    ok: true,
    airing: {
      kanal: value('kanal'),
      waktu: value('waktu'),
      frekuensi: value('frekuensi'),
      ketepatan: value('ketepatan'),
    },
  };
}

/** The comment that reports an airing: what `airingOf` reads back. */
export function airingText(airing: Airing): string {
  return [
    command,
    ...fields.map(([key, label]) => `${label}: ${airing[key].replaceAll(/\s+/g, ' ').trim()}`),
  ].join('\n');
}

/** How a report is written, for the note that answers one with faults. */
export const airingExample = airingText({
  kanal: 'Portal dan radio',
  waktu: '2 sampai 6 November 2026',
  frekuensi: '3 kali sehari',
  ketepatan: 'Tepat: khalayak dan waktunya sesuai rencana',
});

/** One airing report as the app keeps it on branch `paraf`: a JSON file for each, only ever added to. */
export const airingRecord = z.strictObject({
  versi: z.literal(1),
  pull: z.int().positive(),
  /** Folder of the item, and the content that was aired. */
  path: z.string(),
  sidik: z.string(),
  kanal: z.string(),
  waktu: z.string(),
  frekuensi: z.string(),
  ketepatan: z.string(),
  /** Who reported it, in which role, and when. */
  akun: z.int(),
  peran: z.string(),
  atasNama: z.string(),
  at: z.iso.datetime({ offset: true }),
  /** Comment id on the platform. */
  komentar: z.string(),
});
export type AiringRecord = z.infer<typeof airingRecord>;

/** `tayang/2026/11/7-1234.json`: by the month of the report, the pull request and the comment. */
export function airingPath({ at, pull, komentar }: Pick<AiringRecord, 'at' | 'pull' | 'komentar'>): string {
  return `tayang/${ledgerMonth(at)}/${pull}-${komentar}.json`;
}
