import { z } from 'zod';
import { schemaAt } from './schema-path.ts';

type Path = readonly (string | number)[];

/**
 * What the public may see of an item's front matter: everything but the working papers, which their schema marks
 * `internal`, at any depth. Fails closed: a field that the schema does not know is left out, and a group of a kind
 * whose parts cannot be told apart throws, because the schema must then say more.
 *
 * @param data front matter as the schema gave it back
 */
export function publicData(schema: z.core.$ZodType, data: unknown): Record<string, unknown> {
  const seen = publicPart(schema, data, []);
  if (typeof seen !== 'object' || seen === null) throw new Error('front matter is a group of fields');
  return seen as Record<string, unknown>;
}

function publicPart(root: z.core.$ZodType, value: unknown, path: Path): unknown {
  const found = schemaAt(root, path);
  if (found === undefined || found.isInternal) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value) && found.schema instanceof z.core.$ZodArray)
    return value
      .map((entry, n) => publicPart(root, entry, [...path, n]))
      .filter((entry) => entry !== undefined);
  if (!Array.isArray(value) && found.schema instanceof z.core.$ZodObject)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        const part = publicPart(root, inner, [...path, key]);
        return part === undefined ? [] : [[key, part]];
      }),
    );
  throw new Error(`which part of ${path.join('.')} is public, its schema does not say`);
}
