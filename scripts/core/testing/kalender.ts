/** Calendars for the core's tests: the one of this repository, and changes of it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { KalenderDocument } from '../../../content/schema/kalender.ts';
import { kalenderFrom } from '../kalender.ts';
import type { Kalender } from '../kalender-table.ts';

const file = 'content/kalender.yml';
const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

/** `content/kalender.yml` as data, each time a fresh copy. */
export function kalenderDocument(): KalenderDocument {
  return parse(text, { schema: 'core' }) as KalenderDocument;
}

/** The table of a calendar; a fault of the fixture itself throws. */
export function kalenderOf(data: unknown): Kalender {
  const result = kalenderFrom({ file, oid: '', data, body: '', lineOf: () => undefined });
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  return result.value;
}

/** A year in which nothing but New Year's Day is off; its Ramadan is an example. */
export function quietYear(year: number): KalenderDocument['tahun'][string] {
  return {
    dasar: 'Contoh',
    ramadan: { mulai: `${year}-02-08`, selesai: `${year}-03-09`, sumber: 'disimpulkan', alasan: 'Contoh.' },
    libur: [{ tanggal: `${year}-01-01`, nama: 'Tahun Baru' }],
    cutiBersama: [],
  };
}

/** The calendar of this repository, with years added. */
export function kalenderWith(...years: number[]): Kalender {
  const document = kalenderDocument();
  for (const year of years) document.tahun[year] = quietYear(year);
  return kalenderOf(document);
}
