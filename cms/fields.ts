import {
  boundsOf,
  describe,
  shapeOf,
  type Def,
  type Described,
  type Shape,
} from '../content/schema/describe.ts';
import { MAX_FILE_BYTES } from './src/files.ts';

/** A field as Decap's configuration spells it. */
export interface DecapField {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly required: boolean;
  readonly hint?: string;
  readonly [option: string]: unknown;
}

/** A choice of a `select`: what is stored, and what the editor reads. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Items that a `relation` can point to, by folder under content/: `{ opd: [{ value: 'disdik', label: … }] }`. */
export type Relations = Readonly<Record<string, readonly Choice[]>>;

const widgetOfType: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  enum: 'select',
  array: 'list',
  object: 'object',
};

function widgetOf(name: string, { def, meta }: Described): string {
  const widget = meta.widget ?? widgetOfType[def.type];
  if (widget === undefined) throw new Error(`no widget for field ${name} of type ${def.type}`);
  return widget;
}

/**
 * The length of a text as a pattern for Decap, which has no other check. Like the schema, it counts the text
 * without the blanks around it.
 */
function lengthPattern(def: Def): [string, string] | undefined {
  const { min, max } = boundsOf(def);
  if (min === -Infinity && max === Infinity) return undefined;
  const least = Math.max(min, 1);
  const most = max === Infinity ? '' : String(Math.max(max - 2, 0));
  const core =
    least >= 2
      ? `\\S[\\s\\S]{${least - 2},${most}}\\S`
      : `\\S${max === 1 ? '' : `([\\s\\S]{0,${most}}\\S)?`}`;
  const words =
    max === Infinity
      ? `paling sedikit ${least} huruf`
      : least >= 2
        ? `${least} sampai ${max} huruf`
        : `paling banyak ${max} huruf`;
  return [`^\\s*${core}\\s*$`, words];
}

function summaryField(shape: Shape): string {
  const described = Object.entries(shape).map(([name, schema]) => ({
    name,
    schema,
    widget: widgetOf(name, describe(name, schema)),
  }));
  const text = described.find(
    ({ schema, widget }) => widget === 'string' && !schema.safeParse(undefined).success,
  );
  return (text ?? described[0])?.name ?? '';
}

function optionsOf(name: string, described: Described, relations: Relations): Record<string, unknown> {
  const { def, meta } = described;
  const widget = widgetOf(name, described);
  switch (widget) {
    case 'string':
    case 'text': {
      const pattern = lengthPattern(def);
      return { widget, ...(pattern && { pattern }) };
    }
    case 'date':
      return {
        widget: 'datetime',
        format: 'YYYY-MM-DD',
        date_format: 'YYYY-MM-DD',
        time_format: false,
        picker_utc: false,
      };
    case 'select':
      return {
        widget,
        options: Object.values(def.entries ?? {}).map((value) => ({
          value,
          label: meta.choices?.[value] ?? value,
        })),
      };
    case 'relation': {
      // Decap's own relation widget loads the whole collection it points to: a select costs nothing.
      const options = relations[meta.relation ?? ''];
      if (options === undefined) throw new Error(`no choices for relation ${meta.relation} of field ${name}`);
      return { widget: 'select', options };
    }
    case 'number': {
      const { min, max } = boundsOf(def);
      return {
        widget,
        value_type: 'int',
        ...(Number.isFinite(min) && { min }),
        ...(Number.isFinite(max) && { max }),
      };
    }
    case 'list': {
      const shape = shapeOf(def.element ?? raise(`list without entries: ${name}`));
      const { min, max } = boundsOf(def);
      return {
        widget,
        label_singular: meta.singular ?? meta.label,
        summary: `{{fields.${summaryField(shape)}}}`,
        fields: decapFields(shape, relations),
        ...(Number.isFinite(min) && { min }),
        ...(Number.isFinite(max) && { max }),
      };
    }
    case 'object':
      return { widget, collapsed: false, fields: decapFields(def.shape ?? {}, relations) };
    case 'image':
    case 'file':
      // A file lies in the item's own folder: an address from elsewhere could never be signed with it.
      // Decap knows a limit on size only per field.
      return { widget, choose_url: false, media_library: { config: { max_file_size: MAX_FILE_BYTES } } };
    default:
      return { widget };
  }
}

function raise(message: string): never {
  throw new Error(message);
}

/** Decap's fields of an object schema, in the schema's order. */
export function decapFields(shape: Shape, relations: Relations): DecapField[] {
  return Object.entries(shape).map(([name, schema]) => {
    const described = describe(name, schema);
    const { label, hint } = described.meta;
    return {
      name,
      label,
      widget: '',
      required: !schema.safeParse(undefined).success,
      ...(hint !== undefined && { hint }),
      // Decap fills lists and objects by itself; a plain value needs its default spelled out.
      ...(['boolean', 'string', 'number'].includes(typeof described.fallback) && {
        default: described.fallback,
      }),
      ...optionsOf(name, described, relations),
    };
  });
}
