import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from './json-schemas.ts';
import { positionSchema } from './position.ts';
import { reduce } from './reduce.ts';
import { positionOf } from './report.ts';
import { ev, minute, people } from './testing/history.ts';
import { kalenderDocument, kalenderOf } from './testing/kalender.ts';
import { everyOffice, later } from './testing/office.ts';

const folder = new URL('schema/', import.meta.url);
const published = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object;

// Patterns stand beside every format, and Ajv knows formats only by another package.
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, validateFormats: false });
const isPosition = ajv.compile(published('position.schema.json'));
const isEvent = ajv.compile(published('event.schema.json'));

test('the published schemas are those of the program: npm run -s paraf -- schema writes them', () => {
  const schemas = jsonSchemas();
  expect(readdirSync(folder).toSorted()).toEqual([...schemas.keys()].toSorted());
  for (const [name, schema] of schemas)
    expect(published(name), name).toEqual(JSON.parse(JSON.stringify(schema)));
});

describe.each(everyOffice)('%s', (_, office) => {
  const ready = office.until('siap');
  const { sidik } = office.after(ready);
  const at = later(ready);
  const history = [
    ...ready,
    ev.sign(at, people.tamu * 100, sidik),
    ev.dismissed(at + 1, office.at(1), 't1'),
    ev.closed(at + 2, people.tamu),
    ev.reopened(at + 3, people.tamu),
    ev.edited(at + 4, people.tamu, 't1'),
    ev.giveBack(at + 5, office.at(office.sop.langkah.find(({ tindakan }) => tindakan === 'setujui')!.no)),
    ev.merged(at + 6, people.tamu, sidik!),
    ev.published(at + 7, people.app, sidik!),
    ev.observed(at + 8, people.tamu),
  ];
  const now = minute(later(history));
  const calendars = [undefined, { now: { ok: true as const, value: kalenderOf(kalenderDocument()) } }];

  test('every event is one, and every Position along the way', () => {
    for (const event of history) expect(isEvent(event) ? [] : isEvent.errors).toEqual([]);
    for (let length = 0; length <= history.length; length += 1)
      for (const kalender of calendars) {
        const state = reduce(office.context, history.slice(0, length));
        const position = JSON.parse(JSON.stringify(positionOf(state, now, kalender))) as unknown;
        expect(isPosition(position) ? [] : isPosition.errors).toEqual([]);
        expect(positionSchema.safeParse(position).error).toBeUndefined();
      }
  });
});

test.each<[string, unknown]>([
  ['no kind', { at: minute(0), by: 1, sidik: 'a' }],
  ['a time without a zone', { ...ev.submitted(0, 1, 'a'), at: '2026-11-02T08:00:00' }],
  ['a day that is none', { ...ev.submitted(0, 1, 'a'), at: '2026-02-30T08:00:00Z' }],
  ['an account by name', { ...ev.submitted(0, 1, 'a'), by: 'peliput' }],
  ['no content where there must be some', { ...ev.content(0, 1, 'a'), sidik: null }],
])('%s is no event', (_, event) => {
  expect(isEvent(event)).toBe(false);
});

test('a Position with a field more, or one less, is none', () => {
  const position = everyOffice[0]![1].after([]);
  const { macet: _, ...less } = position;
  expect([isPosition(position), isPosition({ ...position, lain: 1 }), isPosition(less)]).toEqual([
    true,
    false,
    false,
  ]);
});
