import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SopDocument } from '../../content/schema/sop.ts';
import { alirOf } from './sop-alir.ts';
import { diagramOf, type Diagram, type Sel } from './sop-diagram.ts';
import { joined, tegak } from './sop-garis.ts';
import { anySop, readSops, sopWith } from './testing/sops.ts';

const sops = readSops();
const any = fc.oneof(anySop, fc.constantFrom(...sops.values()));

/** Places that lines join, across the cells: the lower edge of a cell is the upper one of the next. */
function network(diagram: Diagram): (a: string, b: string) => boolean {
  const parent = new Map<string, string>();
  const root = (node: string): string => {
    const up = parent.get(node) ?? node;
    return up === node ? node : root(up);
  };
  for (const [row, cells] of diagram.sel.entries())
    for (const [column, cell] of cells.entries()) {
      for (const line of cell.garis) {
        const places =
          line.axis === 'v'
            ? tegak
                .slice(tegak.indexOf(line.from), tegak.indexOf(line.to) + 1)
                .map((y) => place(row, column, line.at, y))
            : [...new Set([line.from, line.to, 50, ...verticals(cell)])]
                .filter((x) => x >= line.from && x <= line.to)
                .map((x) => place(row, column, x, line.at));
        for (const one of places) parent.set(root(one), root(places[0]!));
      }
    }
  return (a, b) => root(a) === root(b);
}

const verticals = (cell: Sel): number[] => cell.garis.flatMap((line) => (line.axis === 'v' ? [line.at] : []));

function place(row: number, column: number, x: number, y: (typeof tegak)[number]): string {
  const [atRow, stop] = y === 'bawah' ? [row + 1, 'atas'] : [row, y];
  const across = column * 100 + x;
  return `${atRow} ${stop} ${across}`;
}

const columnsOf = (sop: SopDocument, row: number): number[] =>
  sop.langkah[row]!.pelaksana.map((id) => sop.pelaksana.findIndex((one) => one.id === id));

/** Rows of text: a step's symbols by column, and beside them the labels of its exits. */
function drawn(sop: SopDocument): string[] {
  const signs = { kapsul: '( )', kotak: '[ ]', ketupat: '< >' };
  return diagramOf(sop).sel.map((cells) =>
    cells
      .map(({ simbol, label, akhir }) =>
        simbol === null
          ? '.'
          : [
              signs[simbol],
              ...label.map(({ sisi, teks }) => `${teks}:${sisi}`),
              ...(akhir ? ['akhir'] : []),
            ].join(' '),
      )
      .join(' | '),
  );
}

