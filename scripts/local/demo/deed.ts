import type { Airing } from '../../core/airing.ts';

/** What somebody of the demo office does to an item; `at` is a day (0 = the Monday on which the demo begins) and WIB. */
export type Deed = { readonly at: string; readonly by: string } & (
  | { readonly act: 'submit' | 'sign' }
  /** Saves the item as it stands once a step is done; the first time it is opened. */
  | { readonly act: 'open'; readonly stage: number }
  | { readonly act: 'save'; readonly stage: number }
  | { readonly act: 'write'; readonly text: string }
  | { readonly act: 'return'; readonly reason: string }
  | { readonly act: 'report'; readonly airing: Airing }
  /** The portal shows it. */
  | { readonly act: 'live' }
);

/** One item of the demo: which sample it is, and its deeds in the order of their times. */
export interface Story {
  readonly collection: string;
  readonly sample: number;
  readonly deeds: readonly Deed[];
}

export const open = (at: string, by: string, stage: number): Deed => ({ at, by, act: 'open', stage });
export const save = (at: string, by: string, stage: number): Deed => ({ at, by, act: 'save', stage });
export const write = (at: string, by: string, text: string): Deed => ({ at, by, act: 'write', text });
export const submit = (at: string, by: string): Deed => ({ at, by, act: 'submit' });
export const sign = (at: string, by: string): Deed => ({ at, by, act: 'sign' });
export const giveBack = (at: string, by: string, reason: string): Deed => ({ at, by, act: 'return', reason });
export const report = (at: string, by: string, airing: Airing): Deed => ({ at, by, act: 'report', airing });
export const live = (at: string): Deed => ({ at, by: '', act: 'live' });

/** How far before its beginning the demo's first deed lies, in ms: where the seed's clock starts. */
export const seedLead = 14 * 86_400_000;

/**
 * Moment of a deed in ms: `-3 14:10` is 14.10 on the third day before the demo begins.
 *
 * @param start when the demo begins, in ms: 08.00 on its day 0
 */
export function momentOf(at: string, start: number): number {
  const [day = '', time = ''] = at.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return start + ((Number(day) * 24 + hour - 8) * 60 + minute) * 60_000;
}

/**
 * Whether the gate must look right after a deed. Looks may be late (any trigger means only "look again"), so a first
 * start saves most of them; but a submission needs the label that the gate takes off, what goes live must be merged,
 * and the last deed must be seen.
 */
export function needsLook(deeds: readonly Deed[], place: number): boolean {
  const deed = deeds[place];
  const next = deeds.slice(place + 1).find(({ act }) => act !== 'save' && act !== 'write');
  if (next?.act === 'live') return true;
  if (next?.act === 'submit') return deed?.act === 'sign' || deed?.act === 'return';
  return place === deeds.length - 1;
}
