import type { Local } from '../local.ts';
import { readSetting, writeSetting } from './settings.ts';

/** What an administrator may change on the repository itself. */
export interface RepositorySettings {
  /** False: nobody has made it yet. */
  readonly exists: boolean;
  readonly private: boolean;
  readonly description: string | null;
  readonly homepage: string | null;
  readonly has_issues: boolean;
  readonly has_projects: boolean;
  readonly has_wiki: boolean;
  readonly allow_squash_merge: boolean;
  readonly allow_merge_commit: boolean;
  readonly allow_rebase_merge: boolean;
  readonly allow_auto_merge: boolean;
  readonly delete_branch_on_merge: boolean;
  readonly squash_merge_commit_title: 'PR_TITLE' | 'COMMIT_OR_PR_TITLE';
  readonly squash_merge_commit_message: 'PR_BODY' | 'COMMIT_MESSAGES' | 'BLANK';
}

/** A repository as GitHub makes it. */
export const freshRepository: RepositorySettings = {
  exists: true,
  private: false,
  description: null,
  homepage: null,
  has_issues: true,
  has_projects: true,
  has_wiki: true,
  allow_squash_merge: true,
  allow_merge_commit: true,
  allow_rebase_merge: true,
  allow_auto_merge: false,
  delete_branch_on_merge: false,
  squash_merge_commit_title: 'COMMIT_OR_PR_TITLE',
  squash_merge_commit_message: 'COMMIT_MESSAGES',
};

/** The repository of the demo: there from the start, and merging by squash alone. */
const demoRepository: RepositorySettings = {
  ...freshRepository,
  has_projects: false,
  has_wiki: false,
  allow_merge_commit: false,
  allow_rebase_merge: false,
  delete_branch_on_merge: true,
};

export function repositorySettings(local: Local): RepositorySettings {
  return { ...demoRepository, ...readSetting<Partial<RepositorySettings>>(local, 'repository') };
}

export function changeRepository(local: Local, change: Partial<RepositorySettings>): void {
  local.db.transaction(() => writeSetting(local, 'repository', { ...repositorySettings(local), ...change }));
}

/** GitHub's plan of the organisation: a free one has no rulesets, environments and Pages on a private repository. */
export function organisationPlan(local: Local): 'free' | 'team' {
  return readSetting<{ plan: 'free' | 'team' }>(local, 'organisation')?.plan ?? 'free';
}

/** Whether the plan leaves out what GitHub keeps for public repositories and paying organisations. */
export function isLimited(local: Local): boolean {
  return repositorySettings(local).private && organisationPlan(local) === 'free';
}
