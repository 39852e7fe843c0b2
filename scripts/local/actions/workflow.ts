import { parse } from 'yaml';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from './parser.ts';

/** A step, as it is written: expressions are filled in when it runs. */
export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly 'working-directory'?: string;
  readonly 'continue-on-error'?: boolean;
}

export interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string | { readonly name: string };
  readonly outputs?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

export interface Workflow {
  /** File name: `gate.yml`. */
  readonly file: string;
  readonly name: string;
  readonly 'run-name'?: string;
  readonly on: Readonly<Record<string, EventFilter | null>>;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress'?: boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface EventFilter {
  readonly types?: readonly string[];
  readonly branches?: readonly string[];
  readonly workflows?: readonly string[];
}

/** What happened, as a workflow hears of it. */
export interface WorkflowEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>> & { readonly action?: string };
  /** Full reference that the run is of. */
  readonly ref: string;
}

/**
 * Reads a workflow file as GitHub does: its own parser judges the whole file, and what this runner does not do is
 * refused, never passed over.
 */
export async function readWorkflow(file: string, text: string): Promise<Workflow> {
  const read = parseWorkflow({ name: file, content: text }, new NoOperationTraceWriter());
  const template = read.value === undefined ? null : await convertWorkflowTemplate(read.context, read.value);
  const faults = [
    ...read.context.errors.getErrors().map(({ message }) => message),
    ...(template?.errors ?? []).map(({ Message }) => Message),
  ];
  if (template === null || faults.length > 0) throw new Error(`${file}: ${faults.join('; ')}`);
  const raw = parse(text) as Omit<Workflow, 'file' | 'on'> & { readonly on: unknown };
  for (const [id, job] of Object.entries(raw.jobs))
    for (const name of ['strategy', 'container', 'services', 'env', 'defaults', 'continue-on-error', 'uses'])
      if (name in job) throw new Error(`${file}, job ${id}: the local runner does not know “${name}”.`);
  return { ...raw, file, name: raw.name ?? file, on: eventsOf(raw.on) };
}

function eventsOf(on: unknown): Workflow['on'] {
  if (typeof on === 'string') return { [on]: null };
  if (Array.isArray(on)) return Object.fromEntries(on.map((name) => [String(name), null]));
  return on as Workflow['on'];
}

/** Kinds of a pull request's events that start a workflow which names none. */
const usualTypes: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
};

/** Whether an event starts a workflow. */
export function starts(workflow: Workflow, { name, payload, ref }: WorkflowEvent): boolean {
  if (!(name in workflow.on)) return false;
  const filter = workflow.on[name] ?? {};
  const types = filter.types ?? usualTypes[name];
  if (types !== undefined && !types.includes(payload.action ?? '')) return false;
  if (name === 'push' && filter.branches?.includes(ref.replace('refs/heads/', '')) === false) return false;
  if (name !== 'workflow_run') return true;
  const run = payload['workflow_run'] as { readonly name: string };
  return filter.workflows?.includes(run.name) === true;
}
