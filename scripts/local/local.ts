import type { Account } from './accounts.ts';
import type { AppKey } from './app/key.ts';
import type { InstallationTokens } from './app/tokens.ts';
import type { Clock } from './clock.ts';
import type { Repository } from './git/repository.ts';
import type { Database } from './store/database.ts';
import type { KeyedLocks } from './store/locks.ts';
import type { OAuthApp } from './sign-in/oauth-app.ts';
import type { Tokens } from './store/tokens.ts';
import type { WorkflowRuns } from './store/workflow-runs.ts';

/** Something that happened, by the names of GitHub's webhooks. `by` is null where git did it behind the server's back. */
export type Change =
  | {
      readonly event: 'push';
      readonly ref: string;
      readonly before: string;
      readonly after: string;
      readonly forced: boolean;
      readonly by: number | null;
    }
  | { readonly event: 'repository_dispatch'; readonly action: string; readonly by: number | null }
  | (OfOne & { readonly event: 'pull_request' | 'issues' } & (
        Edited | { readonly action: 'opened' | 'labeled' | 'unlabeled' | 'closed' | 'reopened' }
      ))
  | (OfOne & {
      readonly event: 'pull_request';
      readonly action: 'synchronize';
      readonly before: string;
      readonly after: string;
    })
  | (OfOne & { readonly event: 'pull_request_review'; readonly review: number } & (
        Edited | { readonly action: 'submitted' | 'dismissed' }
      ))
  | (OfOne & { readonly event: 'issue_comment'; readonly comment: number } & (
        Edited | { readonly action: 'created' }
      ));

/** Of an issue or pull request. */
interface OfOne {
  readonly number: number;
  readonly by: number | null;
}

/** Texts were changed; what they were before. */
interface Edited {
  readonly action: 'edited';
  readonly changes: { readonly title?: Before; readonly body?: Before };
}

interface Before {
  readonly from: string;
}

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
  /** People's tokens, given by way of the app. */
  readonly tokens: Tokens;
  /** Runs of workflows, told by whoever runs them. */
  readonly workflowRuns: WorkflowRuns;
  /** The app as sign-in servers know it. */
  readonly oauth: OAuthApp;
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
