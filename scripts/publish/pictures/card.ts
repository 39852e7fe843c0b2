import { createHash } from 'node:crypto';
import { breakLines, line, lineWidth } from './lettering.ts';

/** What a card says: the picture that stands beside a link to a page, in chats and on social media. */
export interface Card {
  readonly judul: string;
  /** Line above the title: the office; and below it: the day. */
  readonly atas: string;
  readonly bawah: string;
  /** Name of the portal. */
  readonly portal: string;
  /** The office's main colour, `#rrggbb`. */
  readonly warna: string;
  /** The emblem, an SVG: the same text for all cards of a portal. */
  readonly lambang: string;
}

/** Size that all services take without cutting. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Changes whenever the same words would be drawn otherwise. */
const design = 2;

/** A short name of everything that a card shows: the same for the same card, another for any other. */
export function cardKey({ lambang, ...words }: Card): string {
  return hashOf(JSON.stringify([design, words, emblemKey(lambang)])).slice(0, 16);
}

let known: { readonly lambang: string; readonly key: string } | undefined;

function emblemKey(lambang: string): string {
  if (known?.lambang !== lambang) known = { lambang, key: hashOf(lambang) };
  return known.key;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** The card as SVG: shapes alone, so that it looks the same wherever it is painted. */
export function drawCard({ judul, atas, bawah, portal, warna, lambang }: Card): string {
  const { width, height } = cardSize;
  const edge = 72;
  const room = width - 2 * edge;
  const size = lineWidth(judul, 70, 700) > room * 2.6 ? 56 : 70;
  const lines = breakLines(judul, size, 700, room, size === 56 ? 4 : 3);
  const step = size * 1.17;
  const top = 226 + size * 1.12;
  const [office = ''] = breakLines(atas, 30, 700, room, 1);
  const emblem = Buffer.from(lambang).toString('base64');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${warna}"/>
<path d="M940 558a96 96 0 0 1 192 0z" fill="#f4b63f"/>
<path d="M0 558v-44l70-30 80 30 90-18 80 18h60v-36l48-26 48 26v36h120l70-24 90 24h60v-50h60v50h80l70-26 90 26 84-20v64z" fill="#ffffff" fill-opacity=".12"/>
<rect y="558" width="${width}" height="72" fill="#000000" fill-opacity=".45"/>
<image href="data:image/svg+xml;base64,${emblem}" x="${edge - 8}" y="52" width="88" height="88"/>
<g fill="#ffffff">
${line(portal, edge + 96, 107, 32, 700)}
<g fill="#ffd98a">${line(office, edge, 214, 30, 700)}</g>
${lines.map((words, n) => line(words, edge, top + n * step, size, 700)).join('\n')}
${line(bawah, edge, 606, 28, 500)}
</g>
</svg>`;
}
