/** Every rule of design section 4, broken on purpose in several ways: a test must notice each. */
import { mutantsOfTheEnd } from './mutants-end.ts';
import { mutantsOfPeople } from './mutants-people.ts';
import { mutantsOfTheWay } from './mutants-way.ts';

/** One way to break a rule: a place in a file of `scripts/core/`, and what stands there instead. */
export interface Mutant {
  /** `R6`. */
  readonly rule: string;
  /** What is wrong then. */
  readonly broken: string;
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
}

/** One row of a table of mutants: rule, what is broken, file, from, to. */
export type Row = readonly [rule: string, broken: string, file: string, from: string, to: string];

export const mutants: readonly Mutant[] = [...mutantsOfPeople, ...mutantsOfTheWay, ...mutantsOfTheEnd].map(
  ([rule, broken, file, from, to]) => ({ rule, broken, file, from, to }),
);

/** The text of a file with a mutant's patch; null where it does not apply: its text is not there exactly once. */
export function patched(text: string, { from, to }: Mutant): string | null {
  return text.split(from).length === 2 ? text.replace(from, () => to) : null;
}

/** What to do about a patch that does not apply. */
export function lost({ rule, broken, file, from }: Mutant): string {
  return `The patch of ${rule} (${broken}) no longer applies: scripts/core/${file} does not have its text exactly once. Follow the change in scripts/core/proof/mutants-*.ts.\n${from}`;
}
