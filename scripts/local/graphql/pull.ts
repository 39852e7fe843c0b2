import type { ChangedFile } from '../git/diff.ts';
import { nodeId } from '../shape/addresses.ts';
import { associationOf, commentsOf, labelsOf, reviewsOf } from '../store/issues.ts';
import { commitsOfPull, detailOf, isMergeable, mergeBaseOf } from '../store/pull-facts.ts';
import { accountOf } from '../local.ts';
import type { CommentRow, LabelRow, PullRow, ReviewRow } from '../store/rows.ts';
import { connection, type Paging } from './connection.ts';
import { commitNode, objectByName } from './objects.ts';
import { actorNode } from './people.ts';
import { refNode, repositoryNode } from './repository.ts';
import { timelineNodes } from './timeline.ts';
import type { View } from './view.ts';

export function pullNode(view: View, pull: PullRow): Record<string, unknown> {
  const { local, at } = view;
  const detail = once(() => detailOf(local, pull));
  const files = once(async () =>
    local.repository.changedFiles(await mergeBaseOf(local, pull), pull.head_sha),
  );
  const merged = pull.merged_at !== null;
  return {
    __typename: 'PullRequest',
    id: nodeId('PullRequest', pull.number),
    databaseId: pull.number,
    fullDatabaseId: String(pull.number),
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    url: `${at.html}/pull/${pull.number}`,
    state: merged ? 'MERGED' : pull.state.toUpperCase(),
    isDraft: pull.draft === 1,
    locked: false,
    closed: pull.state === 'closed',
    merged,
    createdAt: pull.created_at,
    updatedAt: pull.updated_at,
    closedAt: pull.closed_at,
    mergedAt: pull.merged_at,
    mergedBy: actorNode(view, pull.merged_by),
    mergeCommit: () => (pull.merge_commit === null ? null : objectByName(view, pull.merge_commit, '')),
    author: actorNode(view, pull.author),
    authorAssociation: associationOf(local, pull.author),
    baseRefName: pull.base_ref,
    baseRefOid: pull.base_sha,
    baseRef: () => refNode(view, pull.base_ref),
    headRefName: pull.head_ref,
    headRefOid: pull.head_sha,
    headRef: () => refNode(view, pull.head_ref),
    headRepository: () => repositoryNode(view),
    baseRepository: () => repositoryNode(view),
    repository: () => repositoryNode(view),
    isCrossRepository: false,
    mergeable: async () =>
      ({ true: 'MERGEABLE', false: 'CONFLICTING', null: 'UNKNOWN' })[`${await isMergeable(local, pull)}`],
    mergeStateStatus: async () => (await detail()).mergeableState.toUpperCase(),
    reviewDecision: null,
    additions: async () => (await detail()).additions,
    deletions: async () => (await detail()).deletions,
    changedFiles: async () => (await detail()).changedFiles,
    labels: (paging: Paging) => connection('labels', labelsOf(local, pull.number).map(labelNode), paging),
    files: async (paging: Paging) => connection('files', (await files()).map(fileNode), paging),
    commits: async (paging: Paging) => {
      const commits = await commitsOfPull(local, pull);
      const nodes = commits.map((commit) => ({
        __typename: 'PullRequestCommit',
        id: nodeId('PullRequestCommit', `${pull.number}:${commit.oid}`),
        commit: commitNode(view, commit),
      }));
      return connection('commits', nodes, paging);
    },
    reviews: ({ states, author, ...paging }: ReviewFilter) => {
      const found = reviewsOf(local, pull.number).filter(
        (review) =>
          (states ?? [review.state]).includes(review.state) &&
          [null, accountOf(local, review.author).login].includes(author ?? null),
      );
      return connection(
        'reviews',
        found.map((review) => reviewNode(view, review)),
        paging,
      );
    },
    comments: (paging: Paging) => {
      const nodes = commentsOf(local, pull.number).map((comment) => commentNode(view, comment));
      return connection('comments', nodes, paging);
    },
    timelineItems: async ({ itemTypes, since, skip, ...paging }: TimelineFilter) => {
      const nodes = await timelineNodes(view, pull, itemTypes ?? undefined, since ?? undefined);
      return {
        ...connection('timelineItems', nodes.slice(skip ?? 0), paging),
        filteredCount: nodes.length,
        updatedAt: pull.updated_at,
      };
    },
  };
}

interface ReviewFilter extends Paging {
  readonly states?: readonly string[] | null;
  readonly author?: string | null;
}

interface TimelineFilter extends Paging {
  readonly itemTypes?: readonly string[] | null;
  readonly since?: string | null;
  readonly skip?: number | null;
}

export function labelNode(label: Pick<LabelRow, 'name' | 'color'> & Partial<LabelRow>) {
  return {
    id: nodeId('Label', label.id ?? label.name),
    name: label.name,
    color: label.color,
    description: label.description ?? null,
  };
}

const changeTypes = {
  added: 'ADDED',
  removed: 'DELETED',
  modified: 'MODIFIED',
  renamed: 'RENAMED',
  changed: 'CHANGED',
} as const;

function fileNode(file: ChangedFile) {
  const { path, additions, deletions, status } = file;
  return { path, additions, deletions, changeType: changeTypes[status] };
}

export function reviewNode(view: View, review: ReviewRow): Record<string, unknown> {
  const { local, at } = view;
  return {
    __typename: 'PullRequestReview',
    id: nodeId('PullRequestReview', review.id),
    databaseId: review.id,
    fullDatabaseId: String(review.id),
    state: review.state,
    body: review.body,
    author: actorNode(view, review.author),
    authorAssociation: associationOf(local, review.author),
    authorCanPushToRepository: accountOf(local, review.author).permission !== 'read',
    commit: () => objectByName(view, review.commit_id, ''),
    createdAt: review.submitted_at,
    publishedAt: review.submitted_at,
    submittedAt: review.submitted_at,
    updatedAt: review.edited_at ?? review.submitted_at,
    lastEditedAt: review.edited_at,
    includesCreatedEdit: review.edited_at !== null,
    editor: actorNode(view, review.editor),
    // Earlier wordings are not kept: readers must take an edited review for what it can no longer prove.
    userContentEdits: null,
    onBehalfOf: (paging: Paging) => connection('onBehalfOf', [], paging),
    comments: (paging: Paging) => connection('comments', [], paging),
    url: `${at.html}/pull/${review.number}#pullrequestreview-${review.id}`,
  };
}

export function commentNode(view: View, comment: CommentRow) {
  const edited = comment.updated_at !== comment.created_at;
  return {
    __typename: 'IssueComment',
    id: nodeId('IssueComment', comment.id),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    author: actorNode(view, comment.author),
    authorAssociation: associationOf(view.local, comment.author),
    body: comment.body,
    createdAt: comment.created_at,
    updatedAt: comment.updated_at,
    lastEditedAt: edited ? comment.updated_at : null,
    url: `${view.at.html}/pull/${comment.number}#issuecomment-${comment.id}`,
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}
