import { formatIssue } from '../core/issue.ts';
import type { LedgerMemory } from '../publish/ledger-memory.ts';
import { announce, look, type LookOptions } from './gate.ts';
import { createQueue } from './queue.ts';
import type { Client, Repository } from './read/client.ts';

/** An item of the ledger that the public sees now. */
export interface Live {
  readonly pull: number;
  readonly path: string;
  readonly sidik: string;
}

/** What one look said, in a line. */
export interface Seen {
  readonly pull: number;
  readonly title: string;
}

/** What came of looking at some pull requests until nothing is left to do. */
export interface Round {
  /** The last look at each, in the order in which they were first looked at. */
  readonly seen: readonly Seen[];
  /** Those that could not be looked at, though tried again, and why. */
  readonly failed: readonly { readonly pull: number; readonly reason: string }[];
  /** Whether the portal has something to show, or to show again. */
  readonly isPublicationDue: boolean;
}

export interface RoundOptions extends LookOptions {
  /** Waits before tries after a failure, in ms. */
  readonly backoff?: readonly number[];
}

/** Two pull requests that point to each other must come to an end; the next sweep goes on. */
const mostPointed = 4;

/**
 * Looks at pull requests, at those that a look points to, and again where a look asks for it: what the long-running
 * services do all day, done once. One pull request's failure does not keep the others from being looked at.
 */
export async function lookAtAll(
  client: Client,
  repository: Repository,
  numbers: readonly number[],
  options: RoundOptions,
): Promise<Round> {
  const seen = new Map<number, string>();
  const reasons = new Map<number, string>();
  const pointed = new Map<number, number>();
  const ledger: LedgerMemory = { known: null };
  let isPublicationDue = false;
  const queue = createQueue({
    look: async (number) => {
      const found = await look(client, repository, number, { ledger, ...options });
      const title = [found.title, ...found.issues.map(formatIssue)].filter((line) => line !== '').join(' — ');
      seen.set(number, title);
      if (found.again) reasons.set(number, title);
      else reasons.delete(number);
      isPublicationDue ||= found.recorded !== null || found.isRestored || found.isUnpublished;
      for (const other of found.next) {
        const count = pointed.get(other) ?? 0;
        if (count < mostPointed) queue.trigger(other);
        pointed.set(other, count + 1);
      }
      // What is not there does not come by waiting.
      return { again: found.again && found.issues.every(({ code }) => code !== 'tidak-ditemukan') };
    },
    onError: (number, error) => {
      reasons.set(number, error instanceof Error ? error.message : String(error));
    },
    ...(options.backoff === undefined ? {} : { backoff: options.backoff }),
  });
  for (const number of numbers) queue.trigger(number);
  await queue.idle();
  return {
    seen: [...seen].map(([pull, title]) => ({ pull, title })),
    failed: [...reasons].map(([pull, reason]) => ({ pull, reason })),
    isPublicationDue,
  };
}

/** Tells each pull request that its item is live, and looks at it: once told, its position moves on. */
export async function announceAll(
  client: Client,
  repository: Repository,
  live: readonly Live[],
  options: RoundOptions,
): Promise<Round> {
  for (const item of live) await announce(client, repository, options.app, item);
  return lookAtAll(
    client,
    repository,
    live.map(({ pull }) => pull),
    options,
  );
}
