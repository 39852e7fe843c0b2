import { z } from 'zod';
import { fieldMeta, type FieldMeta } from '../../content/schema/field.ts';

/** A schema met on the way to a value, and the meaning that stands at it or at what wraps it. */
export interface Found {
  readonly schema: z.core.$ZodType;
  readonly meta: FieldMeta | undefined;
  /** Whether the value, or what it lies in, is marked as a working paper. */
  readonly isInternal: boolean;
}

/**
 * Finds the schema at a path of object fields, list positions and record keys, looking through defaults, optional
 * fields and preprocessing. Undefined where the schema knows no such path.
 */
export function schemaAt(root: z.core.$ZodType, path: readonly PropertyKey[]): Found | undefined {
  let found: Found | undefined = schemaOf(root);
  for (const segment of path) found = found && schemaIn(found, segment);
  return found;
}

/** The schema of one field or entry of what was found. */
export function schemaIn({ schema, isInternal }: Found, segment: PropertyKey): Found | undefined {
  const inner = childOf(schema, segment);
  if (inner === undefined) return undefined;
  const found = schemaOf(inner);
  return isInternal ? { ...found, isInternal } : found;
}

/** A schema without what wraps it. */
export function schemaOf(schema: z.core.$ZodType): Found {
  const found = known.get(schema) ?? unwrap(schema);
  known.set(schema, found);
  return found;
}

/** Schemas do not change, and are asked for once for each value of each item. */
const known = new WeakMap<z.core.$ZodType, Found>();

/** Names of the fields that an object schema knows; empty for anything else. */
export function fieldsOf(schema: z.core.$ZodType): string[] {
  return schema instanceof z.core.$ZodObject ? Object.keys(schema._zod.def.shape) : [];
}

function childOf(schema: z.core.$ZodType, segment: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.core.$ZodObject) {
    const { shape } = schema._zod.def;
    return Object.hasOwn(shape, segment) ? shape[String(segment)] : undefined;
  }
  if (schema instanceof z.core.$ZodArray) return schema._zod.def.element;
  if (schema instanceof z.core.$ZodRecord) return schema._zod.def.valueType;
  if (schema instanceof z.core.$ZodUnion) {
    for (const option of schema._zod.def.options) {
      const inner = childOf(schemaOf(option).schema, segment);
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}

function unwrap(schema: z.core.$ZodType): Found {
  let inner = schema;
  let meta = metaOf(inner);
  let isInternal = meta?.internal === true;
  for (;;) {
    if (
      inner instanceof z.core.$ZodOptional ||
      inner instanceof z.core.$ZodNullable ||
      inner instanceof z.core.$ZodDefault ||
      inner instanceof z.core.$ZodPrefault
    )
      inner = inner._zod.def.innerType;
    else if (inner instanceof z.core.$ZodPipe) inner = inner._zod.def.out;
    else return { schema: inner, meta, isInternal };
    const own = metaOf(inner);
    meta ??= own;
    // A wrapper's own words do not take the mark away from what it wraps.
    isInternal ||= own?.internal === true;
  }
}

function metaOf(schema: z.core.$ZodType): FieldMeta | undefined {
  return fieldMeta.get(schema as z.ZodType);
}
