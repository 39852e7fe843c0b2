import { z } from 'zod';
import { schemaIn, schemaOf, type Found } from './schema-path.ts';

type Path = readonly (string | number)[];

/**
 * What the public may see of an item's front matter: everything but the working papers, which their schema marks
 * `internal`, at any depth. Fails closed: a field that the schema does not know is left out, and a group of a kind
 * whose parts cannot be told apart throws, because the schema must then say more.
 *
 * @param data front matter as the schema gave it back
 */
export function publicData(schema: z.core.$ZodType, data: unknown): Record<string, unknown> {
  const seen = publicPart(schemaOf(schema), data, []);
  if (typeof seen !== 'object' || seen === null) throw new Error('front matter is a group of fields');
  return seen as Record<string, unknown>;
}

function publicPart(found: Found | undefined, value: unknown, path: Path): unknown {
  if (found === undefined || found.isInternal) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  const part = (key: string | number, inner: unknown) =>
    publicPart(schemaIn(found, key), inner, [...path, key]);
  if (Array.isArray(value) && found.schema instanceof z.core.$ZodArray)
    return value.map((entry, n) => part(n, entry)).filter((entry) => entry !== undefined);
  if (!Array.isArray(value) && found.schema instanceof z.core.$ZodObject) {
    const parts = Object.entries(value).map(([key, inner]) => [key, part(key, inner)] as const);
    return Object.fromEntries(parts.filter(([, seen]) => seen !== undefined));
  }
  throw new Error(`which part of ${path.join('.')} is public, its schema does not say`);
}
