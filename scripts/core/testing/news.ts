/** The news item of SOP 2 that the reducer's tables begin with, and how a row of them is asserted. */
import { expect, test } from 'vitest';
import type { Event } from '../events.ts';
import type { Position } from '../position.ts';
import { contextOf, ev, newsRows, people, positionAfter, sopFromContent } from './history.ts';

const { peliput, penyusun, pengolah } = people;
export const sop = sopFromContent('penyebarluasan-informasi');
export const news = contextOf(sop, newsRows);

/** Opened by the reporter, made and submitted by the writer: waiting for the correctors at step 3. */
export const inReview = [
  ev.opened(0, peliput, 'a'),
  ev.content(10, penyusun, 'b'),
  ev.submitted(20, penyusun, 'b'),
];
/** Signed by a corrector. */
export const ready = [...inReview, ev.sign(30, pengolah, 'b')];

/** What a row of a table asserts: status, step waited for, rounds, codes of refusals. */
export function outline(position: Position): string {
  const refused = position.ditolak.map((refusal) => refusal.code).join(' ');
  const broken = position.pelanggaran.map((violation) => `!${violation.code}`).join(' ');
  return [
    position.status,
    `langkah ${position.langkah ?? '-'}`,
    `putaran ${position.putaranKoreksi}`,
    refused,
    broken,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Tests one history a row: its name, its events, and the outline of the position after them. */
export const table = (rows: readonly (readonly [string, readonly Event[], string])[], context = news) =>
  test.each(rows)('%s', (_, events, expected) => {
    expect(outline(positionAfter(context, events))).toBe(expected);
  });
