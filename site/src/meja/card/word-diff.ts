/** A run of words that stayed, went, or came. */
export interface Run {
  readonly kind: 'sama' | 'hapus' | 'tambah';
  readonly text: string;
}

/** Beyond this many changed words two texts are called different as a whole: comparing them would say nothing. */
const mostChanges = 800;

/**
 * Compares two texts word by word (Myers' greedy algorithm): the fewest words taken away and added that lead from
 * one to the other. Blanks belong to the word after them, so that what is added at the end touches nothing before it, and
 * the runs put together are the texts.
 */
export function wordDiff(before: string, after: string): readonly Run[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middle = changes(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return merged([
    { kind: 'sama', text: a.slice(0, start).join('') },
    ...middle,
    { kind: 'sama', text: a.slice(a.length - end).join('') },
  ]);
}

function wordsOf(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

function changes(a: readonly string[], b: readonly string[]): Run[] {
  const whole: Run[] = [
    { kind: 'hapus', text: a.join('') },
    { kind: 'tambah', text: b.join('') },
  ];
  if (a.length === 0 || b.length === 0) return whole;
  const trace: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  const most = Math.min(a.length + b.length, mostChanges);
  for (let count = 0; count <= most; count += 1) {
    trace.push(furthest);
    const next = new Map(furthest);
    for (let k = -count; k <= count; k += 2) {
      let x = goesDown(furthest, k, count) ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return walk(trace, a, b, count);
    }
    furthest = next;
  }
  return whole;
}

/** Whether the path reaches a diagonal by a word that came, rather than by one that went. */
function goesDown(furthest: ReadonlyMap<number, number>, k: number, count: number): boolean {
  return k === -count || (k !== count && (furthest.get(k - 1) ?? 0) < (furthest.get(k + 1) ?? 0));
}

/** The path back from the end, as runs in reading order. */
function walk(
  trace: readonly ReadonlyMap<number, number>[],
  a: readonly string[],
  b: readonly string[],
  count: number,
): Run[] {
  const runs: Run[] = [];
  let x = a.length;
  let y = b.length;
  for (let step = count; step >= 0; step -= 1) {
    const furthest = trace[step]!;
    const k = x - y;
    const before = goesDown(furthest, k, step) ? k + 1 : k - 1;
    const fromX = step === 0 ? 0 : (furthest.get(before) ?? 0);
    const fromY = step === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) {
      runs.push({ kind: 'sama', text: a[x - 1]! });
      x -= 1;
      y -= 1;
    }
    if (step === 0) break;
    if (x === fromX) runs.push({ kind: 'tambah', text: b[y - 1]! });
    else runs.push({ kind: 'hapus', text: a[x - 1]! });
    x = fromX;
    y = fromY;
  }
  return runs.reverse();
}

/** Neighbours of one kind as one run; between two that stayed, what went stands before what came. */
function merged(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  let went = '';
  let came = '';
  const flush = () => {
    if (went !== '') result.push({ kind: 'hapus', text: went });
    if (came !== '') result.push({ kind: 'tambah', text: came });
    went = '';
    came = '';
  };
  for (const { kind, text } of runs) {
    if (text === '') continue;
    if (kind === 'hapus') went += text;
    else if (kind === 'tambah') came += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'sama') result[result.length - 1] = { kind, text: last.text + text };
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}
