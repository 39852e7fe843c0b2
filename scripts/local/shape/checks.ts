import type { Local } from '../local.ts';
import type { CheckRunRow, StatusRow } from '../store/rows.ts';
import { nodeId, type Addresses } from './addresses.ts';
import { appJson, personJson } from './people.ts';

export function checkRunJson(local: Local, at: Addresses, run: CheckRunRow) {
  const url = `${at.repo}/check-runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId('CheckRun', run.id),
    head_sha: run.head_sha,
    name: run.name,
    external_id: run.external_id ?? '',
    url,
    html_url: `${at.html}/runs/${run.id}`,
    details_url: run.details_url,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.started_at,
    completed_at: run.completed_at,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: 0,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: 1 },
    app: appJson(local, at),
    pull_requests: [],
  };
}

export function statusJson(local: Local, at: Addresses, status: StatusRow) {
  const creator = personJson(local, at, status.creator);
  return {
    url: `${at.repo}/statuses/${status.sha}`,
    avatar_url: creator?.avatar_url ?? null,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: status.target_url,
    context: status.context,
    created_at: status.created_at,
    updated_at: status.created_at,
    creator,
  };
}