describe('the drawing of an SOP', () => {
  it('puts each symbol in the column of its pelaksana, and labels the exits of decisions', () => {
    expect(drawn(sops.get('pembuatan-konten-informasi')!)).toEqual([
      '( ) | . | . | .',
      '. | [ ] | . | .',
      '. | [ ] | . | .',
      '. | . | [ ] | .',
      '. | [ ] | . | .',
      '. | < > tidak:bawah ya:kanan | . | .',
      '. | . | [ ] | .',
      '. | . | . | [ ]',
      '. | . | . | < > ya:bawah tidak:kiri akhir',
    ]);
  });

  it('draws the symbol of a step that either of two may do in both columns, joined', () => {
    const [row] = diagramOf(sops.get('penyebarluasan-informasi')!).sel;
    expect(row!.map(({ simbol, teks }) => [simbol, teks])).toEqual([
      ['kapsul', 'Mulai'],
      ['kapsul', 'Mulai'],
      [null, null],
    ]);
    expect(row![0]!.garis).toContainEqual({
      axis: 'h',
      at: 'tengah',
      from: 50,
      to: 100,
      sumber: 'disimpulkan',
    });
    expect(row![1]!.garis).toContainEqual({
      axis: 'h',
      at: 'tengah',
      from: 0,
      to: 50,
      sumber: 'disimpulkan',
    });
  });

  it('runs a return along the edge of its target’s column and enters above it', () => {
    const sop = sopWith(
      ['tim', 'kadis'],
      [{}, { tindakan: 'setujui', pelaksana: ['kadis'], kembaliKe: 1, alasanArah: 'Sebab.' }],
    );
    const [[above], [below]] = diagramOf(sop).sel as [[Sel], [Sel]];
    const dashed = { sumber: 'disimpulkan' } as const;
    expect(below.garis).toContainEqual({ axis: 'h', at: 'tengah', from: 94, to: 100, ...dashed });
    expect(below.garis).toContainEqual({ axis: 'v', at: 94, from: 'atas', to: 'tengah', ...dashed });
    expect(above.garis).toContainEqual({ axis: 'v', at: 94, from: 'balik', to: 'bawah', ...dashed });
    expect(above.garis).toContainEqual({ axis: 'h', at: 'balik', from: 50, to: 94, ...dashed });
    expect(above.kepala).toEqual([
      { x: 50, y: 'balik', ke: 'kiri' },
      { x: 50, y: 'simbol', ke: 'bawah' },
    ]);
  });

  it('goes round a symbol that stands in the way of the ordinary arrow', () => {
    const review = { tindakan: 'periksa', pelaksana: ['kadis'] };
    const sop = sopWith(
      ['tim', 'kadis'],
      [
        {},
        { ...review, kembaliKe: 3 },
        { tindakan: 'koreksi', pelaksana: ['kadis'], hanyaKoreksi: true, lanjutKe: 2 },
        { ...review, tindakan: 'setujui' },
      ],
    );
    const passed = diagramOf(sop).sel[2]![1]!;
    expect(passed.garis.filter(({ axis, at }) => axis === 'v' && at === 50)).toEqual([
      { axis: 'v', at: 50, from: 'balik', to: 'tengah', sumber: 'eksplisit' },
    ]);
    expect(diagramOf(sop).sel[1]![1]!.garis).toContainEqual(
      expect.objectContaining({ axis: 'h', at: 'keluar', from: 50 }),
    );
  });
});

describe('the drawing of any SOP that the rules accept', () => {
  it('joins the two ends of every arrow, from cell to cell', () => {
    fc.assert(
      fc.property(any, (sop) => {
        const isJoined = network(diagramOf(sop));
        for (const { from, to } of alirOf(sop).panah) {
          if (to === null) continue;
          const start = place(from, columnsOf(sop, from).at(-1)!, 50, 'tengah');
          const end = place(to, columnsOf(sop, to)[0]!, 50, 'tengah');
          expect(isJoined(start, end), `${from} → ${to}`).toBe(true);
        }
      }),
    );
  });

  it('gives every entered symbol its arrowhead, and no cell without a symbol one', () => {
    fc.assert(
      fc.property(any, (sop) => {
        const targets = new Set(alirOf(sop).panah.map(({ to }) => to));
        for (const [row, cells] of diagramOf(sop).sel.entries()) {
          const heads = cells.flatMap(({ kepala }) => kepala.filter(({ y }) => y === 'simbol'));
          expect(heads.length > 0, `row ${row}`).toBe(targets.has(row));
          expect(cells.filter(({ simbol, kepala }) => simbol === null && kepala.length > 0)).toEqual([]);
        }
      }),
    );
  });

  it('draws nothing twice, and no line beside the middle through a symbol', () => {
    fc.assert(
      fc.property(any, (sop) => {
        for (const cell of diagramOf(sop).sel.flat()) {
          expect(joined(cell.garis)).toEqual(cell.garis);
          const near = verticals(cell).filter((x) => x > 24 && x < 76 && x !== 50);
          expect(near).toEqual([]);
        }
      }),
    );
  });
});

it('a line is solid where a certain one and a concluded one run together', () => {
  const line = { axis: 'v', at: 50 } as const;
  expect(
    joined([
      { ...line, from: 'atas', to: 'tengah', sumber: 'eksplisit' },
      { ...line, from: 'balik', to: 'bawah', sumber: 'disimpulkan' },
      { ...line, from: 'balik', to: 'tengah', sumber: 'usulan' },
    ]),
  ).toEqual([
    { ...line, from: 'atas', to: 'tengah', sumber: 'eksplisit' },
    { ...line, from: 'tengah', to: 'bawah', sumber: 'disimpulkan' },
  ]);
});
