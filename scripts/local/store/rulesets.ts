import { appNumber, type Account } from '../accounts.ts';
import type { Rule, Ruleset } from '../../github/setup/rulesets.ts';
import { rulesetsOf } from '../../github/setup/rulesets.ts';
import { defaultBranch, refOf, type Local } from '../local.ts';
import { readSetting, writeSetting } from './settings.ts';

export interface StoredRuleset extends Ruleset {
  readonly id: number;
  readonly created_at: string;
  readonly updated_at: string;
}

interface Stored {
  readonly next: number;
  readonly list: readonly StoredRuleset[];
}

/** The demo's rulesets are those of production, from the start. */
function stored(local: Local): Stored {
  const found = readSetting<Stored>(local, 'rulesets');
  if (found !== undefined) return found;
  const at = '2026-01-01T00:00:00Z';
  const list = rulesetsOf(appNumber).map((ruleset, index) => ({
    ...ruleset,
    id: index + 1,
    created_at: at,
    updated_at: at,
  }));
  return { next: list.length + 1, list };
}

export function rulesets(local: Local): readonly StoredRuleset[] {
  return stored(local).list;
}

export function noRulesets(local: Local): void {
  writeSetting(local, 'rulesets', { next: 1, list: [] } satisfies Stored);
}

export function addRuleset(local: Local, ruleset: Ruleset): StoredRuleset {
  return local.db.transaction(() => {
    const { next, list } = stored(local);
    const at = local.now();
    const added = { ...ruleset, id: next, created_at: at, updated_at: at };
    writeSetting(local, 'rulesets', { next: next + 1, list: [...list, added] } satisfies Stored);
    return added;
  });
}

/** Puts a ruleset in the place of the one with that id, or takes that away for null. */
export function replaceRuleset(local: Local, id: number, ruleset: Ruleset | null): StoredRuleset | undefined {
  return local.db.transaction(() => {
    const { next, list } = stored(local);
    const before = list.find((one) => one.id === id);
    if (before === undefined) return undefined;
    const after = { ...before, ...ruleset, updated_at: local.now() };
    const others = list.flatMap((one) => (one.id !== id ? [one] : ruleset === null ? [] : [after]));
    writeSetting(local, 'rulesets', { next, list: others } satisfies Stored);
    return after;
  });
}

/**
 * Rules of one type that hold for this account on this reference: of active rulesets, without those that it may pass.
 *
 * @param account null: rules that hold for anybody at all
 */
export function rulesFor(local: Local, account: Account | null, ref: string, type: string): readonly Rule[] {
  return rulesets(local)
    .filter((ruleset) => ruleset.enforcement === 'active' && covers(ruleset, ref))
    .filter((ruleset) => account === null || !bypasses(local, ruleset, account))
    .flatMap(({ rules }) => rules.filter((rule) => rule.type === type));
}

function covers({ conditions: { ref_name } }: Ruleset, ref: string): boolean {
  const matches = (pattern: string) =>
    pattern === '~ALL' ||
    (pattern === '~DEFAULT_BRANCH' ? ref === refOf(defaultBranch) : expressionOf(pattern).test(ref));
  return ref_name.include.some(matches) && !ref_name.exclude.some(matches);
}

/** Ruby's `fnmatch` with `FNM_PATHNAME`, as GitHub matches: a star stops at a slash, but not two before one. */
function expressionOf(pattern: string): RegExp {
  const parts = pattern.split(/(\*\*\/|\*+|\?)/).map((part) => {
    if (part === '**/') return '(?:[^/]+/)*';
    if (/^\*+$/.test(part)) return '[^/]*';
    return part === '?' ? '[^/]' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}

/** Organisation administrators are those of the repository here; a bypass by pull request is none for a push. */
function bypasses(local: Local, ruleset: Ruleset, account: Account): boolean {
  return ruleset.bypass_actors.some(({ actor_type, actor_id, bypass_mode }) => {
    if (bypass_mode === 'pull_request') return false;
    if (actor_type === 'Integration') return actor_id === appNumber && account.id === local.app.id;
    if (actor_type === 'User') return actor_id === account.id;
    return (
      account.permission === 'admin' &&
      (actor_type === 'OrganizationAdmin' || actor_type === 'RepositoryRole')
    );
  });
}
