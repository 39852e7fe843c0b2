import type { Ruleset } from './rulesets.ts';

/** What GitHub has now, as far as the description speaks of it. Null: not there. */
export interface State {
  readonly repository: Readonly<Record<string, unknown>> | null;
  readonly isPrivate: boolean;
  /** Whether `main` has a commit. */
  readonly hasMain: boolean;
  /** Whether GitHub's plan leaves out rulesets here: then also environments and Pages. */
  readonly isLimited: boolean;
  /** By path below `actions/permissions`; null where GitHub has no such setting now. */
  readonly actions: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  readonly labels: readonly {
    readonly name: string;
    readonly color: string;
    readonly description: string | null;
  }[];
  readonly environments: readonly EnvironmentState[];
  readonly pages: Readonly<Record<string, unknown>> | null;
  readonly rulesets: readonly (Ruleset & { readonly id: number })[];
  readonly codeowners: CodeownersState | null;
  /** Accounts that may approve changes of the system and can write; null where the list cannot be read. */
  readonly pengelola: readonly number[] | null;
  /** The app's installation for this repository; `unknown` where the token may not see it. */
  readonly installation: Installation | null | 'unknown';
  /** Whether the first system is recorded on branch `paraf`. */
  readonly hasRecord: boolean;
}

export interface EnvironmentState {
  readonly name: string;
  /** `custom`: the branches that are named. */
  readonly limit: 'any' | 'protected' | 'custom';
  readonly branches: readonly { readonly id: number; readonly name: string; readonly type: string }[];
  /** Kinds of further conditions, e.g. `wait_timer`, `required_reviewers`. */
  readonly conditions: readonly string[];
  readonly secrets: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

export interface CodeownersState {
  readonly text: string;
  /** What GitHub finds wrong, in its words. */
  readonly errors: readonly { readonly line: number; readonly kind: string; readonly source: string }[];
}

export interface Installation {
  readonly appId: number;
  readonly slug: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly isSuspended: boolean;
}

/** Before the repository is made. */
export const nothing: State = {
  repository: null,
  isPrivate: false,
  hasMain: false,
  isLimited: false,
  actions: {},
  labels: [],
  environments: [],
  pages: null,
  rulesets: [],
  codeowners: null,
  pengelola: null,
  installation: null,
  hasRecord: false,
};
