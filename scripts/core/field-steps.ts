import type { Langkah } from '../../content/schema/sop.ts';
import { checkedKelengkapan } from './sop.ts';

/** A field of a collection, as far as its step is concerned; `isi` is the Markdown body. */
export interface StepField {
  readonly name: string;
  /** What the schema says where no kelengkapan asks for the field. */
  readonly tindakan?: string | undefined;
}

/** What of a step says which fields belong to it. */
export type AskingStep = Pick<Langkah, 'no' | 'tindakan' | 'kelengkapan'>;

/**
 * The step at which each field is filled in first: the first one that asks for a kelengkapan which `alur.yml` shows by
 * that field (`kelengkapan` → dotted paths). A field that no step asks for goes to the SOP's first step of its tindakan,
 * else to the first step of all: without it an item may not be saved.
 *
 * @returns number of the step by name of the field; empty for an SOP without steps
 */
export function stepsOfFields(
  fields: readonly StepField[],
  kelengkapan: Readonly<Record<string, readonly string[]>>,
  langkah: readonly AskingStep[],
): ReadonlyMap<string, number> {
  const [first] = langkah;
  if (first === undefined) return new Map();
  const asked = new Map<string, number>();
  for (const { no, ...step } of langkah)
    for (const id of checkedKelengkapan(step))
      for (const path of kelengkapan[id] ?? []) {
        const name = path.split('.', 1)[0] ?? path;
        if (!asked.has(name)) asked.set(name, no);
      }
  const ofTindakan = (tindakan: string | undefined) => langkah.find((step) => step.tindakan === tindakan)?.no;
  return new Map(
    fields.map(({ name, tindakan }) => [name, asked.get(name) ?? ofTindakan(tindakan) ?? first.no]),
  );
}
