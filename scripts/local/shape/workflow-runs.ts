import { timestamp } from '../clock.ts';
import type { Local } from '../local.ts';
import type { Artifact, WorkflowRun } from '../store/workflow-runs.ts';
import { nodeId, type Addresses } from './addresses.ts';
import { simpleRepositoryJson } from './repository.ts';

/** GitHub's "workflow run". */
export function workflowRunJson(local: Local, at: Addresses, run: WorkflowRun) {
  const url = `${at.repo}/actions/runs/${run.id}`;
  const html = `${at.html}/actions/runs/${run.id}`;
  const repository = simpleRepositoryJson(local, at);
  const time = timestamp(run.createdAt);
  return {
    ...{ id: run.id, node_id: nodeId('WorkflowRun', run.id), name: run.name, display_title: run.title },
    path: `.github/workflows/${run.file}`,
    ...{ event: run.event, head_branch: run.branch, head_sha: run.sha, head_commit: null },
    status: run.conclusion === null ? 'in_progress' : 'completed',
    conclusion: run.conclusion,
    ...{ run_number: run.id, run_attempt: 1, workflow_id: 1, pull_requests: [] },
    ...{ created_at: time, updated_at: time, run_started_at: time },
    ...{ url, html_url: html },
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${at.repo}/check-suites/${run.id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    workflow_url: `${at.repo}/actions/workflows/${run.file}`,
    repository,
    head_repository: repository,
  };
}

/** GitHub's "artifact". */
export function artifactJson(local: Local, at: Addresses, run: WorkflowRun, artifact: Artifact) {
  const url = `${at.repo}/actions/artifacts/${artifact.id}`;
  const created = timestamp(artifact.createdAt);
  return {
    id: artifact.id,
    node_id: nodeId('Artifact', artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.bytes,
    url,
    archive_download_url: `${url}/zip`,
    expired: local.workflowRuns.isExpired(artifact),
    digest: artifact.digest,
    ...{ created_at: created, updated_at: created, expires_at: timestamp(artifact.expiresAt) },
    workflow_run: {
      ...{ id: run.id, head_branch: run.branch, head_sha: run.sha },
      ...{ repository_id: 1, head_repository_id: 1 },
    },
  };
}
