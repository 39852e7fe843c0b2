import type { Langkah, SopDocument } from '../../content/schema/sop.ts';
import type { Diagram, Lintasan } from './sop-diagram.ts';

/** A page connector: the same letter stands where an arrow leaves a sheet and where it goes on. */
export interface Penghubung extends Lintasan {
  readonly huruf: string;
  /** Its line in the row of connectors, from 0: neighbours that would touch stand under each other. */
  readonly tingkat: number;
}

/** The rows of one printed sheet, from one to before another, and the connectors to the sheet before and after. */
export interface Lembar {
  readonly from: number;
  readonly to: number;
  readonly masuk: readonly Penghubung[];
  readonly keluar: readonly Penghubung[];
}

/**
 * A sheet of A4 landscape within its margins, in millimetres: its size, the heading and legend above the first
 * table, and what stays free because an estimate may be wrong.
 */
const sheet = { width: 273, height: 186, heading: 26, spare: 4 } as const;
/** Widths of the columns in percent, as sop.css sets them; the pelaksana share what is left. */
const roomy = { no: 3, aktivitas: 18, kelengkapan: 13, waktu: 7.5, output: 14, keterangan: 10.5 } as const;
const dense = { no: 3, aktivitas: 15, kelengkapan: 11, waktu: 7.5, output: 11, keterangan: 8 } as const;
/** Inside of a cell, a line of its text, and a letter, at 7.5 points. */
const padding = 2.5;
const lineHeight = 3.6;
const letter = 1.42;
/** The least height of a row, which its symbol and arrows need, and of one that ends the work (SopSel.astro). */
const least = 20;
const leastAtEnd = 32;
/** A line of connectors (SopSambung.astro). */
const connector = 8.5;
/** Connectors nearer than this, in percent of a column, would touch. */
const apart = 25;
const across = ({ column, x }: Lintasan) => column * 100 + x;

/** Whether the pelaksana are so many that the other columns make room for them. */
export function isDense(sop: SopDocument): boolean {
  return sop.pelaksana.length > 4;
}

/** Width of a column on paper, in millimetres. */
function widthOf(sop: SopDocument, column: keyof typeof roomy): number {
  return ((isDense(sop) ? dense : roomy)[column] * sheet.width) / 100;
}

/**
 * Cuts the table into sheets of A4 landscape. A browser breaks pages without telling the arrows, so that the breaks
 * are set here, by an estimate of each row's height that is rather too high; what is estimated is text in known
 * columns, never the screen.
 */
export function lembarOf(sop: SopDocument, diagram: Diagram): Lembar[] {
  const crossings = (row: number) => diagram.lintasan.filter((lintasan) => lintasan.row === row);
  const space = sheet.height - sheet.spare - headOf(sop);
  const cuts: number[] = [0];
  let left = space - sheet.heading;
  for (const [row, langkah] of sop.langkah.entries()) {
    const height = heightOf(sop, langkah, diagram.sel[row]?.some(({ akhir }) => akhir) === true);
    const last = row === sop.langkah.length - 1;
    if (row > 0 && height + (last ? 0 : levelsOf(crossings(row)) * connector) > left) {
      cuts.push(row);
      left = space - levelsOf(crossings(row - 1)) * connector;
    }
    left -= height;
  }
  let count = 0;
  const joints = cuts.slice(1).map((cut) =>
    placed(crossings(cut - 1)).map(([lintasan, tingkat]): Penghubung => {
      count += 1;
      return { ...lintasan, tingkat, huruf: lettersOf(count) };
    }),
  );
  return cuts.map((from, index) => ({
    from,
    to: cuts[index + 1] ?? sop.langkah.length,
    masuk: joints[index - 1] ?? [],
    keluar: joints[index] ?? [],
  }));
}

/** Puts connectors that would touch under each other. */
function placed(crossings: readonly Lintasan[]): [Lintasan, number][] {
  const done: [Lintasan, number][] = [];
  for (const lintasan of crossings) {
    const near = done.filter(([other]) => Math.abs(across(other) - across(lintasan)) < apart);
    let tingkat = 0;
    while (near.some(([, taken]) => taken === tingkat)) tingkat += 1;
    done.push([lintasan, tingkat]);
  }
  return done;
}

const levelsOf = (crossings: readonly Lintasan[]): number =>
  Math.max(0, ...placed(crossings).map(([, tingkat]) => tingkat + 1));

/** A line and a letter of the names of the pelaksana, which are smaller. */
const headLine = 2.8;
const headLetter = 1.45;

/** Height of the table's head: its first row, and the names of the pelaksana. */
function headOf(sop: SopDocument): number {
  const taken = Object.values(isDense(sop) ? dense : roomy).reduce((sum, share) => sum + share, 0);
  const width = (((100 - taken) / 100) * sheet.width) / sop.pelaksana.length;
  const lines = Math.max(...sop.pelaksana.map(({ nama }) => linesOf([nama], width, headLetter)));
  return 7 + Math.max(7, lines * headLine + padding);
}

function heightOf(sop: SopDocument, langkah: Langkah, ends: boolean): number {
  const cells = [
    linesOf([langkah.aktivitas], widthOf(sop, 'aktivitas')),
    linesOf(
      langkah.kelengkapan.map(({ nama }) => `${nama} 00`),
      widthOf(sop, 'kelengkapan'),
    ),
    linesOf([langkah.waktuTeks ?? ''], widthOf(sop, 'waktu')),
    linesOf(langkah.output, widthOf(sop, 'output')),
    linesOf([langkah.keterangan ?? ''], widthOf(sop, 'keterangan')),
  ];
  return Math.max(Math.max(...cells) * lineHeight + padding, ends ? leastAtEnd : least);
}

function linesOf(texts: readonly string[], width: number, size: number = letter): number {
  const fits = Math.floor((width - padding) / size);
  let lines = 0;
  for (const text of texts) {
    let left = 0;
    for (const word of text.split(' ')) {
      if (word.length > left) {
        lines += Math.max(1, Math.ceil(word.length / fits));
        left = fits - (word.length % fits) - 1;
      } else left -= word.length + 1;
    }
  }
  return lines;
}

/** 1 → A, 26 → Z, 27 → AA. */
function lettersOf(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return `${rest > 0 ? lettersOf(rest) : ''}${String.fromCharCode(65 + ((count - 1) % 26))}`;
}
