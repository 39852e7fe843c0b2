import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryFaults } from './entry-rules.ts';
import { itemEntry, type LedgerEntry, type SignOff } from './ledger.ts';
import { rosterOf } from './peran.ts';
import { histories } from './proof/history-moves.ts';
import { sops, windingSop } from './proof/sops.ts';
import { reduce } from './reduce.ts';
import { positionOf } from './report.ts';
import { minute, newsRows } from './testing/history.ts';
import { news, ready, sop } from './testing/news.ts';

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

const roster = rosterOf(newsRows);
const merged = { pull: 7, commit: 'c', at: minute(60), path: 'content/berita/x', koleksi: 'berita' };
const whole = itemEntry(positionOf(reduce(news, ready), minute(60)), { ...merged, sidik: 'b' }) as ItemEntry;

/** The entry with one of its steps changed. */
const withStep = (no: number, change: Partial<SignOff> | null): ItemEntry => ({
  ...whole,
  langkah: whole.langkah.flatMap((step) =>
    step.no !== no ? [step] : change === null ? [] : [{ ...step, ...change }],
  ),
});

describe('an entry that its SOP does not allow', () => {
  it('is not the one that the gate writes', () => {
    expect(entryFaults(whole, sop, roster, null)).toEqual([]);
  });

  it.each<[string, ItemEntry, string[]]>([
    [
      'has no signature of a step',
      withStep(4, null),
      ['Langkah 4 (setujui) tidak diparaf siapa pun, padahal SOP mewajibkannya sebelum terbit.'],
    ],
    [
      'names a step that the SOP does not have',
      withStep(3, { tindakan: 'terima' }),
      ['Langkah 3 (terima) tidak ada dalam SOP penyebarluasan-informasi yang disebutnya.'],
    ],
    [
      'was approved by who made it, without the role',
      withStep(4, { akun: whole.langkah[0]!.akun }),
      [
        `Langkah 4 disetujui akun ${whole.langkah[0]!.akun}, yang sendiri mengerjakan langkah 1.`,
        `Langkah 4: akun ${whole.langkah[0]!.akun} tidak memegang peran tim-pengolah-informasi pada Sen 02/11/2026 08.30 WIB menurut daftar pelaksana yang tercatat.`,
      ],
    ],
    [
      'was signed in another role than the step’s',
      withStep(3, { peran: 'kepala-dinas' }),
      [
        'Langkah 3 tercatat oleh kepala-dinas, padahal menurut SOP oleh tim-pengolah-informasi.',
        `Langkah 3: akun ${whole.langkah[2]!.akun} tidak memegang peran kepala-dinas pada Sen 02/11/2026 08.30 WIB menurut daftar pelaksana yang tercatat.`,
      ],
    ],
    [
      'was approved for other content',
      withStep(4, { sidik: 'a' }),
      ['Langkah 4 menyetujui isi lain (sidik a) daripada yang diterbitkan (sidik b).'],
    ],
    [
      'has a signature that no review proves',
      withStep(3, { review: null }),
      ['Langkah 3 (periksa) tercatat selesai tanpa tinjauan yang membuktikannya.'],
    ],
    [
      'was signed after the merge, and in the wrong order',
      withStep(3, { at: minute(61) }),
      [
        'Langkah 3 tercatat Sen 02/11/2026 09.01 WIB, sesudah butirnya digabung Sen 02/11/2026 09.00 WIB.',
        'Langkah 4 tercatat Sen 02/11/2026 08.30 WIB, sebelum langkah 3 (Sen 02/11/2026 09.01 WIB).',
      ],
    ],
  ])('%s', (_, entry, messages) => {
    expect(entryFaults(entry, sop, roster, null).map(({ message }) => message)).toEqual(messages);
  });

  it('is one before a role was held', () => {
    const later = rosterOf(newsRows.map((row) => ({ ...row, mulai: minute(20) })));
    expect(new Set(entryFaults(whole, sop, later, null).map(({ code }) => code))).toEqual(
      new Set(['tanpa-peran']),
    );
  });
});

it('finds no fault in any entry that the reducer lets be written', () => {
  let seen = 0;
  fc.assert(
    fc.property(histories([...sops, windingSop]), ({ office, events }) => {
      const state = reduce(office.context, events);
      if ((state.phase !== 'terbit' && state.phase !== 'selesai') || state.approved === null) return;
      seen += 1;
      const at = events.findLast(({ kind }) => kind === 'merged')!.at;
      const end = new Date(
        Math.max(Date.parse(at), ...events.map((event) => Date.parse(event.at))),
      ).toISOString();
      const entry = itemEntry(positionOf(state, end), { ...merged, at: end, sidik: state.approved });
      expect(entryFaults(entry as ItemEntry, office.context.sop, office.context.roster, state.opd)).toEqual(
        [],
      );
    }),
    { numRuns: Number(process.env['PARAF_RUNS'] ?? 2_000) },
  );
  expect(seen).toBeGreaterThan(20);
});
