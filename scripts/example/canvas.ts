import { encodePng } from './png.ts';

export type Point = readonly [x: number, y: number];
/** `#rrggbb`. */
export type Color = string;

const subRows = 4;

/** A picture that flat shapes are painted on, with smooth edges. Coordinates are pixels; y grows downwards. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  private readonly rgb: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.rgb = new Uint8Array(width * height * 3);
  }

  /** Fills rows from `top` to `bottom` with a gradient. */
  gradient(from: Color, to: Color, top = 0, bottom = this.height): void {
    const [a, b] = [parse(from), parse(to)];
    for (let y = Math.max(0, top); y < Math.min(bottom, this.height); y++) {
      const t = (y - top) / (bottom - top);
      const row = a.map((value, i) => Math.round(value + ((b[i] ?? 0) - value) * t));
      const at = y * this.width * 3;
      this.rgb.set(row, at);
      // Doubles what is filled until the row is full.
      for (let done = 3; done < this.width * 3; done *= 2)
        this.rgb.copyWithin(at + done, at, at + Math.min(done, this.width * 3 - done));
    }
  }

  polygon(color: Color, points: readonly Point[], alpha = 1): void {
    const paint = parse(color);
    const ys = points.map(([, y]) => y);
    const first = Math.max(0, Math.floor(Math.min(...ys)));
    const last = Math.min(this.height - 1, Math.ceil(Math.max(...ys)));
    const xs = points.map(([x]) => x);
    const left = Math.max(0, Math.floor(Math.min(...xs)));
    const right = Math.min(this.width, Math.ceil(Math.max(...xs)));
    const coverage = new Float32Array(this.width);
    for (let y = first; y <= last; y++) {
      coverage.fill(0);
      for (let sub = 0; sub < subRows; sub++)
        addSpans(coverage, crossings(points, y + (sub + 0.5) / subRows));
      for (let x = left; x < right; x++) {
        const share = ((coverage[x] ?? 0) / subRows) * alpha;
        if (share > 0) this.blend((y * this.width + x) * 3, paint, Math.min(1, share));
      }
    }
  }

  rectangle(color: Color, x: number, y: number, width: number, height: number, alpha = 1): void {
    const right = x + width;
    const bottom = y + height;
    this.polygon(color, [[x, y], [right, y], [right, bottom], [x, bottom]], alpha); // prettier-ignore
  }

  ellipse(color: Color, cx: number, cy: number, rx: number, ry = rx, alpha = 1): void {
    // No corner of a small one can be seen.
    const corners = Math.max(rx, ry) < 10 ? 24 : 72;
    const points = Array.from({ length: corners }, (_, i): Point => {
      const angle = (i / corners) * 2 * Math.PI;
      return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)];
    });
    this.polygon(color, points, alpha);
  }

  /** Everything below a wavy line, down to the lower edge. */
  hills(color: Color, y: number, height: number, length: number, shift: number, alpha = 1): void {
    const points: Point[] = [];
    for (let x = 0; x <= this.width + 8; x += 8) {
      const wave = Math.sin(x / length + shift) + 0.4 * Math.sin((x / length) * 2.3 + shift * 1.7);
      points.push([x, y - wave * height]);
    }
    this.polygon(color, [...points, [this.width + 8, this.height], [0, this.height]], alpha);
  }

  png(): Uint8Array {
    return encodePng(this.width, this.height, this.rgb);
  }

  private blend(at: number, paint: readonly number[], share: number): void {
    for (let i = 0; i < 3; i++) {
      const old = this.rgb[at + i] ?? 0;
      this.rgb[at + i] = old + ((paint[i] ?? 0) - old) * share + 0.5;
    }
  }
}

function parse(color: Color): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Where a horizontal line meets the edges of a polygon, from left to right. */
function crossings(points: readonly Point[], y: number): number[] {
  const found: number[] = [];
  for (const [index, [x1, y1]] of points.entries()) {
    const [x2, y2] = points[(index + 1) % points.length] ?? [x1, y1];
    if (y1 <= y === y2 <= y) continue;
    found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  }
  return found.sort((a, b) => a - b);
}

/** Adds to each pixel the share of it that lies inside; pixels at the ends of a span are covered in part. */
function addSpans(coverage: Float32Array, xs: readonly number[]): void {
  for (let i = 0; i + 1 < xs.length; i += 2) {
    const from = Math.max(0, xs[i] ?? 0);
    const to = Math.min(coverage.length, xs[i + 1] ?? 0);
    for (let x = Math.floor(from); x < to; x++) {
      const share = Math.min(x + 1, to) - Math.max(x, from);
      coverage[x] = (coverage[x] ?? 0) + Math.max(0, share);
    }
  }
}
