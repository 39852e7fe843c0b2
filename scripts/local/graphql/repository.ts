import { GraphQLError } from 'graphql';
import { branchOf, defaultBranch, refOf } from '../local.ts';
import { nodeId } from '../shape/addresses.ts';
import { findPull, listPulls } from '../store/issues.ts';
import { currentOid } from '../store/moves.ts';
import { currentPull } from '../routes/pulls.ts';
import { connection, type Paging } from './connection.ts';
import { objectByExpression, objectByName } from './objects.ts';
import { pullNode } from './pull.ts';
import type { View } from './view.ts';

interface PullFilter extends Paging {
  readonly states?: readonly string[] | null;
  readonly headRefName?: string | null;
  readonly baseRefName?: string | null;
  readonly labels?: readonly string[] | null;
  readonly orderBy?: { readonly field: string; readonly direction: string } | null;
}

export function repositoryNode(view: View) {
  const { local, at } = view;
  return {
    __typename: 'Repository',
    id: nodeId('Repository', 1),
    databaseId: 1,
    name: local.name,
    nameWithOwner: `${local.owner}/${local.name}`,
    url: at.html,
    owner: { __typename: 'Organization', id: nodeId('Organization', 1), login: local.owner, url: at.html },
    defaultBranchRef: () => refNode(view, defaultBranch),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      refNode(view, branchOf(qualifiedName) ?? qualifiedName),
    object: ({ expression, oid }: { expression?: string | null; oid?: string | null }) => {
      if (typeof oid === 'string') return /^[0-9a-f]{40}$/.test(oid) ? objectByName(view, oid, '') : null;
      return objectByExpression(view, expression ?? 'HEAD');
    },
    pullRequest: async ({ number }: { number: number }) => {
      if (findPull(local, number)) return pullNode(view, await currentPull(local, String(number)));
      throw new GraphQLError(`Could not resolve to a PullRequest with the number of ${number}.`, {
        extensions: { type: 'NOT_FOUND' },
      });
    },
    pullRequests: (filter: PullFilter) => connection('pullRequests', pullsBy(view, filter), filter),
  };
}

function pullsBy(view: View, filter: PullFilter) {
  if (filter.labels || (filter.orderBy && filter.orderBy.field !== 'CREATED_AT'))
    throw new GraphQLError(
      'Local server: pullRequests is served without `labels`, ordered by CREATED_AT only.',
    );
  const found = listPulls(view.local).filter((pull) => {
    const state = pull.merged_at === null ? pull.state.toUpperCase() : 'MERGED';
    return (
      (filter.states ?? [state]).includes(state) &&
      pull.head_ref === (filter.headRefName ?? pull.head_ref) &&
      pull.base_ref === (filter.baseRefName ?? pull.base_ref)
    );
  });
  if (filter.orderBy?.direction !== 'DESC') found.reverse();
  return found.map((pull) => pullNode(view, pull));
}

/** A branch; null when there is none. */
export async function refNode(view: View, branch: string) {
  const oid = await currentOid(view.local, refOf(branch));
  if (!oid) return null;
  return {
    id: nodeId('Ref', refOf(branch)),
    name: branch,
    prefix: 'refs/heads/',
    target: () => objectByName(view, oid, ''),
  };
}
