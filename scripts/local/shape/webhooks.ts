import { installationNumber } from '../accounts.ts';
import { branchOf, accountOf, defaultBranch, type Change, type Local } from '../local.ts';
import { zeroOid } from '../git/repository.ts';
import { findComment, findIssue, findPull, findReview } from '../store/issues.ts';
import { detailOf } from '../store/pull-facts.ts';
import { nodeId, type Addresses } from './addresses.ts';
import { commentJson, issueJson } from './issues.ts';
import { userJson } from './people.ts';
import { fullPullJson, pullJson, reviewJson } from './pulls.ts';
import { organisationJson, repositoryJson } from './repository.ts';

/** Whom GitHub names where nobody is known: its own account for those who are gone. */
const ghost = { id: 10_137, login: 'ghost', name: 'Deleted user', permission: 'read' } as const;

/** The body of a delivery; null where what it is about is no longer there. */
export async function payloadOf(local: Local, at: Addresses, change: Change): Promise<object | null> {
  const viewer = local.app;
  const common = {
    repository: repositoryJson(local, at, viewer),
    organization: organisationJson(local, at),
    sender: userJson(local, at, change.by === null ? ghost : accountOf(local, change.by)),
    installation: { id: installationNumber, node_id: nodeId('Installation', installationNumber) },
  };
  if (change.event === 'push') {
    const { ref, before, after, forced, by } = change;
    const pusher = by === null ? ghost : accountOf(local, by);
    return {
      ref,
      before,
      after,
      created: before === zeroOid,
      deleted: after === zeroOid,
      forced,
      base_ref: null,
      compare: `${at.html}/compare/${branchOf(ref) ?? ''}`,
      // What the commits hold is not told: whoever listens asks.
      commits: [],
      head_commit: null,
      pusher: { name: pusher.login, email: null },
      ...common,
    };
  }
  if (change.event === 'repository_dispatch')
    return { action: change.action, branch: defaultBranch, client_payload: {}, ...common };
  const { number, action } = change;
  const pull = findPull(local, number);
  const told = {
    action,
    ...('changes' in change ? { changes: change.changes } : {}),
    ...(change.action === 'synchronize' ? { before: change.before, after: change.after } : {}),
    ...common,
  };
  switch (change.event) {
    case 'pull_request': {
      if (pull === undefined) return null;
      const detail = await detailOf(local, pull);
      return { ...told, number, pull_request: fullPullJson(local, at, viewer, pull, detail) };
    }
    case 'pull_request_review': {
      const review = findReview(local, number, change.review);
      if (pull === undefined || review === undefined) return null;
      return {
        ...told,
        review: { ...reviewJson(local, at, review), state: review.state.toLowerCase() },
        pull_request: pullJson(local, at, viewer, pull),
      };
    }
    case 'issues':
    case 'issue_comment': {
      const issue = findIssue(local, number);
      if (issue === undefined) return null;
      const ofIssue = { ...told, issue: issueJson(local, at, issue) };
      if (!('comment' in change)) return ofIssue;
      const comment = findComment(local, change.comment);
      return comment === undefined ? null : { ...ofIssue, comment: commentJson(local, at, comment) };
    }
  }
}
