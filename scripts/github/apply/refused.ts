import type { Action } from '../../core/plan.ts';
import { statusOf } from '../read/client.ts';
import type { Applied } from './actions.ts';

/** A refusal that the next look can deal with; anything else is thrown on, and tried again. */
export function refusedBy(error: unknown, kind: Action['kind'], statuses: readonly number[]): Applied {
  const status = statusOf(error);
  if (status === undefined || !statuses.includes(status)) throw error;
  return { kind, outcome: 'ditolak', detail: `${status}: ${error instanceof Error ? error.message : ''}` };
}
