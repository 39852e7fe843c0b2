import type { Local } from '../local.ts';
import { findComment, findReview } from '../store/issues.ts';
import type { TimelineItem } from '../store/rows.ts';
import { nodeId, type Addresses } from './addresses.ts';
import { gitCommitJson } from './git.ts';
import { commentJson } from './issues.ts';
import { appJson, personJson } from './people.ts';
import { reviewJson } from './pulls.ts';

/** One thing that happened, as the REST timeline gives it. Undefined: it is no longer part of the pull request. */
export async function timelineJson(local: Local, at: Addresses, number: number, item: TimelineItem) {
  const { data } = item;
  const actor = personJson(local, at, item.actor);
  const event = (extra: object) => ({
    id: item.id,
    node_id: nodeId('TimelineItem', item.id),
    url: `${at.repo}/issues/events/${item.id}`,
    actor,
    event: data.event,
    commit_id: null,
    commit_url: null,
    created_at: item.at,
    performed_via_github_app: item.actor === local.app.id ? appJson(local, at) : null,
    ...extra,
  });
  switch (data.event) {
    case 'labeled':
    case 'unlabeled':
      return event({ label: { name: data.name, color: data.color } });
    case 'commented': {
      const comment = findComment(local, data.comment);
      return comment && { ...commentJson(local, at, comment), event: data.event, actor };
    }
    case 'reviewed': {
      const review = findReview(local, number, data.review);
      return (
        review && { ...reviewJson(local, at, review), event: data.event, state: review.state.toLowerCase() }
      );
    }
    case 'review_dismissed':
      return event({
        dismissed_review: {
          state: data.state.toLowerCase(),
          review_id: data.review,
          dismissal_message: data.message,
        },
      });
    case 'committed': {
      const commit = await local.repository.commit(data.sha);
      return commit && { ...gitCommitJson(at, commit), event: data.event };
    }
    case 'head_ref_force_pushed':
    case 'merged': {
      const sha = data.event === 'merged' ? data.commit : data.after;
      return event({ commit_id: sha, commit_url: `${at.repo}/commits/${sha}` });
    }
    case 'renamed':
      return event({ rename: { from: data.from, to: data.to } });
    case 'head_ref_deleted':
    case 'closed':
    case 'reopened':
      return event({});
  }
}
