import type { SopDocument, Sumber } from '../../content/schema/sop.ts';
import { alirOf, type Jawaban, type Panah, type Simbol } from './sop-alir.ts';
import { joined, stronger, type Garis, type Tegak } from './sop-garis.ts';

/** A point of an arrowhead, and the way it points. */
export interface Kepala {
  readonly x: number;
  readonly y: Tegak | 'simbol';
  readonly ke: 'bawah' | 'kiri' | 'kanan';
}

/** What is drawn in one cell: row of a step, column of a pelaksana. */
export interface Sel {
  readonly simbol: Simbol | null;
  readonly sumber: Sumber;
  /** Word inside the symbol: where the work starts and ends. */
  readonly teks: 'Mulai' | 'Selesai' | null;
  /** The end stands under a decision whose answer ends the work. */
  readonly akhir: boolean;
  readonly garis: readonly Garis[];
  readonly kepala: readonly Kepala[];
  readonly label: readonly { readonly sisi: 'bawah' | 'kiri' | 'kanan'; readonly teks: Jawaban }[];
}

/** Where an arrow passes from a row to the next: there a page may end, and a page connector stands. */
export interface Lintasan {
  /** The row above. */
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly ke: 'bawah' | 'atas';
  readonly sumber: Sumber;
}

export interface Diagram {
  /** By row, then column. */
  readonly sel: readonly (readonly Sel[])[];
  readonly lintasan: readonly Lintasan[];
}

/** Distance of a lane from the edge of its column and from the next lane, in percent of the column. */
const lane = 6;
/** Where the symbol begins: no lane comes nearer to the middle. */
const room = 24;
const centre = 50;

interface Draft {
  simbol: Simbol | null;
  sumber: Sumber;
  teks: Sel['teks'];
  akhir: boolean;
  garis: Garis[];
  kepala: Kepala[];
  label: Sel['label'][number][];
}

/**
 * Draws the flowchart of an SOP: which symbol and which pieces of line each cell holds. Ordinary arrows leave below
 * and enter above; a return leaves at a side of its decision, runs along the edge of its target's column and enters
 * above it, so that no line crosses a symbol.
 */
export function diagramOf(sop: SopDocument): Diagram {
  const alir = alirOf(sop);
  const columns = sop.langkah.map((langkah) =>
    langkah.pelaksana.map((id) => sop.pelaksana.findIndex((one) => one.id === id)).filter((at) => at >= 0),
  );
  const pen = new Pen(sop.langkah.length, sop.pelaksana.length);
  for (const [row, langkah] of sop.langkah.entries()) {
    const here = columns[row]!;
    for (const column of here) {
      const cell = pen.cell(row, column);
      cell.simbol = alir.simbol[row]!;
      cell.sumber = langkah.sumber;
      if (cell.simbol === 'kapsul')
        cell.teks = alir.panah.some(({ from, to }) => from === row && to === null) ? 'Selesai' : 'Mulai';
    }
    // Either may do the step: their symbols are one.
    pen.across(row, 'tengah', point(Math.min(...here)), point(Math.max(...here)), langkah.sumber);
  }
  const lanes = lanesOf(alir.panah, columns);
  for (const panah of alir.panah) draw(pen, panah, columns, lanes);
  return pen.diagram();
}

/** A place across the whole table: column, and percent of its width. */
interface Place {
  readonly column: number;
  readonly x: number;
}
const point = (column: number, x = centre): Place => ({ column, x });

class Pen {
  private readonly drafts: Draft[][];
  private readonly crossings = new Map<string, Lintasan>();

  constructor(rows: number, columns: number) {
    this.drafts = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => ({
        simbol: null,
        sumber: 'eksplisit' as const,
        teks: null,
        akhir: false,
        garis: [],
        kepala: [],
        label: [],
      })),
    );
  }

  cell(row: number, column: number): Draft {
    return this.drafts[row]![column]!;
  }

  /** A line along a row, through all the cells between two places. */
  across(row: number, at: Tegak, a: Place, b: Place, sumber: Sumber): void {
    const [start, end] = a.column * 100 + a.x <= b.column * 100 + b.x ? [a, b] : [b, a];
    for (let column = start.column; column <= end.column; column += 1) {
      const from = column === start.column ? start.x : 0;
      const to = column === end.column ? end.x : 100;
      if (from !== to) this.cell(row, column).garis.push({ axis: 'h', at, from, to, sumber });
    }
  }

  /** A line along a column, from a stop in one row to a stop in another; notes where it passes between rows. */
  along(place: Place, from: [number, Tegak], to: [number, Tegak], sumber: Sumber): void {
    const down = from[0] <= to[0];
    const [top, bottom] = down ? [from, to] : [to, from];
    for (let row = top[0]; row <= bottom[0]; row += 1) {
      const start = row === top[0] ? top[1] : 'atas';
      const end = row === bottom[0] ? bottom[1] : 'bawah';
      this.cell(row, place.column).garis.push({ axis: 'v', at: place.x, from: start, to: end, sumber });
      if (row < bottom[0]) this.cross({ row, ...place, ke: down ? 'bawah' : 'atas', sumber });
    }
  }

  private cross(lintasan: Lintasan): void {
    const key = `${lintasan.row} ${lintasan.column} ${lintasan.x}`;
    const before = this.crossings.get(key);
    const sumber = before === undefined ? lintasan.sumber : stronger(before.sumber, lintasan.sumber);
    this.crossings.set(key, { ...lintasan, sumber });
  }

  diagram(): Diagram {
    return {
      sel: this.drafts.map((row) => row.map((cell) => ({ ...cell, garis: joined(cell.garis) }))),
      lintasan: [...this.crossings.values()].sort(
        (a, b) => a.row - b.row || a.column - b.column || a.x - b.x,
      ),
    };
  }
}

