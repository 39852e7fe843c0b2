import type { FormAlur, FormStep } from '../../../scripts/core/form-alur.ts';
import { kelengkapanOf, namedFiles } from '../../../scripts/core/kelengkapan.ts';
import { checkedKelengkapan } from '../../../scripts/core/sop.ts';

/** What stands in the form: front matter and text in one, as Decap keeps them. */
export type FormData = Readonly<Record<string, unknown>>;

/** Ids of the kelengkapan that the form shows to be there. A file that it names is taken to be there. */
export function presentIn(alur: FormAlur, data: FormData): ReadonlySet<string> {
  const { body, ...frontMatter } = data;
  const files = namedFiles(frontMatter).map(({ name }) => name);
  const text = typeof body === 'string' ? body : '';
  return new Set(kelengkapanOf({ sop: alur.sop, kelengkapan: alur.kelengkapan }, frontMatter, text, files));
}

/** The first step whose kelengkapan are not all there; null where nothing is missing. */
export function firstUnfinished(alur: FormAlur, data: FormData): number | null {
  const present = presentIn(alur, data);
  return alur.langkah.find((step) => checkedKelengkapan(step).some((id) => !present.has(id)))?.no ?? null;
}

/**
 * The groups of fields to show for the step at which an item stands: those of this step and of the steps that follow it
 * directly and are done by the same people, because one act may do them all (R4). Where none of these has fields of its
 * own (a review, a correction), what was made last before it.
 *
 * @param groups numbers of the steps that have fields
 * @param langkah number of the step; null once nothing is waited for
 */
export function groupsFor(alur: FormAlur, groups: readonly number[], langkah: number | null): number[] {
  const at = alur.langkah.findIndex(({ no }) => no === langkah);
  const step = alur.langkah[at];
  if (step === undefined) return groups.slice(-1);
  const run: FormStep[] = [];
  for (const next of alur.langkah.slice(at)) {
    if (next.hanyaKoreksi && next !== step) continue;
    if (!samePeople(next, step)) break;
    run.push(next);
  }
  const own = groups.filter((no) => run.some((next) => next.no === no));
  if (own.length > 0) return own;
  const before = groups.filter((no) => alur.langkah.slice(0, at).some((earlier) => earlier.no === no));
  return before.length > 0 ? before.slice(-1) : groups.slice(0, 1);
}

function samePeople(a: FormStep, b: FormStep): boolean {
  return a.pelaksana.length === b.pelaksana.length && a.pelaksana.every((id) => b.pelaksana.includes(id));
}
