import { z } from 'zod';
import type { Client, Repository } from '../../github/read/client.ts';
import { parseSistem, sistemFile } from '../../github/read/record.ts';
import type { Git } from '../git.ts';
import { treeOf } from '../tree-source.ts';
import { lastName } from './layout.ts';

/** What the last good run of the workflow kept. */
export interface Found {
  readonly artifact: number;
  /** SHA-256 of its bytes, as GitHub tells it. */
  readonly sha256: string;
  /** Length in bytes, as GitHub tells it. */
  readonly bytes: number;
  /** When the run began, ISO 8601. */
  readonly at: string;
}

const workflow = 'publish.yml';
const workflowPath = `.github/workflows/${workflow}`;
/** What starts a run of our own; a pull request's is not one, whatever its branch is called. */
const events: ReadonlySet<string> = new Set(['push', 'repository_dispatch', 'schedule', 'workflow_dispatch']);

const id = z.object({ id: z.number() });
const runShape = z.object({
  id: z.number(),
  event: z.string(),
  path: z.string(),
  head_branch: z.string().nullable(),
  head_sha: z.string(),
  conclusion: z.string().nullable(),
  created_at: z.string(),
  repository: id,
  head_repository: id.nullable(),
});
const runList = z.object({ workflow_runs: z.array(runShape) });
type Run = z.infer<typeof runShape>;

const artifactList = z.object({
  artifacts: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      size_in_bytes: z.number(),
      expired: z.boolean(),
      digest: z.string().nullish(),
    }),
  ),
});

/**
 * The file that the newest good run of the workflow kept; null where there is none. A run counts only if it is of
 * `main` of this very repository, went well, and ran the very workflow file that the ledger recorded: a tag may be called
 * `main` too, and whoever pushes around the rules may bring a workflow along.
 */
export async function findLast(client: Client, repository: Repository, git: Git): Promise<Found | null> {
  const ours = await recordedWorkflow(git);
  const { data } = await client.request('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', {
    ...repository,
    workflow_id: workflow,
    branch: 'main',
    status: 'success',
    exclude_pull_requests: true,
    per_page: 10,
  });
  const run = runList
    .parse(data)
    .workflow_runs.find((one) => isOfMain(one) && ours !== null && workflowAt(git, one.head_sha) === ours);
  return run === undefined ? null : keptBy(client, repository, run);
}

/** Whether GitHub says that a run is of `main` of this repository, and went well. */
function isOfMain(run: Run): boolean {
  return (
    run.head_branch === 'main' &&
    run.conclusion === 'success' &&
    run.path.split('@')[0] === workflowPath &&
    run.head_repository?.id === run.repository.id &&
    events.has(run.event)
  );
}

async function keptBy(client: Client, repository: Repository, run: Run): Promise<Found | null> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', {
    ...repository,
    run_id: run.id,
    name: lastName,
  });
  const kept = artifactList.parse(data).artifacts.find(({ name, expired }) => name === lastName && !expired);
  const sha256 = /^sha256:([0-9a-f]{64})$/.exec(kept?.digest ?? '')?.[1];
  if (kept === undefined || sha256 === undefined) return null;
  return { artifact: kept.id, sha256, bytes: kept.size_in_bytes, at: run.created_at };
}

/** Blob id of the workflow's file in the system that the ledger recorded last. */
async function recordedWorkflow(git: Git): Promise<string | null> {
  const file = await treeOf(git, 'refs/heads/paraf').file(sistemFile);
  const records = parseSistem(file?.text ?? null);
  return records.ok ? workflowAt(git, records.value.at(-1)!.commit) : null;
}

/** The same in any commit that is here; null where there is none. */
function workflowAt(git: Git, commit: string): string | null {
  if (!/^[0-9a-f]{40}$/.test(commit) || git.commitOf(commit) === null) return null;
  return git.tree(commit, { paths: [workflowPath] })[0]?.oid ?? null;
}
