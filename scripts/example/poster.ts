import { Canvas, type Color } from './canvas.ts';
import { lineWidth, write } from './lettering.ts';
import type { Palette } from './scenes.ts';

/** One row of an infographic: a sign in a circle, one or two lines of words; with `share` (0 to 1) a bar under them. */
export interface PosterRow {
  readonly sign: string;
  readonly lines: readonly [string] | readonly [string, string];
  readonly share?: number;
}

/** What an infographic says. */
export interface Poster {
  readonly title: readonly [string] | readonly [string, string];
  readonly rows: readonly PosterRow[];
  readonly foot: string;
}

const width = 1200;
const margin = 80;
const head = 330;
const rowHeight = 200;
const footHeight = 120;
const ink: Color = '#24323a';

/** Paints an infographic: title, rows, foot. Its words are the sample's, so its `alt` can say all of them. */
export function paintPoster(palette: Palette, poster: Poster): Uint8Array {
  const height = head + poster.rows.length * rowHeight + footHeight;
  const canvas = new Canvas(width, height);
  canvas.gradient('#fbfaf5', '#f1efe4');
  canvas.gradient(palette.dark, palette.near, 0, head - 50);
  canvas.hills('#fbfaf5', head - 34, 10, 150, 0.7);
  canvas.ellipse(palette.bright, width - 120, 60, 130, 130, 0.35);
  for (const [i, line] of poster.title.entries())
    write(canvas, '#ffffff', line, { x: margin, y: 60 + i * 100, height: fitted(line, 64), weight: 0.2 });
  for (const [i, row] of poster.rows.entries()) paintRow(canvas, palette, row, head + i * rowHeight, i);
  canvas.rectangle(palette.dark, 0, height - footHeight + 20, width, footHeight - 20);
  write(canvas, '#ffffff', poster.foot, { x: margin, y: height - 62, height: fitted(poster.foot, 26) });
  return canvas.png();
}

function paintRow(canvas: Canvas, palette: Palette, row: PosterRow, y: number, index: number): void {
  const color = [palette.near, palette.middle][index % 2] ?? palette.near;
  canvas.rectangle('#ffffff', margin - 20, y, width - 2 * margin + 40, rowHeight - 24, 0.85);
  canvas.ellipse(color, margin + 80, y + 88, 66);
  const sign = Math.min(58, (58 * 96) / Math.max(96, lineWidth(row.sign, 58)));
  write(canvas, '#ffffff', row.sign, {
    x: margin + 80 - lineWidth(row.sign, sign) / 2,
    y: y + 88 - sign / 2,
    height: sign,
    weight: 0.2,
  });
  const left = margin + 190;
  const top = row.lines.length === 2 || row.share !== undefined ? y + 38 : y + 66;
  for (const [i, line] of row.lines.entries())
    write(canvas, ink, line, { x: left, y: top + i * 64, height: fitted(line, i === 0 ? 42 : 32, left) });
  if (row.share === undefined) return;
  const full = width - margin - left;
  canvas.rectangle('#d9d6c8', left, y + 110, full, 34);
  canvas.rectangle(palette.bright, left, y + 110, full * row.share, 34);
}

/** The largest height, up to the wanted one, at which a line still fits. */
function fitted(line: string, wanted: number, left: number = margin): number {
  return Math.min(wanted, (wanted * (width - margin - left)) / lineWidth(line, wanted));
}
