import type { Sumber } from '../../content/schema/sop.ts';

/**
 * Lines within one cell of the flowchart. The height of a row is known only to the browser, so that a place in a
 * cell is one of a few stops: shares of the cell, or pixels from its top. Lines of neighbouring cells meet at `atas`
 * and `bawah` whatever the heights are.
 */
export const tegak = ['atas', 'masuk', 'balik', 'tengah', 'keluar', 'bawah'] as const;
export type Tegak = (typeof tegak)[number];

/** A straight piece of an arrow: down a cell at `x` percent of its width, or across it at one of the stops. */
export type Garis =
  | {
      readonly axis: 'v';
      readonly at: number;
      readonly from: Tegak;
      readonly to: Tegak;
      readonly sumber: Sumber;
    }
  | {
      readonly axis: 'h';
      readonly at: Tegak;
      readonly from: number;
      readonly to: number;
      readonly sumber: Sumber;
    };

const weight: Record<Sumber, number> = { eksplisit: 2, disimpulkan: 1, usulan: 0 };

/**
 * Joins pieces that lie on one another, because two dashed lines drawn twice look solid. Where one of them is
 * certain, the certain one is drawn.
 */
export function joined(lines: readonly Garis[]): Garis[] {
  const tracks = Map.groupBy(lines, ({ axis, at }) => `${axis} ${at}`);
  return [...tracks.values()].flatMap((track) => {
    const spans = track.map(spanOf);
    const stops = [...new Set(spans.flatMap(({ low, high }) => [low, high]))].sort((a, b) => a - b);
    const pieces: Span[] = [];
    for (const [index, low] of stops.entries()) {
      const high = stops[index + 1];
      if (high === undefined) break;
      const over = spans.filter((span) => span.low <= low && span.high >= high);
      if (over.length === 0) continue;
      const sumber = over.reduce((best, span) => stronger(best, span.sumber), over[0]!.sumber);
      const last = pieces.at(-1);
      if (last !== undefined && last.high === low && last.sumber === sumber) last.high = high;
      else pieces.push({ low, high, sumber });
    }
    return pieces.map((piece) => garisOf(track[0]!, piece));
  });
}

/** Which of two sources is to be shown where lines run together. */
export function stronger(a: Sumber, b: Sumber): Sumber {
  return weight[a] >= weight[b] ? a : b;
}

interface Span {
  low: number;
  high: number;
  readonly sumber: Sumber;
}

function spanOf(line: Garis): Span {
  const ends = line.axis === 'v' ? [tegak.indexOf(line.from), tegak.indexOf(line.to)] : [line.from, line.to];
  return { low: Math.min(...ends), high: Math.max(...ends), sumber: line.sumber };
}

function garisOf(track: Garis, { low, high, sumber }: Span): Garis {
  return track.axis === 'v'
    ? { axis: 'v', at: track.at, from: tegak[low]!, to: tegak[high]!, sumber }
    : { axis: 'h', at: track.at, from: low, to: high, sumber };
}
