/**
 * The corpus that everything here is measured with: news items of about 4 KB Markdown over ten years, without pictures.
 * Item n of a corpus follows from n and the corpus's size alone.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { kategoriBerita } from '../../content/schema/berita.ts';
import { drawFrom, pick, randomFrom, vocabulary, type Random } from './words.ts';

export interface Article {
  readonly slug: string;
  readonly judul: string;
  readonly ringkasan: string;
  readonly opd: string;
  readonly kategori: string;
  /** When it was approved, ISO 8601 in UTC. */
  readonly at: string;
  /** Its day in Pontianak, `2026-11-01`. */
  readonly tanggal: string;
  /** Text below the front matter. */
  readonly isi: string;
}

export const repository = resolve(import.meta.dirname, '../..');

/** The first item is approved after this moment, and the last one before `lastDay`. */
const firstDay = Date.parse('2016-11-01T00:00:00Z');
export const lastDay = Date.parse('2026-11-24T00:00:00Z');

export const words = vocabulary(60_000);
const draw = drawFrom(words);
const kategori = Object.keys(kategoriBerita);
const offices = readdirSync(resolve(repository, 'content/opd'))
  .map((name) => name.slice(0, -'.yml'.length))
  .toSorted();

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function sentence(random: Random, length: number): string {
  const words = Array.from({ length }, () => draw(random));
  if (random() < 0.1) words[2] = `**${words[2] ?? ''}**`;
  return `${capital(words.join(' '))}.`;
}

const paragraph = (random: Random) =>
  Array.from({ length: 5 }, () => sentence(random, 10 + Math.floor(random() * 9))).join(' ');

/** About 3.7 KB: paragraphs, two headings, a list, a quotation and a link. */
function textOf(random: Random): string {
  return [
    paragraph(random),
    paragraph(random),
    `## ${capital(draw(random))} ${draw(random)}`,
    paragraph(random),
    Array.from({ length: 4 }, () => `- ${sentence(random, 7)}`).join('\n'),
    paragraph(random),
    `> ${sentence(random, 18)}`,
    `## ${capital(draw(random))} ${draw(random)}`,
    paragraph(random),
    `${paragraph(random)} [${draw(random)} ${draw(random)}](https://contoh.example/${draw(random)}).`,
    paragraph(random),
  ].join('\n\n');
}

/**
 * @param place from 0; a place past the end is an item that comes after all others
 * @param count items of the corpus
 */
export function articleAt(place: number, count: number): Article {
  const random = randomFrom(place + 1);
  const step = (lastDay - firstDay) / (count + 1);
  const moment = place < count ? firstDay + (place + 1) * step : lastDay + (place - count + 1) * 600_000;
  const at = `${new Date(moment).toISOString().slice(0, 19)}Z`;
  const tanggal = new Date(moment + 7 * 3_600_000).toISOString().slice(0, 10);
  return {
    slug: `${draw(random)}-${draw(random)}-${place}`,
    judul: `${sentence(random, 7)
      .replaceAll(/\*|\.$/g, '')
      .slice(0, 100)} ${place}`,
    ringkasan: sentence(random, 14).replaceAll('*', ''),
    opd: pick(random, offices),
    kategori: pick(random, kategori),
    at,
    tanggal,
    isi: textOf(random),
  };
}

/** Its folder in the repository. */
export function folderOf({ tanggal, slug }: Article): string {
  return `content/berita/${tanggal.slice(0, 4)}/${tanggal.slice(5, 7)}/${slug}`;
}

/** Its `index.md`, complete for its SOP. */
export function indexOf({ judul, opd, tanggal, ringkasan, kategori: choice, isi }: Article): string {
  return [
    '---',
    `judul: ${JSON.stringify(judul)}`,
    `opd: ${opd}`,
    `tanggal: "${tanggal}"`,
    'tempat: Pontianak',
    'liputan:',
    '  data: Catatan lapangan.',
    `ringkasan: ${JSON.stringify(ringkasan)}`,
    `kategori: ${choice}`,
    '---',
    '',
    isi,
    '',
  ].join('\n');
}
