import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SopDocument } from '../../content/schema/sop.ts';
import { diagramOf } from './sop-diagram.ts';
import { lembarOf } from './sop-lembar.ts';
import { anySop, readSops } from './testing/sops.ts';

const sops = readSops();
const sheetsOf = (sop: SopDocument) => lembarOf(sop, diagramOf(sop));

it.each([
  ['pembuatan-konten-informasi', ['1–5 AB', '6–9']],
  ['penyebarluasan-informasi', ['1–4']],
  ['pengelolaan-konten-media', ['1–3 A', '4–9 B', '10–11']],
  ['pendokumentasian-informasi-publik', ['1–5']],
])('%s is printed on sheets that end where its arrows have connectors', (id, expected) => {
  expect(
    sheetsOf(sops.get(id)!).map(({ from, to, keluar }) =>
      `${from + 1}–${to} ${keluar.map(({ huruf }) => huruf).join('')}`.trim(),
    ),
  ).toEqual(expected);
});

it('every row stands on one sheet, and every connector has its pair on the next', () => {
  fc.assert(
    fc.property(anySop, (sop) => {
      const sheets = sheetsOf(sop);
      expect(sheets.flatMap(({ from, to }) => sop.langkah.slice(from, to))).toEqual(sop.langkah);
      const letters = sheets.flatMap(({ keluar }) => keluar.map(({ huruf }) => huruf));
      expect(new Set(letters).size).toBe(letters.length);
      expect(sheets[0]!.masuk).toEqual([]);
      expect(sheets.at(-1)!.keluar).toEqual([]);
      for (const [index, { keluar }] of sheets.entries())
        if (index + 1 < sheets.length) {
          expect(keluar.length).toBeGreaterThan(0);
          expect(sheets[index + 1]!.masuk).toEqual(keluar);
        }
    }),
  );
});
