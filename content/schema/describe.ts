import type { z } from 'zod';
import { fieldMeta, type FieldMeta } from './field.ts';

/** Reads schemas as data: what a form, a preview or a guide must know of a field. */

/** Fields of an object schema by name. */
export type Shape = Readonly<Record<string, z.ZodType>>;

/** The parts of Zod's own description of a schema that decide how a field is shown. */
export interface Def {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly out?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: Shape;
  readonly entries?: Readonly<Record<string, string>>;
  readonly defaultValue?: unknown;
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDef } }[];
}

interface CheckDef {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
}

/** What stands under the wrappers (default, optional, nullable, preprocess) of a field. */
export interface Described {
  readonly def: Def;
  readonly meta: FieldMeta;
  readonly fallback: unknown;
}

const defOf = (schema: z.ZodType) => schema.def as unknown as Def;

/** Looks through the wrappers around a field; throws for a field without a label, which no form could show. */
export function describe(name: string, schema: z.ZodType): Described {
  let meta: Partial<FieldMeta> = {};
  let fallback: unknown;
  let current: z.ZodType = schema;
  for (;;) {
    const def = defOf(current);
    meta = { ...fieldMeta.get(current), ...meta };
    if (def.type === 'default') fallback = def.defaultValue;
    const inner = def.type === 'pipe' ? def.out : def.innerType;
    if (inner === undefined) {
      if (meta.label === undefined) throw new Error(`schema field without a label: ${name}`);
      return { def, meta: { ...meta, label: meta.label }, fallback };
    }
    current = inner;
  }
}

/** Fields of an object schema. */
export function shapeOf(schema: z.ZodType): Shape {
  const { shape } = defOf(schema);
  if (shape === undefined) throw new Error('not an object schema');
  return shape;
}

/** Smallest and largest length or value that a schema's checks allow. */
export function boundsOf({ checks = [] }: Pick<Def, 'checks'>): { min: number; max: number } {
  let min = -Infinity;
  let max = Infinity;
  for (const { _zod } of checks) {
    const { check, minimum, maximum, value, inclusive } = _zod.def;
    if (check === 'min_length' && minimum !== undefined) min = Math.max(min, minimum);
    if (check === 'max_length' && maximum !== undefined) max = Math.min(max, maximum);
    if (check === 'greater_than' && value !== undefined)
      min = Math.max(min, inclusive === true ? value : value + 1);
    if (check === 'less_than' && value !== undefined)
      max = Math.min(max, inclusive === true ? value : value - 1);
  }
  return { min, max };
}
