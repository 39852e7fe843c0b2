import { narrowed } from '../app/permissions.ts';
import type { LocalServer } from '../server.ts';
import type { WorkflowRun, WorkflowRuns } from '../store/workflow-runs.ts';
import { filled, holds, type Contexts, type Standing } from './expression.ts';
import { runJob, type JobResult } from './job.ts';
import { Lanes } from './lanes.ts';
import { readWorkflow, starts, type Job, type Workflow, type WorkflowEvent } from './workflow.ts';

/** A deployment environment as an office sets it up: its secrets are for these branches alone. */
export interface RunnerEnvironment {
  readonly branches: readonly string[];
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
}

export interface RunnerOptions {
  readonly server: LocalServer;
  /** Address of the server. */
  readonly url: string;
  readonly environments: Readonly<Record<string, RunnerEnvironment>>;
  /** Variables of the repository. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Workflow files that are left alone: the project's own tests would start themselves. */
  readonly without?: readonly string[];
  /** Folders whose programs stand before those of this machine: a stand-in for npm, for one. */
  readonly paths: readonly string[];
}

/** A run of a workflow, ended. */
export interface Run {
  readonly workflow: string;
  readonly event: string;
  readonly title: string;
  readonly conclusion: 'success' | 'failure' | 'skipped' | 'cancelled';
  readonly jobs: Readonly<Record<string, JobResult>>;
}

