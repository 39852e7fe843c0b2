import type { AiringRecord } from '../core/airing.ts';
import type { Issue, Result } from '../core/issue.ts';
import type { LedgerEntry } from '../core/ledger.ts';
import type { Action } from '../core/plan.ts';
import { antreanOf } from './antrean.ts';
import type { LookOptions } from './gate.ts';
import { lookAtItem } from './item.ts';
import type { Antrean } from './read/antrean.ts';
import type { Client, Repository } from './read/client.ts';
import type { Facts } from './read/facts.ts';
import { readPullRequest } from './read/pull.ts';
import { refusalOf } from './refusals.ts';
import { lookAtRestoration } from './restore.ts';
import { lookAtSistem } from './sistem.ts';

/** A look understood: its plan, and what must stand in the ledger and in the queue. */
export interface Understood {
  readonly facts: Facts;
  readonly entry: LedgerEntry | null;
  plan(isRecorded: boolean): Action[];
  readonly antrean: Antrean | null;
  /** Airing reports that the records must have. */
  readonly airings: readonly AiringRecord[];
  /** Whether it is a merged restoration: `main` has the signed bytes again. */
  readonly isRestored: boolean;
}

export type Attempt =
  | { readonly kind: 'dipahami'; readonly understood: Understood }
  | {
      readonly kind: 'gagal';
      readonly facts: Facts | null;
      readonly title: string;
      readonly issues: readonly Issue[];
    };

/** Reads a pull request and judges it by its kind. */
export async function understand(
  client: Client,
  repository: Repository,
  number: number,
  options: LookOptions,
): Promise<Attempt> {
  const read = await readOrReason(client, repository, number, options.pauses);
  if (!read.ok) {
    const facts = null;
    return { kind: 'gagal', facts, title: 'Tidak dapat dibaca', issues: read.issues };
  }
  const facts = read.value;
  const { kind } = facts;
  switch (kind.kind) {
    case 'ditolak':
      return {
        kind: 'gagal',
        facts,
        title: `Ditolak: ${kind.faults[0].message}`,
        issues: kind.faults.map(({ code, message }) => ({ code, file: `#${number}`, message })),
      };
    case 'item': {
      const { app, now } = options;
      const restoration = await lookAtRestoration(client, repository, facts, app, now());
      if (restoration !== null) {
        const { actions, isMerged } = restoration;
        const plan = () => actions;
        return {
          kind: 'dipahami',
          understood: { facts, entry: null, plan, antrean: null, airings: [], isRestored: isMerged },
        };
      }
      const item = await lookAtItem(client, repository, facts, app, now());
      if (!item.ok) return { kind: 'gagal', facts, title: 'Tidak dapat dinilai', issues: item.issues };
      const { reading, plan, entry, airings } = item.value;
      const antrean = antreanOf(facts, reading);
      return {
        kind: 'dipahami',
        understood: { facts, entry, plan, antrean, airings, isRestored: false },
      };
    }
    case 'sistem': {
      const sistem = await lookAtSistem(client, repository, facts, options.now());
      if (!sistem.ok) return { kind: 'gagal', facts, title: 'Tidak dapat dinilai', issues: sistem.issues };
      const { plan, entry } = sistem.value;
      return {
        kind: 'dipahami',
        understood: { facts, entry, plan, antrean: null, airings: [], isRestored: false },
      };
    }
  }
}

/** Reads a pull request; where GitHub answers with something else, its reason (R13). */
async function readOrReason(
  client: Client,
  repository: Repository,
  number: number,
  pauses: readonly number[] | undefined,
): Promise<Result<Facts>> {
  try {
    return await readPullRequest(client, repository, number, pauses);
  } catch (error) {
    const refusal = refusalOf(error, number);
    if (refusal === null) throw error;
    return { ok: false, issues: [refusal] };
  }
}
