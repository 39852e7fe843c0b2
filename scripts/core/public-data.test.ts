import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collections } from '../../content/schema/collections.ts';
import { field } from '../../content/schema/field.ts';
import { kosongBoleh } from '../../content/schema/parts.ts';
import { canaryOf } from '../publish/testing/canary.ts';
import { publicData } from './public-data.ts';

const teks = z.string();
const secret = field(teks, { label: 'Catatan', internal: true });

describe('what the public may see of an item', () => {
  it.each<[string, z.ZodType, unknown, unknown]>([
    ['a field that nothing marks', z.object({ a: teks }), { a: 'x' }, { a: 'x' }],
    ['nothing of a working paper', z.object({ a: teks, b: secret }), { a: 'x', b: 'y' }, { a: 'x' }],
    [
      'nothing of a group of working papers',
      z.object({ a: field(z.object({ b: teks, c: z.object({ d: teks }) }), { label: 'A', internal: true }) }),
      { a: { b: 'x', c: { d: 'y' } } },
      {},
    ],
    [
      'the rest of a group with a working paper',
      z.object({ a: z.object({ b: secret, c: teks }) }),
      { a: { b: 'x', c: 'y' } },
      { a: { c: 'y' } },
    ],
    [
      'the rest of each entry of a list',
      z.object({ a: z.array(z.object({ b: secret, c: teks })) }),
      {
        a: [
          { b: 'x', c: 'y' },
          { b: 'z', c: 'w' },
        ],
      },
      { a: [{ c: 'y' }, { c: 'w' }] },
    ],
    ['no list of working papers', z.object({ a: z.array(secret) }), { a: ['x', 'y'] }, { a: [] }],
    [
      'no working paper behind a default, an optional field or a wrapper with a meaning of its own',
      z.object({
        a: secret.default('x'),
        b: kosongBoleh(secret),
        c: field(secret.optional(), { label: 'Lain' }),
        d: secret.nullable(),
      }),
      { a: 'x', b: 'y', c: 'z', d: 'w' },
      {},
    ],
    ['no field that the schema does not know', z.looseObject({ a: teks }), { a: 'x', b: 'y' }, { a: 'x' }],
  ])('is %s', (_what, schema, data, expected) => {
    expect(publicData(schema, data)).toEqual(expected);
  });

  it('is refused where the schema cannot tell the parts of a group apart', () => {
    const schema = z.object({ a: z.union([z.object({ b: teks }), z.object({ b: secret, c: teks })]) });
    expect(() => publicData(schema, { a: { b: 'x', c: 'y' } })).toThrow(
      'which part of a is public, its schema does not say',
    );
  });

  it.each(collections.map((collection) => [collection.name, collection] as const))(
    'is in %s every other field, and no working paper',
    (_name, collection) => {
      const canary = canaryOf(collection);
      const shown = JSON.stringify(publicData(collection.schema, collection.schema.parse(canary.data)));
      expect(canary.secret.length).toBeGreaterThan(0);
      expect(canary.secret.filter((word) => shown.includes(word))).toEqual([]);
      expect(canary.open.filter((word) => !shown.includes(word))).toEqual([]);
    },
  );
});
