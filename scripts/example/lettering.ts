import type { Canvas, Color, Point } from './canvas.ts';

/**
 * Letters as strokes on a grid four wide and six high: `16 20` is a line from (1, 6) to (2, 0), a bar lifts the pen.
 * Pictures need words, and no font can be counted on where the samples are painted.
 */
const glyphs: Readonly<Record<string, string>> = {
  A: '06 20 46|14 34',
  B: '33 03|00 06 36 45 44 33 42 41 30 00',
  C: '41 30 10 01 05 16 36 45',
  D: '00 06 26 44 42 20 00',
  E: '40 00 06 46|03 33',
  F: '40 00 06|03 33',
  G: '41 30 10 01 05 16 36 45 43 23',
  H: '00 06|40 46|03 43',
  I: '20 26',
  J: '40 45 36 16 05',
  K: '00 06|40 03 46',
  L: '00 06 46',
  M: '06 00 23 40 46',
  N: '06 00 46 40',
  O: '10 30 41 45 36 16 05 01 10',
  P: '06 00 30 41 42 33 03',
  Q: '10 30 41 45 36 16 05 01 10|34 46',
  R: '06 00 30 41 42 33 03|23 46',
  S: '41 30 10 01 02 13 33 44 45 36 16 05',
  T: '00 40|20 26',
  U: '00 05 16 36 45 40',
  V: '00 26 40',
  W: '00 16 22 36 40',
  X: '00 46|40 06',
  Y: '00 23 40|23 26',
  Z: '00 40 06 46',
  '0': '10 30 41 45 36 16 05 01 10',
  '1': '11 20 26',
  '2': '01 10 30 41 42 06 46',
  '3': '01 10 30 41 42 33 13|33 44 45 36 16 05',
  '4': '36 30 04 44',
  '5': '40 00 03 33 44 45 36 16 05',
  '6': '41 30 10 01 05 16 36 45 44 33 13 04',
  '7': '00 40 16',
  '8': '10 30 41 42 33 13 02 01 10|13 04 05 16 36 45 44 33',
  '9': '05 16 36 45 41 30 10 01 02 13 33 42',
  '-': '13 33',
  '–': '03 43',
  '.': '26 26',
  ',': '25 17',
  ':': '22 22|25 25',
  '/': '40 06',
  '+': '03 43|21 25',
  '%': '40 06|01 01|45 45',
};

const gap = 1.7;
const space = 2.6;

/** Width of a line of capitals, in pixels, at a height of its letters. */
export function lineWidth(words: string, height: number): number {
  const units = [...words.toUpperCase()].reduce((sum, char) => sum + advance(char), 0) - gap;
  return (Math.max(0, units) * height) / 6;
}

/** Writes a line of capitals; `x` and `y` are the upper left of its letters. Throws for a sign it does not have. */
export function write(
  canvas: Canvas,
  color: Color,
  words: string,
  at: { readonly x: number; readonly y: number; readonly height: number; readonly weight?: number },
): void {
  const unit = at.height / 6;
  const half = (at.height * (at.weight ?? 0.16)) / 2;
  let left = at.x;
  for (const char of words.toUpperCase()) {
    const lines = strokes(char);
    const shift = Math.min(...lines.flat().map(([x]) => x), 4);
    for (const line of lines) {
      const points = line.map(([x, y]): Point => [left + (x - shift) * unit, at.y + y * unit]);
      stroke(canvas, color, points, half);
    }
    left += advance(char) * unit;
  }
}

function strokes(char: string): Point[][] {
  if (char === ' ') return [];
  const glyph = glyphs[char];
  if (glyph === undefined) throw new Error(`no such letter to paint: ${char}`);
  return glyph
    .split('|')
    .map((line) => line.split(' ').map((point): Point => [Number(point[0]), Number(point[1])]));
}

function advance(char: string): number {
  const xs = strokes(char)
    .flat()
    .map(([x]) => x);
  return char === ' ' ? space : Math.max(...xs) - Math.min(...xs) + gap;
}

/** A thick line with round ends and joints. */
function stroke(canvas: Canvas, color: Color, points: readonly Point[], half: number): void {
  for (const [index, [x, y]] of points.entries()) {
    canvas.ellipse(color, x, y, half);
    const [x2, y2] = points[index + 1] ?? [x, y];
    const length = Math.hypot(x2 - x, y2 - y);
    if (length === 0) continue;
    const [dx, dy] = [((y2 - y) / length) * half, ((x - x2) / length) * half];
    canvas.polygon(color, [[x + dx, y + dy], [x2 + dx, y2 + dy], [x2 - dx, y2 - dy], [x - dx, y - dy]]); // prettier-ignore
  }
}
