import type { Term } from './peran.ts';
import type { RefusalCode } from './refusal.ts';

/** What a refusal is about, beside its code. */
export interface RefusedDetail {
  /** Ids of the kelengkapan that are not there. */
  readonly missing?: readonly string[];
  /** The appointment that does not hold. */
  readonly term?: Term;
  /** Index of the step that the same signature did clear. */
  readonly cleared?: number;
}

/** That an event clears nothing, and why. */
export interface Refused extends RefusedDetail {
  readonly code: RefusalCode;
  /** Index of the step that it is about; the current one where absent. */
  readonly at: number | undefined;
}

export function refuse(code: RefusalCode, at?: number, detail: RefusedDetail = {}): Refused {
  return { code, at, ...detail };
}

export function isRefused(value: object): value is Refused {
  return 'code' in value;
}
