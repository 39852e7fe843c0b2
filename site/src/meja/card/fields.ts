import { opdName, type Field, type Office } from '../office.ts';

/** One value of an item as a person reads it. */
export interface Shown {
  /** Labels on the way to it: `['Surat pemohon', 'Nomor surat']`. */
  readonly labels: readonly string[];
  readonly path: string;
  readonly field: Field;
  /** In words; empty where nothing was filled in. */
  readonly text: string;
  /** Name of a file in the item's folder. */
  readonly file: string | null;
}

/** All values of an item in the order of the form, with the labels of its schema; empty entries of lists left out. */
export function shownFields(fields: readonly Field[], data: unknown, office: Pick<Office, 'opd'>): Shown[] {
  return fields.flatMap((field) => shownOf(field, valueIn(data, field.name), office, [], field.name));
}

function shownOf(
  field: Field,
  value: unknown,
  office: Pick<Office, 'opd'>,
  parents: readonly string[],
  path: string,
): Shown[] {
  const labels = [...parents, field.label];
  switch (field.kind) {
    case 'hidden':
      return [];
    case 'object':
      return (field.fields ?? []).flatMap((inner) =>
        shownOf(inner, valueIn(value, inner.name), office, labels, `${path}.${inner.name}`),
      );
    case 'list':
      return (Array.isArray(value) ? value : []).flatMap((entry: unknown, index) =>
        (field.fields ?? []).flatMap((inner) =>
          shownOf(
            inner,
            valueIn(entry, inner.name),
            office,
            [...parents, `${field.label} ${index + 1}`],
            `${path}.${index}.${inner.name}`,
          ),
        ),
      );
    default: {
      const isFile = field.kind === 'file' || field.kind === 'image';
      const text = textOf(field, value, office);
      return [{ labels, path, field, text, file: isFile && text !== '' ? text : null }];
    }
  }
}

function textOf(field: Field, value: unknown, office: Pick<Office, 'opd'>): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? 'Ya' : 'Tidak';
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value);
  if (field.kind === 'relation') return opdName({ opd: office.opd } as Office, text);
  return field.choices?.find(([id]) => id === text)?.[1] ?? text;
}

function valueIn(data: unknown, name: string): unknown {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, name)) return undefined;
  return (data as Record<string, unknown>)[name];
}
