/** A branch ruleset as GitHub's API takes and gives it, as far as an office needs it (design, section 5). */
export interface Ruleset {
  readonly name: string;
  readonly target: 'branch';
  readonly enforcement: 'active' | 'disabled' | 'evaluate';
  readonly bypass_actors: readonly BypassActor[];
  readonly conditions: {
    readonly ref_name: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  };
  readonly rules: readonly Rule[];
}

export interface BypassActor {
  readonly actor_type: string;
  readonly actor_id?: number | null | undefined;
  readonly bypass_mode?: 'always' | 'pull_request' | 'exempt' | undefined;
}

export interface Rule {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
}

/** Check that the gate writes on the head of a pull request. */
export const requiredCheck = 'paraf';
export const mainRef = 'refs/heads/main';
export const recordRef = 'refs/heads/paraf';
/** Branches that Decap makes. GitHub's `*` stops at a slash; only `**` followed by a slash goes below. */
export const itemRefs = 'refs/heads/cms/**/*';

const ruleset = (
  name: string,
  include: readonly string[],
  rules: readonly Rule[],
  bypass_actors: readonly BypassActor[],
): Ruleset => ({
  name,
  target: 'branch',
  enforcement: 'active',
  bypass_actors,
  conditions: { ref_name: { include, exclude: [] } },
  rules,
});

/**
 * The rules that GitHub keeps for the office, against administrators too. A bypass holds for all rules of its ruleset,
 * so each pair of "which branches" and "who may pass" is one of its own (decision 25). GitHub's own counting of
 * approvals stays off: it knows no order and fights R6 to R10.
 *
 * @param app id of the GitHub App, not of its account
 */
export function rulesetsOf(app: number): readonly Ruleset[] {
  const onlyApp: readonly BypassActor[] = [
    { actor_type: 'Integration', actor_id: app, bypass_mode: 'always' },
  ];
  return [
    ruleset(
      'Paraf: riwayat hanya bertambah',
      [mainRef, recordRef],
      [{ type: 'deletion' }, { type: 'non_fast_forward' }],
      [],
    ),
    ruleset(
      'Paraf: main lewat pull request',
      [mainRef],
      [
        {
          type: 'pull_request',
          parameters: {
            required_approving_review_count: 0,
            dismiss_stale_reviews_on_push: false,
            require_code_owner_review: false,
            require_last_push_approval: false,
            required_review_thread_resolution: false,
            allowed_merge_methods: ['squash'],
          },
        },
        {
          type: 'required_status_checks',
          parameters: {
            strict_required_status_checks_policy: false,
            required_status_checks: [{ context: requiredCheck, integration_id: app }],
          },
        },
      ],
      [],
    ),
    ruleset(
      'Paraf: hanya aplikasi yang menulis',
      [mainRef, recordRef],
      [{ type: 'creation' }, { type: 'update' }],
      onlyApp,
    ),
    ruleset('Paraf: draf tidak dihapus', [itemRefs], [{ type: 'deletion' }], onlyApp),
  ];
}
