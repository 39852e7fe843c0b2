import { collections } from '../../../content/schema/collections.ts';
import { rulesetsOf, type Ruleset } from './rulesets.ts';

/** A value of a setting as the API has it. */
export type Value = boolean | string | number | readonly string[] | null;

/** One setting: its name in the API, its name for people, and what it should be. */
export interface Setting {
  readonly field: string;
  readonly label: string;
  readonly value: Value;
}

export interface Label {
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/** A deployment environment that only `main` may use, with no waiting and no reviewers. */
export interface Environment {
  readonly name: string;
  readonly secrets: readonly string[];
  readonly variables: readonly string[];
}

/** Where the gate's key lies, and under which names its workflow finds key and id. */
export const gateEnvironment = 'gerbang';
export const keySecret = 'PARAF_APP_KEY';
export const idVariable = 'PARAF_APP_ID';

/** What an office's repository on GitHub should be. The one place that says so. */
export interface Description {
  readonly repository: readonly Setting[];
  /** By path below `actions/permissions`. */
  readonly actions: Readonly<Record<string, readonly Setting[]>>;
  readonly labels: readonly Label[];
  readonly environments: readonly Environment[];
  readonly pages: readonly Setting[];
  /** Null while the app is not there: rules name it. */
  readonly rulesets: readonly Ruleset[] | null;
  readonly codeowners: Codeowners;
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
}

/** Who is asked to review changes of the system, and whose folders are left to their SOP. */
export interface Codeowners {
  /** Logins or teams without `@`; empty: whoever stands in the file, two at least. */
  readonly owners: readonly string[];
  readonly unowned: readonly string[];
}

/**
 * Rights of the app, each because without it something stops (decision 24): items and ledger (contents), reviews,
 * labels and merges (pull_requests), the check (checks, statuses), reports to the office's IT (issues), and merges of
 * approved changes to the workflows, which GitHub refuses an app without `workflows`.
 */
export const appPermissions = {
  checks: 'write',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  pull_requests: 'write',
  statuses: 'write',
  workflows: 'write',
} as const;

/** What the app is told of, where it is told at all (`paraf serve`). */
export const appEvents = ['issue_comment', 'pull_request', 'pull_request_review', 'push'] as const;

const setting = (field: string, label: string, value: Value): Setting => ({ field, label, value });

/** The settings of an office, from its app's id and its code owners. */
export function describeOffice(app: number | null, owners: readonly string[]): Description {
  return {
    repository: [
      setting('allow_squash_merge', 'penggabungan dengan squash', true),
      setting('allow_merge_commit', 'penggabungan dengan merge commit', false),
      setting('allow_rebase_merge', 'penggabungan dengan rebase', false),
      setting('squash_merge_commit_title', 'judul commit gabungan', 'PR_TITLE'),
      setting('squash_merge_commit_message', 'isi pesan commit gabungan', 'BLANK'),
      setting('allow_auto_merge', 'penggabungan otomatis GitHub', false),
      setting('delete_branch_on_merge', 'penghapusan cabang sesudah digabung', true),
      setting('has_issues', 'Issues', true),
      setting('has_wiki', 'wiki', false),
      setting('has_projects', 'Projects', false),
    ],
    actions: {
      '': [
        setting('enabled', 'GitHub Actions', true),
        setting('allowed_actions', 'action yang boleh dipakai', 'selected'),
        setting('sha_pinning_required', 'action harus dikunci pada commit', true),
      ],
      '/selected-actions': [
        setting('github_owned_allowed', 'action milik GitHub', true),
        setting('verified_allowed', 'action pembuat terverifikasi', false),
        setting('patterns_allowed', 'action lain', []),
      ],
      '/workflow': [
        setting('default_workflow_permissions', 'hak bawaan token workflow', 'read'),
        setting('can_approve_pull_request_reviews', 'workflow boleh menyetujui pull request', false),
      ],
      '/fork-pr-contributor-approval': [
        setting('approval_policy', 'workflow dari luar menunggu izin', 'all_external_contributors'),
      ],
    },
    labels: [
      label('decap-cms/draft', 'd4c5f9', 'Draf: belum diajukan'),
      label('decap-cms/pending_review', 'fbca04', 'Diajukan: sedang diperiksa menurut SOP'),
      label('decap-cms/pending_publish', '0e8a16', 'Siap: semua langkah sudah diparaf'),
      label('paraf-temuan', 'd93f0b', 'Temuan Paraf untuk petugas TI'),
    ],
    environments: [
      { name: gateEnvironment, secrets: [keySecret], variables: [idVariable] },
      { name: 'github-pages', secrets: [], variables: [] },
    ],
    pages: [
      setting('build_type', 'sumber GitHub Pages', 'workflow'),
      setting('https_enforced', 'GitHub Pages hanya lewat HTTPS', true),
    ],
    rulesets: app === null ? null : rulesetsOf(app),
    codeowners: { owners, unowned: collections.map(({ name }) => `/content/${name}/`) },
    permissions: appPermissions,
  };
}

function label(name: string, color: string, description: string): Label {
  return { name, color, description };
}
