import type { Penugasan } from './pelaksana.ts';
import { termOf, type Term } from './peran.ts';

/** A list of appointments, and since when it stood on `main`. */
export interface StoodRows {
  readonly from: string;
  readonly rows: readonly Penugasan[];
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * The rows of the present list as they count (R2): at any time a row holds only as far as the list that stood then
 * held it too. So a backdated row, or a longer term, counts from the time it reached `main`, and what was signed
 * under the shorter one stands.
 *
 * @param stood the lists that stood one after the other, oldest first; the oldest also speaks of the time before it
 */
export function recordedRows(now: readonly Penugasan[], stood: readonly StoodRows[]): readonly Penugasan[] {
  const periods = stood.map(({ from, rows }, place) => ({
    from: place === 0 ? -Infinity : Date.parse(from),
    until: Date.parse(stood[place + 1]?.from ?? '') || Infinity,
    terms: rows.map(termOf),
  }));
  if (periods.length === 0) return now;
  return now.flatMap((row) => {
    const term = termOf(row);
    const spans = periods.flatMap((period) =>
      period.terms
        .filter((other) => isSame(other, term))
        .map((other) => common([term, period, other]))
        .filter(({ from, until }) => from < until),
    );
    const whole = spans.length === 1 && spans[0]!.from === term.from && spans[0]!.until === term.until;
    return whole ? [row] : joined(spans).map((span) => cut(row, span));
  });
}

/** Whether a row of an earlier list gave at least the right that this one gives. */
function isSame({ row }: Term, present: Term): boolean {
  const { akun, peran, opd } = present.row;
  return row.akun === akun && row.peran === peran && (row.opd === undefined || row.opd === opd);
}

function common(spans: readonly Span[]): Span {
  return {
    from: Math.max(...spans.map(({ from }) => from)),
    until: Math.min(...spans.map(({ until }) => until)),
  };
}

/** Spans that meet or overlap are one. */
function joined(spans: readonly Span[]): Span[] {
  const list: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = list.at(-1);
    if (last === undefined || span.from > last.until) list.push(span);
    else list[list.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
  }
  return list;
}

function cut(row: Penugasan, { from, until }: Span): Penugasan {
  const { selesai: _, ...rest } = row;
  const mulai = new Date(from).toISOString();
  // The end of a term is its last moment.
  return until === Infinity
    ? { ...rest, mulai }
    : { ...rest, mulai, selesai: new Date(until - 1).toISOString() };
}
