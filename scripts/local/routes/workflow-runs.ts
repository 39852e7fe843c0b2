import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { ApiError, notFound } from '../http/api-error.ts';
import { pageOfList } from '../http/paging.ts';
import type { ApiApp } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { addressesOf } from '../shape/addresses.ts';
import { artifactJson, workflowRunJson } from '../shape/workflow-runs.ts';
import { numberOf } from './revisions.ts';

/** Runs of workflows, and what they handed over, as far as a runner told of them. */
export function mountWorkflowRuns(app: ApiApp, local: Local): void {
  app.get('/actions/workflows/:id/runs', (c) => {
    const { branch, event, status } = c.req.query();
    const runs = local.workflowRuns
      .newest()
      .filter(({ file }) => file === c.req.param('id'))
      .filter((run) => branch === undefined || run.branch === branch)
      .filter((run) => event === undefined || run.event === event)
      .filter(({ conclusion }) => {
        const own = conclusion === null ? 'in_progress' : 'completed';
        return status === undefined || status === conclusion || status === own;
      });
    const page = pageOfList(c, runs, (run) => workflowRunJson(local, addressesOf(c, local), run));
    return c.json({ total_count: runs.length, workflow_runs: page });
  });

  app.get('/actions/runs/:id/artifacts', (c) => {
    const run = local.workflowRuns.find(numberOf(c.req.param('id')));
    if (run === undefined) throw notFound();
    const name = c.req.query('name');
    const all = [...run.artifacts.values()].filter((one) => name === undefined || one.name === name);
    const at = addressesOf(c, local);
    const page = pageOfList(c, all, (artifact) => artifactJson(local, at, run, artifact));
    return c.json({ total_count: all.length, artifacts: page });
  });

  app.get('/actions/artifacts/:id/:format', (c) => {
    const artifact = local.workflowRuns.findArtifact(numberOf(c.req.param('id')));
    if (artifact === undefined || c.req.param('format') !== 'zip') throw notFound();
    if (local.workflowRuns.isExpired(artifact)) throw new ApiError(410, 'Artifact has expired');
    if (!artifact.isPlain)
      throw new ApiError(501, 'Local server: only an artifact of “archive: false” can be downloaded.');
    return c.redirect(`${new URL(c.req.url).origin}/paraf/artifacts/${local.workflowRuns.linkTo(artifact)}`);
  });
}

/** Where the bytes of artifacts lie: another place than the API, that asks for no token. */
export function mountArtifacts(app: Hono, local: Local): void {
  app.get('/paraf/artifacts/:link', (c) => {
    const artifact = local.workflowRuns.follow(c.req.param('link'));
    if (artifact === undefined) return c.text('Not Found', 404);
    return c.body(readFileSync(artifact.file), 200, { 'Content-Type': 'application/octet-stream' });
  });
}