/** Runs the repository's workflows against the local server, as GitHub would (differences: `DIFFERENCES.md`). */
export class Runner {
  readonly attested: string[] = [];
  /** Archives that were shown on Pages, in order. */
  readonly deployed: string[] = [];
  readonly runs: Run[] = [];
  readonly repository: string;
  readonly workflowRuns: WorkflowRuns;
  readonly paths: readonly string[];
  readonly #options: RunnerOptions;
  readonly #lanes = new Lanes();
  readonly #running = new Set<Promise<unknown>>();

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.repository = options.server.repository;
    this.workflowRuns = options.server.store.workflowRuns;
    this.paths = options.paths;
  }

  /**
   * Something happened: every workflow that hears of it starts. The files are those of the given commit; of `main`
   * where none is given, as GitHub takes them for all events but those of a pull request.
   */
  fire(event: WorkflowEvent, commit = 'refs/heads/main'): void {
    const all = this.#workflowsAt(commit).then((workflows) =>
      Promise.all(
        workflows
          .filter(({ file }) => this.#options.without?.includes(file) !== true)
          .filter((workflow) => starts(workflow, event))
          .map((workflow) => this.#run(workflow, event, commit)),
      ),
    );
    const kept: Promise<unknown> = all.finally(() => this.#running.delete(kept));
    this.#running.add(kept);
  }

  /** Resolves when nothing runs any more; rejects where a run broke. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #workflowsAt(commit: string): Promise<Workflow[]> {
    const { repository } = this.#options.server.store;
    const folder = '.github/workflows';
    const entries = (await repository.tree(`${commit}:${folder}`)) ?? [];
    return Promise.all(
      entries.map(async ({ name }) => {
        const file = await repository.reader.read(`${commit}:${folder}/${name}`);
        return readWorkflow(name, file?.content.toString('utf8') ?? '');
      }),
    );
  }

  async #run(workflow: Workflow, event: WorkflowEvent, commit: string): Promise<void> {
    const contexts = this.#contextsOf(event, commit);
    const { store } = this.#options.server;
    const title = filled(workflow['run-name'] ?? workflow.name, contexts);
    const group = workflow.concurrency === undefined ? null : filled(workflow.concurrency.group, contexts);
    const kept = this.workflowRuns.begin({
      file: workflow.file,
      name: workflow.name,
      title,
      event: event.name,
      branch: event.ref.replace('refs/heads/', ''),
      sha: (await store.repository.commitOid(commit)) ?? commit,
    });
    let jobs: Record<string, JobResult> = {};
    let conclusion: Run['conclusion'] = 'cancelled';
    if (group === null || (await this.#lanes.enter(group)) === 'run')
      try {
        jobs = await this.#runJobs(workflow, kept, event, contexts);
        const results = Object.values(jobs).map(({ result }) => result);
        conclusion = results.includes('failure')
          ? 'failure'
          : results.every((result) => result === 'skipped')
            ? 'skipped'
            : 'success';
      } finally {
        if (group !== null) this.#lanes.leave(group);
      }
    kept.conclusion = conclusion;
    this.runs.push({ workflow: workflow.name, event: event.name, title, conclusion, jobs });
    // A chain of more than three is none of ours: `workflow_run` starts nothing that starts more.
    if (event.name !== 'workflow_run')
      this.fire({
        name: 'workflow_run',
        ref: 'refs/heads/main',
        payload: {
          action: 'completed',
          workflow_run: {
            name: workflow.name,
            display_title: title,
            conclusion,
            event: event.name,
            head_branch: event.ref.replace('refs/heads/', ''),
            head_repository: { full_name: 'diskominfo/portal' },
            pull_requests: [],
          },
        },
      });
  }

  /** Jobs one after the other, each when those that it needs are done: an order that GitHub may choose too. */
  async #runJobs(workflow: Workflow, run: WorkflowRun, event: WorkflowEvent, contexts: Contexts) {
    const done: Record<string, JobResult> = {};
    const left = new Map(Object.entries(workflow.jobs));
    while (left.size > 0) {
      const next = [...left].find(([, job]) => needsOf(job).every((id) => id in done));
      if (next === undefined) throw new Error(`${workflow.file}: its jobs wait for each other.`);
      const [id, job] = next;
      left.delete(id);
      const needs = Object.fromEntries(needsOf(job).map((needed) => [needed, done[needed]]));
      done[id] = await this.#runOne(job, run, event, { ...contexts, needs });
    }
    return done;
  }

  async #runOne(job: Job, run: WorkflowRun, event: WorkflowEvent, contexts: Contexts): Promise<JobResult> {
    const needs = Object.values(contexts['needs'] as Record<string, JobResult>);
    const standing: Standing = needs.every(({ result }) => result === 'success') ? 'success' : 'failure';
    if (!holds(job.if, contexts, standing)) return { result: 'skipped', outputs: {}, log: '' };
    const name = typeof job.environment === 'object' ? job.environment.name : job.environment;
    // An environment that nobody set up is made by GitHub, without secrets and open to all.
    const environment = name === undefined ? undefined : this.#options.environments[name];
    if (environment !== undefined && !environment.branches.includes(event.ref.replace('refs/heads/', '')))
      return {
        result: 'failure',
        outputs: {},
        log: `${event.ref} is not allowed to deploy to ${name ?? ''} due to environment protection rules.`,
      };
    const token = this.#tokenFor(job);
    const known: Contexts = {
      ...contexts,
      github: { ...(contexts['github'] as object), token },
      vars: { ...this.#options.vars, ...environment?.vars },
      secrets: environment?.secrets ?? {},
    };
    const { url } = this.#options;
    return runJob(this, run, job, known, {
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: `${url}/api/v3`,
      GITHUB_SERVER_URL: url,
      GITHUB_REPOSITORY: 'diskominfo/portal',
      GITHUB_EVENT_NAME: event.name,
      GITHUB_REF: event.ref,
      GITHUB_RUN_ID: String(run.id),
    });
  }

  /** A token that may what the job says, and nothing where it says nothing. Writing stays the app's. */
  #tokenFor({ permissions = {} }: Job): string {
    const own = Object.entries(permissions).filter(([name]) => ['actions', 'contents'].includes(name));
    if (own.some(([, level]) => level === 'write'))
      throw new Error('The local runner gives no workflow a token that writes.');
    const { installationTokens } = this.#options.server.store;
    const granted = narrowed(Object.fromEntries(own), {
      metadata: 'read',
      actions: 'read',
      contents: 'read',
    });
    return installationTokens.make(granted).token;
  }

  #contextsOf(event: WorkflowEvent, sha: string): Contexts {
    return {
      github: {
        event_name: event.name,
        event: event.payload,
        ref: event.ref,
        sha,
        repository: 'diskominfo/portal',
      },
      vars: this.#options.vars ?? {},
      inputs: (event.payload['inputs'] as object | undefined) ?? {},
      needs: {},
    };
  }
}

function needsOf({ needs }: Job): readonly string[] {
  return [needs ?? []].flat();
}
