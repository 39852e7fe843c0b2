/** Rows of the tables in schema.ts. */
export interface IssueRow {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly state: 'open' | 'closed';
  readonly state_reason: string | null;
  readonly author: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly closed_at: string | null;
  readonly closed_by: number | null;
}

export interface PullRow extends IssueRow {
  readonly head_ref: string;
  readonly base_ref: string;
  readonly head_sha: string;
  readonly base_sha: string;
  readonly draft: number;
  /** 1 from the first time somebody asked for a review of it. */
  readonly submitted: number;
  readonly merged_at: string | null;
  readonly merged_by: number | null;
  readonly merge_commit: string | null;
  readonly delete_head: number;
}

export interface LabelRow {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

export interface CommentRow {
  readonly id: number;
  readonly number: number;
  readonly author: number;
  readonly body: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';

export interface ReviewRow {
  readonly id: number;
  readonly number: number;
  readonly author: number;
  readonly state: ReviewState;
  readonly body: string;
  readonly commit_id: string;
  readonly submitted_at: string;
  readonly edited_at: string | null;
  readonly editor: number | null;
}

export interface CheckRunRow {
  readonly id: number;
  readonly head_sha: string;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly started_at: string | null;
  readonly completed_at: string | null;
  readonly details_url: string | null;
  readonly external_id: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  readonly text: string | null;
}

export interface StatusRow {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
  readonly target_url: string | null;
  readonly creator: number;
  readonly created_at: string;
}

export type ActivityKind = 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge';

export interface ActivityRow {
  readonly id: number;
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  /** Null: moved by git itself, behind the server's back. */
  readonly actor: number | null;
  readonly at: string;
  readonly kind: ActivityKind;
}

/** What happened, with what else is known about it. */
export type TimelineData =
  | { readonly event: 'labeled' | 'unlabeled'; readonly name: string; readonly color: string }
  | { readonly event: 'commented'; readonly comment: number }
  | { readonly event: 'reviewed'; readonly review: number }
  | {
      readonly event: 'review_dismissed';
      readonly review: number;
      readonly state: ReviewState;
      readonly message: string;
    }
  | { readonly event: 'committed'; readonly sha: string }
  | { readonly event: 'head_ref_force_pushed'; readonly before: string; readonly after: string }
  | { readonly event: 'head_ref_deleted'; readonly ref: string }
  | { readonly event: 'merged'; readonly commit: string; readonly ref: string }
  | { readonly event: 'renamed'; readonly from: string; readonly to: string }
  | { readonly event: 'closed' | 'reopened' };

export interface TimelineItem {
  readonly id: number;
  readonly actor: number | null;
  readonly at: string;
  readonly data: TimelineData;
}
