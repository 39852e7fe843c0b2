/** What the reader and the core make of what github.com told. */
import type { Position } from '../../core/position.ts';
import type { Client } from '../read/client.ts';
import { readItem } from '../read/item.ts';
import { readPullRequest } from '../read/pull.ts';
import { refusalOf } from '../refusals.ts';
import { clientOf, recorded, recordedPlace, type Recorded } from './recorded-github.ts';

export const app = 999;
export const now = '2026-11-02T02:00:00Z';

/** One reading: what came of it in a few words, or why nothing did. */
export interface Judged {
  readonly world: Recorded;
  readonly said: string;
  readonly position?: Position;
}

/** Reads and judges what github.com told, after a change of it. */
export async function judged(
  change: (world: Recorded) => void,
  client?: (world: Recorded) => Client,
): Promise<Judged> {
  const world = recorded();
  change(world);
  const facts = await readPullRequest((client ?? clientOf)(world), recordedPlace, 7, [1]).catch(
    (error: unknown) => {
      const refusal = refusalOf(error, 7);
      if (refusal === null) throw error;
      return { ok: false as const, issues: [refusal] };
    },
  );
  if (!facts.ok) return { world, said: facts.issues.map(({ message }) => message).join('\n') };
  if (facts.value.kind.kind !== 'item') return { world, said: facts.value.kind.kind };
  const item = readItem(facts.value, app, now);
  if (!item.ok) throw new Error(item.issues.map(({ message }) => message).join('\n'));
  const { position } = item.value;
  return { world, said: `${position.status} ${position.langkah ?? '-'}`, position };
}
