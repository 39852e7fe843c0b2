import type { Account } from './accounts.ts';
import type { AppKey } from './app/key.ts';
import type { InstallationTokens } from './app/tokens.ts';
import type { Clock } from './clock.ts';
import type { Repository } from './git/repository.ts';
import type { Database } from './store/database.ts';
import type { KeyedLocks } from './store/locks.ts';

/** A trigger that means only "look again": order, loss and repetition do not matter. */
export type Change =
  | { readonly kind: 'pull'; readonly number: number; readonly by: number | null }
  | { readonly kind: 'branch'; readonly ref: string; readonly by: number | null }
  | { readonly kind: 'dispatch'; readonly event: string; readonly by: number | null };

/** Everything that a route works with. */
export interface Local {
  readonly repository: Repository;
  readonly db: Database;
  /** By reference: whoever moves or signs what stands on a branch holds it meanwhile. */
  readonly locks: KeyedLocks;
  readonly clock: Clock;
  readonly accounts: readonly Account[];
  readonly app: Account;
  /** The app's own token: random, made once. */
  readonly appToken: string;
  /** What the app signs in with where it runs in a workflow. */
  readonly appKey: AppKey;
  readonly installationTokens: InstallationTokens;
  readonly owner: string;
  readonly name: string;
  /** Tells the listeners, once the running transaction stands. */
  announce(change: Change): void;
  /** The server's time as GitHub writes it. */
  now(): string;
}

export const defaultBranch = 'main';
/** Branches that only the app may write: what the public reads, and the record of why. */
export const guardedBranches: readonly string[] = [defaultBranch, 'paraf'];

const heads = 'refs/heads/';

/** Full name of a branch's reference. */
export function refOf(branch: string): string {
  return `${heads}${branch}`;
}

/** Branch of a full reference, or undefined when it is none. */
export function branchOf(ref: string): string | undefined {
  return ref.startsWith(heads) ? ref.slice(heads.length) : undefined;
}

/** The account of that id; one that was removed from the list keeps what it did. */
export function accountOf(local: Local, id: number): Account {
  const known = id === local.app.id ? local.app : local.accounts.find((account) => account.id === id);
  return known ?? { id, login: `akun-${id}`, name: `Akun ${id}`, permission: 'read' };
}
