import { nodeId } from '../shape/addresses.ts';
import { findComment, findReview } from '../store/issues.ts';
import { commitsOfPull } from '../store/pull-facts.ts';
import type { PullRow, TimelineItem } from '../store/rows.ts';
import { timelineOf } from '../store/timeline.ts';
import { commitNode, objectByName } from './objects.ts';
import { actorNode } from './people.ts';
import { commentNode, labelNode, reviewNode } from './pull.ts';
import type { View } from './view.ts';

/** What the filter calls each thing that happens. Others of GitHub's never happen here. */
const itemTypes: Readonly<Record<TimelineItem['data']['event'], string>> = {
  labeled: 'LABELED_EVENT',
  unlabeled: 'UNLABELED_EVENT',
  commented: 'ISSUE_COMMENT',
  reviewed: 'PULL_REQUEST_REVIEW',
  review_dismissed: 'REVIEW_DISMISSED_EVENT',
  committed: 'PULL_REQUEST_COMMIT',
  head_ref_force_pushed: 'HEAD_REF_FORCE_PUSHED_EVENT',
  head_ref_deleted: 'HEAD_REF_DELETED_EVENT',
  merged: 'MERGED_EVENT',
  renamed: 'RENAMED_TITLE_EVENT',
  closed: 'CLOSED_EVENT',
  reopened: 'REOPENED_EVENT',
};

/** What happened to a pull request, in the server's order. Commits that left the branch are left out, as by GitHub. */
export async function timelineNodes(
  view: View,
  pull: PullRow,
  wanted: readonly string[] | undefined,
  since: string | undefined,
) {
  const standing = new Set((await commitsOfPull(view.local, pull)).map((commit) => commit.oid));
  const items = timelineOf(view.local, pull.number).filter(
    ({ data, at }) =>
      (wanted === undefined || wanted.includes(itemTypes[data.event])) &&
      (since === undefined || at >= since) &&
      (data.event !== 'committed' || standing.delete(data.sha)),
  );
  return Promise.all(items.map((item) => timelineNode(view, pull, item)));
}

async function timelineNode(view: View, pull: PullRow, item: TimelineItem): Promise<Record<string, unknown>> {
  const { local, at } = view;
  const { data } = item;
  const event = (typename: string, extra: object = {}) => ({
    __typename: typename,
    id: nodeId('TimelineItem', item.id),
    createdAt: item.at,
    actor: actorNode(view, item.actor),
    ...extra,
  });
  switch (data.event) {
    case 'labeled':
      return event('LabeledEvent', { label: labelNode(data) });
    case 'unlabeled':
      return event('UnlabeledEvent', { label: labelNode(data) });
    case 'commented':
      return commentNode(view, findComment(local, data.comment)!);
    case 'reviewed':
      return reviewNode(view, findReview(local, pull.number, data.review)!);
    case 'review_dismissed':
      return event('ReviewDismissedEvent', {
        databaseId: item.id,
        previousReviewState: data.state,
        dismissalMessage: data.message,
        // Only a dismissal by a push has one.
        pullRequestCommit: null,
        review: () => reviewNode(view, findReview(local, pull.number, data.review)!),
        url: `${at.html}/pull/${pull.number}`,
      });
    case 'committed':
      return {
        __typename: 'PullRequestCommit',
        id: nodeId('PullRequestCommit', `${pull.number}:${data.sha}`),
        commit: commitNode(view, await local.repository.mustCommit(data.sha)),
      };
    case 'head_ref_force_pushed':
      return event('HeadRefForcePushedEvent', {
        beforeCommit: () => objectByName(view, data.before, ''),
        afterCommit: () => objectByName(view, data.after, ''),
      });
    case 'head_ref_deleted':
      return event('HeadRefDeletedEvent', { headRefName: data.ref });
    case 'merged':
      return event('MergedEvent', {
        mergeRefName: data.ref,
        commit: () => objectByName(view, data.commit, ''),
        url: `${at.html}/pull/${pull.number}`,
      });
    case 'renamed':
      return event('RenamedTitleEvent', { previousTitle: data.from, currentTitle: data.to });
    case 'closed':
      return event('ClosedEvent', { url: `${at.html}/pull/${pull.number}` });
    case 'reopened':
      return event('ReopenedEvent');
  }
}
