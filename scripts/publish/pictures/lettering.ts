import { create, type Font } from 'fontkitten';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Weights that cards are written in: the portal's own face, cut for one weight each. */
export type Weight = 500 | 700;

const fonts = new Map<Weight, Font>();

function fontOf(weight: Weight): Font {
  const known = fonts.get(weight);
  if (known !== undefined) return known;
  const modules = process.env['PARAF_MODULES'];
  const require = createRequire(modules === undefined ? import.meta.url : join(modules, 'paraf.js'));
  const file = `@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-${weight}-normal.woff`;
  const font = create(readFileSync(require.resolve(file)));
  if (font.isCollection) throw new Error(`${file} holds several fonts`);
  fonts.set(weight, font);
  return font;
}

interface Letter {
  /** Outline in font units, y upwards. */
  readonly path: string;
  readonly advance: number;
}

const letters = new Map<string, Letter>();

function letterOf(char: string, weight: Weight): Letter {
  const key = `${weight}${char}`;
  const known = letters.get(key);
  if (known !== undefined) return known;
  const font = fontOf(weight);
  const code = char.codePointAt(0) ?? 0;
  // A sign that the face does not have: what stands for it is the same everywhere, unlike a fallback font.
  const glyph = font.glyphForCodePoint(font.hasGlyphForCodePoint(code) ? code : 0x20);
  const letter = { path: glyph.path.toSVG(), advance: glyph.advanceWidth };
  letters.set(key, letter);
  return letter;
}

/** Width of a line in pixels. */
export function lineWidth(text: string, size: number, weight: Weight): number {
  const units = fontOf(weight).unitsPerEm;
  return [...text].reduce((sum, char) => sum + (letterOf(char, weight).advance * size) / units, 0);
}

/** A line of text as SVG shapes, its baseline beginning at (x, y). */
export function line(text: string, x: number, y: number, size: number, weight: Weight): string {
  const scale = size / fontOf(weight).unitsPerEm;
  let at = 0;
  const shapes = [...text].map((char) => {
    const { path, advance } = letterOf(char, weight);
    const shape = path === '' ? '' : `<path transform="translate(${at} 0)" d="${path}"/>`;
    at += advance;
    return shape;
  });
  return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})">${shapes.join('')}</g>`;
}

/**
 * Breaks a text into at most so many lines, each no wider than `width` pixels; what is left over ends in “…”, and so
 * does a word that no line can hold.
 */
export function breakLines(
  text: string,
  size: number,
  weight: Weight,
  width: number,
  most: number,
): string[] {
  const fits = (words: string) => lineWidth(words, size, weight) <= width;
  const lines: string[] = [];
  let left = text.split(/\s+/).filter((word) => word !== '');
  while (left.length > 0 && lines.length < most) {
    let count = 1;
    while (count < left.length && fits(left.slice(0, count + 1).join(' '))) count += 1;
    const isLast = lines.length === most - 1 && count < left.length;
    lines.push(shortened(left.slice(0, count).join(' '), isLast, fits));
    left = left.slice(count);
  }
  return lines;
}

function shortened(words: string, isCut: boolean, fits: (words: string) => boolean): string {
  if (!isCut && fits(words)) return words;
  let end = words.length;
  while (end > 0 && !fits(`${words.slice(0, end).trimEnd()} …`)) end -= 1;
  return `${words.slice(0, end).trimEnd()} …`;
}
