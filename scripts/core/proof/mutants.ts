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

/**
 * The text of a file with a mutant's patch.
 *
 * @throws where the patch does not apply: its text is not there, or more than once
 */
export function patched(text: string, { rule, broken, file, from, to }: Mutant): string {
  const count = text.split(from).length - 1;
  if (count === 1) return text.replace(from, () => to);
  throw new Error(
    `The patch of ${rule} (${broken}) no longer applies: its text stands ${count} times in scripts/core/${file}. Follow the change in scripts/core/proof/mutants-*.ts.\n${from}`,
  );
}
