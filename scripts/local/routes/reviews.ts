import { ApiError, notFound } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import { pageOfList } from '../http/paging.ts';
import type { ApiApp } from '../http/routes.ts';
import { refOf, type Local } from '../local.ts';
import { requireWrite } from '../rules.ts';
import { addressesOf } from '../shape/addresses.ts';
import { reviewJson } from '../shape/pulls.ts';
import { addReview, findPull, findReview, reviewsOf } from '../store/issues.ts';
import { followHeld } from '../store/moves.ts';
import type { PullRow, ReviewRow, ReviewState } from '../store/rows.ts';
import { record, timelineOf } from '../store/timeline.ts';
import { requireBody } from './issue-text.ts';
import { currentPull } from './pulls.ts';
import { numberOf } from './revisions.ts';

const states: Readonly<Record<string, ReviewState>> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

/** `pulls/{n}/reviews`. */
export function mountReviews(app: ApiApp, local: Local): void {
  app.get('/pulls/:number/reviews', async (c) => {
    const pull = await currentPull(local, c.req.param('number'));
    const at = addressesOf(c, local);
    return c.json(pageOfList(c, reviewsOf(local, pull.number), (review) => reviewJson(local, at, review)));
  });

  app.post('/pulls/:number/reviews', async (c) => {
    const account = c.get('account');
    const body = await readBody(c);
    const { number, head_ref } = await currentPull(local, c.req.param('number'));
    const event = body.optionalText('event');
    const state = states[event ?? ''];
    if (!state)
      throw reviewFault(
        `Event must be one of ${Object.keys(states).join(', ')}; a pending review is not served locally`,
      );
    if (body.list('comments').length > 0)
      throw reviewFault('Comments on single lines are not served locally');
    const text = requireBody(body.optionalText('body') ?? '');
    if (state !== 'APPROVED' && text.trim() === '') throw reviewFault('Review Can not be blank');
    // The branch stands still: what is signed is what stands there.
    const review = await local.locks.hold(refOf(head_ref), async () => {
      await followHeld(local, refOf(head_ref));
      const pull = findPull(local, number)!;
      if (pull.author === account.id && state !== 'COMMENTED')
        throw reviewFault(
          `Review Can not ${state === 'APPROVED' ? 'approve' : 'request changes on'} your own pull request`,
        );
      const commit = requireKnownCommit(local, pull, body.optionalText('commit_id') ?? pull.head_sha);
      return addReview(local, pull, account.id, { state, body: text, commit });
    });
    return c.json(reviewJson(local, addressesOf(c, local), review));
  });

  app.get('/pulls/:number/reviews/:id', (c) => {
    const review = mustReview(local, c.req.param('number'), c.req.param('id'));
    return c.json(reviewJson(local, addressesOf(c, local), review));
  });

  app.put('/pulls/:number/reviews/:id', async (c) => {
    const account = c.get('account');
    const review = mustReview(local, c.req.param('number'), c.req.param('id'));
    if (review.author !== account.id)
      throw new ApiError(403, 'Must be the author of the review to change it.');
    const body = requireBody((await readBody(c)).text('body'));
    local.db.transaction(() => {
      local.db.update('review', 'id', review.id, { body, edited_at: local.now(), editor: account.id });
      local.db.update('issue', 'number', review.number, { updated_at: local.now() });
      const { id, number, body: from } = review;
      const about = { number, review: id, by: account.id };
      local.announce({
        event: 'pull_request_review',
        action: 'edited',
        ...about,
        changes: { body: { from } },
      });
    });
    return c.json(reviewJson(local, addressesOf(c, local), findReview(local, review.number, review.id)!));
  });

  app.put('/pulls/:number/reviews/:id/dismissals', async (c) => {
    const account = c.get('account');
    requireWrite(account);
    const { number, id, state } = mustReview(local, c.req.param('number'), c.req.param('id'));
    const message = requireBody((await readBody(c)).text('message'));
    if (state !== 'APPROVED' && state !== 'CHANGES_REQUESTED')
      throw new ApiError(422, 'Validation Failed', [
        `Can not dismiss a ${state.toLowerCase()} pull request review`,
      ]);
    local.db.transaction(() => {
      local.db.update('review', 'id', id, { state: 'DISMISSED' });
      record(local, number, account.id, { event: 'review_dismissed', review: id, state, message });
    });
    return c.json(reviewJson(local, addressesOf(c, local), findReview(local, number, id)!));
  });
}

function mustReview(local: Local, number: string, id: string): ReviewRow {
  const review = findReview(local, numberOf(number), numberOf(id));
  if (!review) throw notFound();
  return review;
}

/** A review is of a commit that the pull request has, or had. */
function requireKnownCommit(local: Local, pull: PullRow, sha: string): string {
  const known =
    sha === pull.head_sha ||
    timelineOf(local, pull.number).some(
      ({ data }) =>
        (data.event === 'committed' && data.sha === sha) ||
        (data.event === 'head_ref_force_pushed' && (data.before === sha || data.after === sha)),
    );
  if (!known) throw reviewFault('Commit is not part of the pull request');
  return sha;
}

/** 422 as GitHub gives it for reviews: the reason stands in `errors`. */
function reviewFault(reason: string): ApiError {
  return new ApiError(422, 'Unprocessable Entity', [reason]);
}
