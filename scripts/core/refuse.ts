import type { RefusalCode } from './refusal.ts';

/** That an event clears nothing, and why. */
export interface Refused {
  readonly code: RefusalCode;
  /** Index of the step that it is about; the current one where absent. */
  readonly at: number | undefined;
  readonly missing: readonly string[];
}

export function refuse(code: RefusalCode, at?: number, missing: readonly string[] = []): Refused {
  return { code, at, missing };
}

export function isRefused(value: object): value is Refused {
  return 'code' in value;
}
