import { kindOf, type Langkah } from '../../../../content/schema/sop.ts';
import type { Alur } from '../../../../scripts/core/aturan.ts';
import type { Field } from '../office.ts';

/** The text itself, as a field of a form. */
export const bodyField: Field = {
  name: 'isi',
  label: 'Isi',
  kind: 'text',
  hint: 'Naskahnya, dalam Markdown.',
};

/**
 * Fields that are filled in at a step: those that the schema gives to its tindakan. Where several steps of the SOP
 * share the tindakan, each has those that its own kelengkapan ask for. The text belongs to who makes it: a reviewer who
 * rewrites it could no longer approve it (R6). The office is fixed when an item is opened.
 */
export function fieldsAtStep(
  langkah: Langkah,
  steps: readonly Langkah[],
  fields: readonly Field[],
  alur: Alur,
): Field[] {
  const paths = langkah.kelengkapan.flatMap(({ id }) => (id === null ? [] : (alur.kelengkapan[id] ?? [])));
  const asked = new Set(paths.map((path) => path.split('.')[0]));
  const isShared = steps.filter(({ tindakan }) => tindakan === langkah.tindakan).length > 1;
  const own = fields.filter(
    ({ name, tindakan, kind }) =>
      kind !== 'hidden' && name !== 'opd' && tindakan === langkah.tindakan && (!isShared || asked.has(name)),
  );
  return asked.has('isi') && kindOf(langkah.tindakan) === 'maker' ? [...own, bodyField] : own;
}
