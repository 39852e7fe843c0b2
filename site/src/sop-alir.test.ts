import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../content/schema/sop.ts';
import { alirOf, type Panah } from './sop-alir.ts';
import { anySop, readSops, sopWith } from './testing/sops.ts';

const sops = readSops();
const signs = { kapsul: '()', kotak: '[]', ketupat: '<>' };

/** The flowchart in a line: each step's symbol, and each arrow but those that plainly lead to the next row. */
function picture(id: string): { simbol: string; arah: string[] } {
  const sop = sops.get(id)!;
  const { simbol, panah } = alirOf(sop);
  const no = (at: number | null) => (at === null ? 'selesai' : sop.langkah[at]!.no);
  return {
    simbol: simbol.map((one) => signs[one]).join(' '),
    arah: panah
      .filter(({ from, to, jawaban }) => jawaban !== null || to !== from + 1)
      .map(({ from, to, jawaban, sumber }) =>
        [`${no(from)} → ${no(to)}`, jawaban, sumber === 'eksplisit' ? null : sumber]
          .filter((word) => word !== null)
          .join(' '),
      ),
  };
}

describe('the flowchart of an SOP', () => {
  it.each([
    [
      'pembuatan-konten-informasi',
      {
        simbol: '() [] [] [] [] <> [] [] <>',
        arah: [
          '6 → 8 tidak disimpulkan',
          '6 → 7 ya disimpulkan',
          '7 → 5 disimpulkan',
          '9 → selesai ya',
          '9 → 7 tidak disimpulkan',
        ],
      },
    ],
    [
      'penyebarluasan-informasi',
      { simbol: '() [] [] <>', arah: ['4 → selesai ya', '4 → 2 tidak disimpulkan'] },
    ],
    [
      'pengelolaan-konten-media',
      {
        simbol: '() [] [] [] [] <> <> <> [] [] ()',
        arah: [
          '6 → 7 ya',
          '6 → 5 tidak disimpulkan',
          '7 → 8 ya',
          '7 → 5 tidak disimpulkan',
          '8 → 9 ya',
          '8 → 5 tidak disimpulkan',
          '11 → selesai',
        ],
      },
    ],
    [
      'pendokumentasian-informasi-publik',
      {
        simbol: '() <> [] <> ()',
        arah: ['2 → 3 ya', '2 → 1 tidak disimpulkan', '4 → 5 ya', '4 → 3 tidak disimpulkan', '5 → selesai'],
      },
    ],
  ])('of %s is read from its steps', (id, expected) => {
    expect(picture(id)).toEqual(expected);
  });

  it('draws one decision for steps that one review clears, and two where their ways differ', () => {
    const review = { tindakan: 'periksa', pelaksana: ['kabid'], kembaliKe: 1 };
    const symbols = (...more: Record<string, unknown>[]) =>
      alirOf(sopWith(['tim', 'kabid', 'kadis'], [{}, ...more])).simbol.slice(1);
    const approval = { ...review, tindakan: 'setujui' };
    expect(symbols(review, approval)).toEqual(['kotak', 'ketupat']);
    expect(symbols(review, { ...approval, pelaksana: ['kadis'] })).toEqual(['ketupat', 'ketupat']);
    expect(symbols(review, { ...approval, kembaliBila: 'ya' })).toEqual(['ketupat', 'ketupat']);
  });

  it('marks as proposed the way of a step that is itself a proposal', () => {
    const sop = sopWith(
      ['tim', 'kadis'],
      [
        {},
        {
          tindakan: 'setujui',
          pelaksana: ['kadis'],
          sumber: 'usulan',
          kembaliKe: 1,
          alasanArah: 'Usul kantor.',
        },
      ],
    );
    expect(alirOf(sop).panah.at(-1)).toEqual({
      from: 1,
      to: 0,
      kind: 'kembali',
      jawaban: 'tidak',
      sumber: 'usulan',
    } satisfies Panah);
  });
});

it('every SOP that the rules accept has a way in and out of each step, and returns that end where work is made', () => {
  fc.assert(
    fc.property(fc.oneof(anySop, fc.constantFrom(...sops.values())), (sop) => {
      const { simbol, panah } = alirOf(sop);
      const reached = new Set([0]);
      for (let size = 0; size < reached.size;) {
        size = reached.size;
        for (const { from, to } of panah) if (reached.has(from) && to !== null) reached.add(to);
      }
      const rows = sop.langkah.map((_, row) => row);
      expect([...reached].sort((a, b) => a - b)).toEqual(rows);
      expect(rows.filter((row) => !panah.some(({ from }) => from === row))).toEqual([]);
      expect(panah.filter(({ to }) => to === null)).toHaveLength(1);
      for (const { from, to, kind, jawaban } of panah) {
        if (kind === 'kembali') expect(kindOf(sop.langkah[to!]!.tindakan)).toBe('maker');
        expect(jawaban === null, `step ${from}`).toBe(simbol[from] !== 'ketupat');
      }
      for (const row of rows)
        if (simbol[row] === 'ketupat') {
          const answers = panah.filter(({ from }) => from === row).map(({ jawaban }) => jawaban);
          expect(answers.sort()).toEqual(['tidak', 'ya']);
        }
    }),
  );
});
