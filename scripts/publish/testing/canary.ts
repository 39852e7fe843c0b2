import { z } from 'zod';
import type { Collection } from '../../../content/schema/collections.ts';
import { schemaAt } from '../../core/schema-path.ts';

/** Front matter that fills every field of a collection, each with words of its own, to see where they turn up. */
export interface Canary {
  readonly data: Record<string, unknown>;
  /** What stands in working papers, as text or as the name of a file. */
  readonly secret: readonly string[];
  /** What stands in all other fields. */
  readonly open: readonly string[];
  /** Files that are named, and only by working papers. */
  readonly papers: readonly string[];
  /** Files that other fields name. */
  readonly works: readonly string[];
}

type Path = readonly (string | number)[];

/**
 * Fills a collection's schema with canaries.
 *
 * @param start number of the first canary, so that several collections can be told apart
 */
export function canaryOf({ schema }: Pick<Collection, 'schema'>, start = 100): Canary {
  const found = {
    secret: [] as string[],
    open: [] as string[],
    papers: [] as string[],
    works: [] as string[],
  };
  let next = start;
  const leaf = (leafSchema: z.core.$ZodType, isInternal: boolean): unknown => {
    const word = `${isInternal ? 'rahasia' : 'terbuka'}-${next}`;
    // Each year, month and day is used once, so that a day is as telling as a word.
    const day = new Date(Date.UTC(2031, 0, next)).toISOString().slice(0, 10);
    const choices = [`${word} dan seterusnya`, `${word}.png`, word, day];
    const value = choices.find((one) => z.safeParse(leafSchema, one).success);
    if (value === undefined) return z.safeParse(leafSchema, true).success ? true : optionOf(leafSchema);
    next += 1;
    found[isInternal ? 'secret' : 'open'].push(value);
    if (value.endsWith('.png')) found[isInternal ? 'papers' : 'works'].push(value);
    return value;
  };
  const fill = (path: Path): unknown => {
    const at = schemaAt(schema, path);
    if (at === undefined) throw new Error(`no schema at ${path.join('.')}`);
    if (at.schema instanceof z.core.$ZodObject)
      return Object.fromEntries(
        Object.keys(at.schema._zod.def.shape).map((name) => [name, fill([...path, name])]),
      );
    if (at.schema instanceof z.core.$ZodArray) return [fill([...path, 0])];
    return leaf(at.schema, at.isInternal);
  };
  return { data: fill([]) as Record<string, unknown>, ...found };
}

function optionOf(schema: z.core.$ZodType): unknown {
  if (schema instanceof z.core.$ZodEnum) return Object.values(schema._zod.def.entries)[0];
  throw new Error(`no canary for a schema of type ${schema._zod.def.type}`);
}
