import type { Local } from '../local.ts';
import { associationOf, commentsOf, findPull, labelsOf } from '../store/issues.ts';
import type { CommentRow, IssueRow, LabelRow } from '../store/rows.ts';
import { nodeId, type Addresses } from './addresses.ts';
import { personJson } from './people.ts';

export function labelJson(at: Addresses, label: LabelRow) {
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${at.repo}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    description: label.description,
    color: label.color,
    default: false,
  };
}

export function commentJson(local: Local, at: Addresses, comment: CommentRow) {
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${at.repo}/issues/comments/${comment.id}`,
    html_url: `${at.html}/issues/${comment.number}#issuecomment-${comment.id}`,
    issue_url: `${at.repo}/issues/${comment.number}`,
    body: comment.body,
    user: personJson(local, at, comment.author),
    created_at: comment.created_at,
    updated_at: comment.updated_at,
    author_association: associationOf(local, comment.author),
    performed_via_github_app: null,
    reactions: noReactions(`${at.repo}/issues/comments/${comment.id}`),
  };
}

/** Nobody can react here. */
function noReactions(of: string) {
  const none = { '+1': 0, '-1': 0, laugh: 0, confused: 0, heart: 0, hooray: 0, eyes: 0, rocket: 0 };
  return { url: `${of}/reactions`, total_count: 0, ...none };
}

export function issueJson(local: Local, at: Addresses, issue: IssueRow) {
  const url = `${at.repo}/issues/${issue.number}`;
  const pull = findPull(local, issue.number);
  const html = `${at.html}/${pull ? 'pull' : 'issues'}/${issue.number}`;
  return {
    id: issue.number,
    node_id: nodeId(pull ? 'PullRequest' : 'Issue', issue.number),
    url,
    repository_url: at.repo,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    number: issue.number,
    state: issue.state,
    state_reason: issue.state_reason,
    title: issue.title,
    body: issue.body,
    user: personJson(local, at, issue.author),
    labels: labelsOf(local, issue.number).map((label) => labelJson(at, label)),
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments: commentsOf(local, issue.number).length,
    closed_at: issue.closed_at,
    closed_by: personJson(local, at, issue.closed_by),
    created_at: issue.created_at,
    updated_at: issue.updated_at,
    author_association: associationOf(local, issue.author),
    reactions: noReactions(url),
    ...(pull
      ? {
          pull_request: {
            url: `${at.repo}/pulls/${issue.number}`,
            html_url: html,
            diff_url: `${html}.diff`,
            patch_url: `${html}.patch`,
            merged_at: pull.merged_at,
          },
        }
      : {}),
  };
}
