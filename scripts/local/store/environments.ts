import type { Local } from '../local.ts';
import { readSetting, writeSetting } from './settings.ts';

/** A deployment environment: which branches may use it, and its secrets and variables. */
export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly wait_timer: number;
  /** Null: any branch. */
  readonly deployment_branch_policy: {
    readonly protected_branches: boolean;
    readonly custom_branch_policies: boolean;
  } | null;
  readonly branches: readonly BranchPolicy[];
  /** By name; sealed as they came, and never given back. */
  readonly secrets: Readonly<Record<string, Sealed>>;
  readonly variables: Readonly<Record<string, Variable>>;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface BranchPolicy {
  readonly id: number;
  readonly name: string;
  readonly type: 'branch' | 'tag';
}

export interface Sealed {
  readonly sealed: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Variable {
  readonly value: string;
  readonly created_at: string;
  readonly updated_at: string;
}

interface Stored {
  readonly next: number;
  readonly list: readonly Environment[];
}

function stored(local: Local): Stored {
  return readSetting<Stored>(local, 'environments') ?? { next: 1, list: [] };
}

/** GitHub takes the names of environments without regard to case. */
export function findEnvironment(local: Local, name: string): Environment | undefined {
  return stored(local).list.find((one) => one.name.toLowerCase() === name.toLowerCase());
}

export function listEnvironments(local: Local): readonly Environment[] {
  return stored(local).list;
}

/** A number that no environment or branch policy of this repository has had. */
function takeId(local: Local): number {
  const { next, list } = stored(local);
  writeSetting(local, 'environments', { next: next + 1, list } satisfies Stored);
  return next;
}

/** Changes an environment, or makes it where it is not there. */
export function changeEnvironment(
  local: Local,
  name: string,
  change: (before: Environment, takeId: () => number) => Partial<Environment>,
): Environment {
  return local.db.transaction(() => {
    const at = local.now();
    const before = findEnvironment(local, name) ?? {
      id: takeId(local),
      name,
      wait_timer: 0,
      deployment_branch_policy: null,
      branches: [],
      secrets: {},
      variables: {},
      created_at: at,
      updated_at: at,
    };
    const after = { ...before, ...change(before, () => takeId(local)), updated_at: at };
    const { next, list } = stored(local);
    const others = list.filter(({ id }) => id !== after.id);
    writeSetting(local, 'environments', { next, list: [...others, after] } satisfies Stored);
    return after;
  });
}
