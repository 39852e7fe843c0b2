import type { Account } from '../accounts.ts';
import type { Local } from '../local.ts';
import { associationOf, commentsOf, labelsOf } from '../store/issues.ts';
import type { PullRow, ReviewRow } from '../store/rows.ts';
import { nodeId, type Addresses } from './addresses.ts';
import { labelJson } from './issues.ts';
import { personJson } from './people.ts';
import { ownerJson, repositoryJson } from './repository.ts';

/** A pull request as lists give it. */
export function pullJson(local: Local, at: Addresses, viewer: Account, pull: PullRow) {
  const url = `${at.repo}/pulls/${pull.number}`;
  const html = `${at.html}/pull/${pull.number}`;
  const comments = `${at.repo}/issues/${pull.number}/comments`;
  const side = (ref: string, sha: string) => ({
    label: `${local.owner}:${ref}`,
    ref,
    sha,
    user: ownerJson(local, at),
    repo: repositoryJson(local, at, viewer),
  });
  const links = {
    self: url,
    html,
    issue: `${at.repo}/issues/${pull.number}`,
    comments,
    review_comments: `${url}/comments`,
    review_comment: `${at.repo}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${at.repo}/statuses/${pull.head_sha}`,
  };
  return {
    url,
    id: pull.number,
    node_id: nodeId('PullRequest', pull.number),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: links.issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: comments,
    statuses_url: links.statuses,
    number: pull.number,
    state: pull.state,
    locked: false,
    active_lock_reason: null,
    title: pull.title,
    user: personJson(local, at, pull.author),
    body: pull.body,
    labels: labelsOf(local, pull.number).map((label) => labelJson(at, label)),
    milestone: null,
    created_at: pull.created_at,
    updated_at: pull.updated_at,
    closed_at: pull.closed_at,
    merged_at: pull.merged_at,
    merge_commit_sha: pull.merge_commit,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: side(pull.head_ref, pull.head_sha),
    base: side(pull.base_ref, pull.base_sha),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: associationOf(local, pull.author),
    auto_merge: null,
    draft: pull.draft === 1,
  };
}

/** What only the answer about a single pull request says. */
export interface PullDetail {
  readonly mergeable: boolean | null;
  readonly mergeableState: string;
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
}

export function fullPullJson(
  local: Local,
  at: Addresses,
  viewer: Account,
  pull: PullRow,
  detail: PullDetail,
) {
  return {
    ...pullJson(local, at, viewer, pull),
    merged: pull.merged_at !== null,
    mergeable: detail.mergeable,
    rebaseable: false,
    mergeable_state: detail.mergeableState,
    merged_by: personJson(local, at, pull.merged_by),
    comments: commentsOf(local, pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: detail.commits,
    additions: detail.additions,
    deletions: detail.deletions,
    changed_files: detail.changedFiles,
  };
}

export function reviewJson(local: Local, at: Addresses, review: ReviewRow) {
  const pull = `${at.repo}/pulls/${review.number}`;
  const html = `${at.html}/pull/${review.number}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: personJson(local, at, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pull,
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: review.submitted_at,
    commit_id: review.commit_id,
    author_association: associationOf(local, review.author),
  };
}
