import { actorFrom } from './actor.ts';
import type { Actor, Comment, Happening, Review } from './facts.ts';
import type { PullAnswer, RawActor } from './queries.ts';

/** An account as GraphQL names it. */
export function actorOf(raw: RawActor): Actor | null {
  return raw ? actorFrom({ id: raw.databaseId, login: raw.login, type: raw.__typename }) : null;
}

type RawReview = NonNullable<PullAnswer['reviews']>['nodes'][number];

/** A review that was sent; nothing for one that was not. */
export function reviewOf(raw: RawReview): Review[] {
  // A review not yet sent is nobody's business.
  if (raw.state === 'PENDING' || !raw.submittedAt) return [];
  const { nodes, pageInfo } = raw.userContentEdits ?? { nodes: [], pageInfo: { hasNextPage: false } };
  // Where not every edit can be seen, the oldest one seen is not what was first sent.
  const edits = (pageInfo.hasNextPage ? [] : [...nodes]).sort(
    (a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt),
  );
  return [
    {
      id: raw.fullDatabaseId,
      state: raw.state,
      at: raw.submittedAt,
      by: actorOf(raw.author),
      body: raw.body,
      // Without the creation among them, the oldest edit is what was first changed to.
      firstBody: !raw.lastEditedAt ? raw.body : raw.includesCreatedEdit ? (edits[0]?.diff ?? null) : null,
      edited: raw.lastEditedAt ? { at: raw.lastEditedAt, by: actorOf(raw.editor) } : null,
      commit: raw.commit?.oid ?? null,
    },
  ];
}

export function commentOf(raw: PullAnswer['comments']['nodes'][number]): Comment {
  return {
    id: raw.fullDatabaseId,
    at: raw.createdAt,
    by: actorOf(raw.author),
    body: raw.body,
    edited: Boolean(raw.lastEditedAt),
  };
}

/** Something that happened to the pull request; nothing where it is about a review that is gone. */
export function happeningOf(raw: PullAnswer['timelineItems']['nodes'][number]): Happening[] {
  const common = { at: raw.createdAt, by: actorOf(raw.actor) };
  switch (raw.__typename) {
    case 'LabeledEvent':
      return [{ kind: 'labeled', ...common, label: raw.label.name }];
    case 'ReviewDismissedEvent':
      return raw.review
        ? [
            {
              kind: 'dismissed',
              ...common,
              review: raw.review.fullDatabaseId,
              before: raw.previousReviewState,
            },
          ]
        : [];
    case 'ClosedEvent':
      return [{ kind: 'closed', ...common }];
    case 'ReopenedEvent':
      return [{ kind: 'reopened', ...common }];
    case 'MergedEvent':
      return [{ kind: 'merged', ...common }];
  }
}
