import { z } from 'zod';

/** What a field is for, beside its type: the one source of Decap's form, the checks' words and the guide. */
export interface FieldMeta {
  /** Name of the field in forms and messages, Indonesian. */
  readonly label: string;
  /** One sentence under the field: what belongs here. */
  readonly hint?: string;
  /** Decap widget; without it the widget follows from the type. */
  readonly widget?:
    | 'string'
    | 'text'
    | 'markdown'
    | 'datetime'
    | 'date'
    | 'image'
    | 'file'
    | 'select'
    | 'list'
    | 'object'
    | 'boolean'
    | 'number'
    | 'hidden'
    | 'relation';
  /** The tindakan at which this field is filled in first, e.g. `liput`: forms show the current step's fields first. */
  readonly tindakan?: string;
  /** For `relation`: the folder under content/ whose items can be chosen, e.g. `opd`. */
  readonly relation?: string;
  /** Labels of the values of a choice, in Indonesian. */
  readonly choices?: Readonly<Record<string, string>>;
  /** A working paper of the office: it is signed with the item and stays in Git, and no public page shows it. */
  readonly internal?: true;
  /** One of the list's entries, for the button that adds one: "Tambah foto". */
  readonly singular?: string;
}

/** Zod registry that keeps the FieldMeta of every field of every collection. */
export const fieldMeta = z.registry<FieldMeta>();

/**
 * Attaches its meaning to a field: `field(z.string().min(1), { label: 'Judul' })`. Returns a copy, because several
 * fields share one part (`gambar`); what the part itself says (its widget) is inherited from it.
 */
export function field<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  const copy = schema.clone();
  fieldMeta.add(copy, meta);
  return copy;
}