function draw(pen: Pen, panah: Panah, columns: readonly (readonly number[])[], lanes: Lanes): void {
  const { from, to, jawaban, sumber } = panah;
  const exit = columns[from]!.at(-1)!;
  if (to === null) {
    if (jawaban === null) return;
    pen.cell(from, exit).akhir = true;
    pen.cell(from, exit).label.push({ sisi: 'bawah', teks: jawaban });
    return;
  }
  const entry = columns[to]![0]!;
  if (isStraight(panah, columns)) {
    if (jawaban !== null) pen.cell(from, exit).label.push({ sisi: 'bawah', teks: jawaban });
    pen.along(point(exit), [from, 'tengah'], [to, exit === entry ? 'tengah' : 'masuk'], sumber);
    pen.across(to, 'masuk', point(exit), point(entry), sumber);
    pen.along(point(entry), [to, 'masuk'], [to, 'tengah'], sumber);
  } else {
    const way = wayOf(panah, columns);
    const x = lanes(panah);
    const track = point(way.column, x);
    if (panah.kind === 'maju' && to > from) {
      // The sides belong to the return of this step: the ordinary way leaves below, past the symbols under it.
      if (jawaban !== null) pen.cell(from, exit).label.push({ sisi: 'bawah', teks: jawaban });
      pen.along(point(exit), [from, 'tengah'], [from, 'keluar'], sumber);
      pen.across(from, 'keluar', point(exit), track, sumber);
      pen.along(track, [from, 'keluar'], [to, 'balik'], sumber);
    } else {
      const side = way.keluar === 'kanan' ? Math.max(...columns[from]!) : Math.min(...columns[from]!);
      if (jawaban !== null) pen.cell(from, side).label.push({ sisi: way.keluar, teks: jawaban });
      pen.across(from, 'tengah', point(side), track, sumber);
      pen.along(track, [from, 'tengah'], [to, 'balik'], sumber);
    }
    pen.across(to, 'balik', track, point(entry), sumber);
    pen.along(point(entry), [to, 'balik'], [to, 'tengah'], sumber);
    const fromRight = way.column * 100 + x > entry * 100 + centre;
    pen.cell(to, entry).kepala.push({ x: centre, y: 'balik', ke: fromRight ? 'kiri' : 'kanan' });
  }
  pen.cell(to, entry).kepala.push({ x: centre, y: 'simbol', ke: 'bawah' });
}

/** Whether an ordinary arrow can go straight down its own column: no symbol stands in the rows between. */
function isStraight(panah: Panah, columns: readonly (readonly number[])[]): boolean {
  const { from, to, kind } = panah;
  if (kind !== 'maju' || to === null || to <= from) return false;
  const exit = columns[from]!.at(-1)!;
  return columns.slice(from + 1, to).every((between) => !between.includes(exit));
}

interface Way {
  /** Column along whose edge the arrow runs, and which edge. */
  readonly column: number;
  readonly edge: 'kiri' | 'kanan';
  /** Side of the symbol at which it leaves. */
  readonly keluar: 'kiri' | 'kanan';
}

function wayOf({ from, to }: Panah, columns: readonly (readonly number[])[]): Way {
  const low = Math.min(...columns[from]!);
  const high = Math.max(...columns[from]!);
  const entry = columns[to!]![0]!;
  if (entry > high) return { column: entry, edge: 'kiri', keluar: 'kanan' };
  if (entry < low) return { column: entry, edge: 'kanan', keluar: 'kiri' };
  if (entry === low && low !== high) return { column: low, edge: 'kiri', keluar: 'kiri' };
  return { column: high, edge: 'kanan', keluar: 'kanan' };
}

/** Percent of the column's width at which an arrow that is not straight runs. */
type Lanes = (panah: Panah) => number;

/** Gives every target a lane of its own at the edge of a column wherever two would lie beside each other. */
function lanesOf(panah: readonly Panah[], columns: readonly (readonly number[])[]): Lanes {
  const keyOf = (one: Panah) => {
    const { column, edge } = wayOf(one, columns);
    return { edge, group: `${column} ${edge}`, key: `${column} ${edge} ${one.to}` };
  };
  const spans = new Map<string, { group: string; low: number; high: number; place: number }>();
  for (const one of panah) {
    if (one.to === null || isStraight(one, columns)) continue;
    const { group, key } = keyOf(one);
    const span = spans.get(key) ?? { group, low: one.to, high: one.to, place: 0 };
    spans.set(key, { ...span, low: Math.min(span.low, one.from), high: Math.max(span.high, one.from) });
  }
  const placed: { group: string; low: number; high: number; place: number }[] = [];
  for (const [key, span] of [...spans].sort(([, a], [, b]) => a.high - a.low - (b.high - b.low))) {
    const taken = placed
      .filter(({ group, low, high }) => group === span.group && low <= span.high && high >= span.low)
      .map(({ place }) => place);
    let place = 1;
    while (taken.includes(place)) place += 1;
    placed.push({ ...span, place });
    spans.set(key, { ...span, place });
  }
  return (one) => {
    const { edge, group, key } = keyOf(one);
    const most = Math.max(...placed.filter((span) => span.group === group).map(({ place }) => place));
    const offset = (spans.get(key)?.place ?? 1) * Math.min(lane, room / most);
    return edge === 'kiri' ? offset : 100 - offset;
  };
}
