import { checkRunsOf, statusesOf } from '../store/checks.ts';
import type { CheckRunRow, StatusRow } from '../store/rows.ts';
import { nodeId } from '../shape/addresses.ts';
import { connection, type Paging } from './connection.ts';
import { actorNode } from './people.ts';
import type { View } from './view.ts';

/** What the checks and statuses of a commit come to; null when there are none. */
export function rollupNode(view: View, sha: string) {
  const runs = newestBy(checkRunsOf(view.local, sha), (run) => run.name);
  const statuses = newestBy(statusesOf(view.local, sha).reverse(), (status) => status.context);
  if (runs.length + statuses.length === 0) return null;
  const verdicts = [...runs.map(verdictOf), ...statuses.map((status) => status.state.toUpperCase())];
  const bad = verdicts.find((verdict) => verdict === 'FAILURE' || verdict === 'ERROR');
  const contexts = [
    ...runs.map((run) => checkRunNode(view, run)),
    ...statuses.map((status) => statusNode(view, status)),
  ];
  return {
    id: nodeId('StatusCheckRollup', sha),
    state: bad ?? (verdicts.includes('PENDING') ? 'PENDING' : 'SUCCESS'),
    contexts: (paging: Paging) => connection('contexts', contexts, paging),
  };
}

/** The app's check suite of a commit. There is one app, and so at most one suite. */
export function suiteNodes(view: View, sha: string) {
  const runs = checkRunsOf(view.local, sha);
  if (runs.length === 0) return [];
  const checkRuns = ({
    filterBy,
    ...paging
  }: Paging & { filterBy?: { checkName?: string | null } | null }) => {
    const wanted = runs.filter((run) => run.name === (filterBy?.checkName ?? run.name));
    const newest = newestBy(wanted, (run) => run.name);
    return connection(
      'checkRuns',
      newest.map((run) => checkRunNode(view, run)),
      paging,
    );
  };
  return [{ id: nodeId('CheckSuite', sha), databaseId: 1, app: appNode(view), checkRuns }];
}

function newestBy<T>(oldestFirst: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(oldestFirst.map((item) => [key(item), item])).values()];
}

function verdictOf(run: CheckRunRow): string {
  if (run.status !== 'completed') return 'PENDING';
  return ['success', 'neutral', 'skipped'].includes(run.conclusion ?? '') ? 'SUCCESS' : 'FAILURE';
}

function appNode({ local }: View) {
  const { id, name } = local.app;
  return { id: nodeId('App', id), databaseId: id, slug: 'paraf', name };
}

function checkRunNode(view: View, run: CheckRunRow) {
  return {
    __typename: 'CheckRun',
    id: nodeId('CheckRun', run.id),
    databaseId: run.id,
    fullDatabaseId: String(run.id),
    name: run.name,
    status: run.status.toUpperCase(),
    conclusion: run.conclusion?.toUpperCase() ?? null,
    startedAt: run.started_at,
    completedAt: run.completed_at,
    title: run.title,
    summary: run.summary,
    text: run.text,
    detailsUrl: run.details_url,
    externalId: run.external_id,
    url: `${view.at.html}/runs/${run.id}`,
    checkSuite: { id: nodeId('CheckSuite', run.head_sha), databaseId: 1, app: appNode(view) },
  };
}

function statusNode(view: View, status: StatusRow) {
  return {
    __typename: 'StatusContext',
    id: nodeId('StatusContext', status.id),
    context: status.context,
    state: status.state.toUpperCase(),
    description: status.description,
    targetUrl: status.target_url,
    createdAt: status.created_at,
    creator: actorNode(view, status.creator),
  };
}
