import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of the signed document of an SOP, beside this file; names and staff numbers of officials are left out of
 * it. It lies there as it was taken from the document, with the line breaks and columns of its pages.
 */
export function readNaskah(id: string): string {
  return readFileSync(join(import.meta.dirname, 'naskah', `${id}.txt`), 'utf8');
}

/** What a page shows, block by block (cell, item, paragraph, term), without numbers of notes and what is only read aloud. */
export function blocksOf(html: string): string[] {
  return html
    .replace(/<(script|style|head)\b.*?<\/\1>/gs, '')
    .replace(/<(span|sup) class="(hanya-pembaca|sop-rujukan)[^"]*">.*?<\/\1>/gs, '')
    .split(
      /<\/?(?:p|li|ul|ol|dl|dt|dd|div|td|th|tr|text|h1|h2|section|header|main|footer|table|tbody|thead)\b[^>]*>/,
    )
    .map((block) => words(unescape(block.replace(/<[^>]+>/g, ''))))
    .filter((block) => block !== '');
}

/** The rows of the table of steps on a page, by the number of the step, each as its blocks. */
export function rowsOf(html: string): Map<number, string[]> {
  const rows = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([row]) => blocksOf(row));
  return new Map(rows.flatMap((row) => (/^\d+$/.test(row[0] ?? '') ? [[Number(row[0]), row] as const] : [])));
}

/** A line of a document that has words, and the step in whose row of the table it stands; null outside the table. */
export interface Baris {
  readonly teks: string;
  readonly langkah: number | null;
}

/** The lines of a document: marks of its former format and numbers of list items are left out, cells are lines. */
export function linesOf(naskah: string): Baris[] {
  const lines: Baris[] = [];
  let langkah: number | null = null;
  let inTable = false;
  for (const line of naskah.split('\n')) {
    if (/^No\.?\s/.test(line)) inTable = true;
    const number = /^(\d+)\.?(?:\s|$)/.exec(line);
    const isNext = inTable && number !== null && Number(number[1]) === (langkah ?? 0) + 1;
    if (isNext) langkah = Number(number[1]);
    // The caption of the table, which one document has after it.
    if (/^Keterangan$/.test(line.trim())) langkah = null;
    const text = isNext ? line.slice(number[0].length) : line;
    for (const cell of cellsOf(text)) lines.push({ teks: cell, langkah });
  }
  return lines;
}

function cellsOf(line: string): string[] {
  return line
    .replace(/<[^>]+>/g, '\t')
    .replace(/\*/g, '')
    .replace(/ : /g, '\t')
    .replace(/(?<=^|[\s\p{L})])\d\.\s+(?=\p{Lu})/gu, '\t')
    .replace(/\s\d\.\s*$/, '')
    .split('\t')
    .map((cell) => words(cell.replace(/^- /, '').replace(/\s:$/, '')))
    .filter((cell) => /[\p{L}\d]/u.test(cell) && !/^\d{1,2}\.?$/.test(cell));
}

/**
 * Whether blocks of a page hold a line of a document: as a part of one of them, or, where the line runs over several
 * cells or items, as pieces of which each is the beginning, the end or the whole of one, with a comma or "dan" in
 * between. What a document writes in capitals may stand as a title.
 */
export function holds(blocks: readonly string[], line: string): boolean {
  const isCapitals = line === line.toUpperCase();
  const [page, text] = isCapitals
    ? [blocks.map((block) => block.toLowerCase()), line.toLowerCase()]
    : [blocks, line];
  return page.some((block) => placesOf(block, text).length > 0) || inPieces(page, text);
}

function inPieces(blocks: readonly string[], line: string): boolean {
  const parts = line.split(' ');
  for (let count = parts.length; count > 0; count -= 1) {
    const piece = parts.slice(0, count).join(' ').replace(/,$/, '');
    const isEdge = blocks.some((block) =>
      placesOf(block, piece).some((at) => at === 0 || at + piece.length === block.length),
    );
    if (!isEdge) continue;
    const rest = parts.slice(count).join(' ').replace(/^dan /, '');
    if (rest === '' || inPieces(blocks, rest)) return true;
  }
  return false;
}

/** Where whole words stand in a text; a hyphen at the end of a line may be in the middle of one. */
function placesOf(text: string, part: string): number[] {
  const isLetter = (at: number) => /[\p{L}\d]/u.test(text[at] ?? '');
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    if (!isLetter(at - 1) && (part.endsWith('-') || !isLetter(at + part.length))) places.push(at);
  return places;
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
const unescape = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => {
    return { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }[name] ?? '';
  });
