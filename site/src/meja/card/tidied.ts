import type { Field } from '../office.ts';
import type { Values } from './form.tsx';
import type { Value } from './index-text.ts';

/** What a form holds, without what was left empty: an empty text in front matter would only be noise. */
export function tidied(fields: readonly Field[], values: Values): Record<string, Value> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = tidyValue(field, values[field.name]);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

function tidyValue(field: Field, value: Value | undefined): Value | undefined {
  if (value === undefined || value === null) return undefined;
  if (field.kind === 'object') {
    const inner = tidied(field.fields ?? [], value as Values);
    return Object.keys(inner).length === 0 ? undefined : inner;
  }
  if (field.kind === 'list') {
    const entries = (value as readonly Values[]).map((entry) => tidied(field.fields ?? [], entry));
    return entries.filter((entry) => Object.keys(entry).length > 0);
  }
  if (typeof value !== 'string') return value;
  const text = value.replaceAll('\r\n', '\n').trim();
  return text === '' ? undefined : text;
}
