/** What every workflow of this repository keeps, so that nothing of a pull request ever runs with rights. */
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '../../../local/actions/parser.ts';
import { parse } from 'yaml';

type Json = Readonly<Record<string, unknown>>;

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Json;
}

interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Json;
  readonly environment?: unknown;
  readonly 'runs-on'?: string;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: { readonly group?: string; readonly 'cancel-in-progress'?: boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Events whose workflow file, or whose code, somebody may have written who has no right to. */
const untrusted = [
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'issue_comment',
  'issues',
];
/** What a checkout with rights may name: the records, `main` to be proven, and the recorded program. */
const trustedRefs = ['refs/heads/paraf', 'refs/heads/main', '${{ steps.sistem.outputs.commit }}'];
/** Our own action, out of the recorded program. */
const ownAction = './program/.github/actions/gate';
const longest = 60;

/** Everything in a workflow file that breaks a rule. */
export async function workflowFaults(name: string, text: string): Promise<string[]> {
  const faults: string[] = [];
  const tell = (where: string, what: string) =>
    faults.push(`${name}${where === '' ? '' : ` ${where}`}: ${what}`);

  const read = parseWorkflow({ name, content: text }, new NoOperationTraceWriter());
  for (const { message } of read.context.errors.getErrors()) tell('', message);
  if (read.value === undefined || faults.length > 0) return faults;
  const template = await convertWorkflowTemplate(read.context, read.value);
  for (const { Message } of template.errors ?? []) tell('', Message);

  const workflow = parse(text) as Workflow;
  const events = typeof workflow.on === 'string' ? [workflow.on] : Object.keys(workflow.on as Json);
  const isUntrusted = events.some((event) => untrusted.includes(event));
  if (events.includes('pull_request_target')) tell('', 'pull_request_target runs with rights for a stranger');
  if (JSON.stringify(workflow.permissions) !== '{}') tell('', 'permissions at the top are not empty');
  if (!workflow.concurrency?.group) tell('', 'no concurrency group');
  if (!isUntrusted && workflow.concurrency?.['cancel-in-progress'] !== false)
    tell('', 'a run with rights may be cancelled half done');

  for (const [id, job] of Object.entries(workflow.jobs)) {
    const at = (step?: number) => (step === undefined ? `job ${id}` : `job ${id}, step ${step + 1}`);
    const minutes = job['timeout-minutes'];
    if (minutes === undefined || minutes > longest) tell(at(), `no timeout of at most ${longest} minutes`);
    if (job['runs-on'] !== 'ubuntu-24.04') tell(at(), 'not on a named version of the runner');
    if (job.permissions === undefined || typeof job.permissions !== 'object')
      tell(at(), 'no permissions of its own');
    const rights = Object.values(job.permissions ?? {});
    const hasSecrets = JSON.stringify(job).includes('secrets.');
    if (isUntrusted && (rights.includes('write') || hasSecrets || job.environment !== undefined))
      tell(at(), 'a stranger’s event has rights');
    if (hasSecrets && job.environment === undefined) tell(at(), 'a secret outside an environment');
    if (!isUntrusted && !isOnMain(workflow.jobs, id)) tell(at(), 'does not ask for main');
    for (const [place, step] of (job.steps ?? []).entries()) {
      if (step.run?.includes('${{') === true) tell(at(place), 'an expression within a script');
      if (step.uses === undefined) continue;
      for (const fault of usesFaults(step, text, isUntrusted)) tell(at(place), fault);
    }
  }
  return faults;
}

/** Whether a job, or one that it needs, runs for `main` alone. */
function isOnMain(jobs: Workflow['jobs'], id: string): boolean {
  const job = jobs[id];
  const parts = (job?.if ?? '').split('&&').map((part) => part.trim());
  if (parts.includes("github.ref == 'refs/heads/main'") && job?.if?.includes('||') === false) return true;
  // A job that runs whatever became of those before it must ask for itself.
  if (job?.if !== undefined && /always\(\)|failure\(\)|cancelled\(\)/.test(job.if)) return false;
  return [job?.needs ?? []].flat().some((needed) => isOnMain(jobs, needed));
}

function usesFaults({ uses = '', with: inputs = {} }: Step, text: string, isUntrusted: boolean): string[] {
  if (uses === ownAction) return isUntrusted ? ['the gate runs on a stranger’s event'] : [];
  const [, action, commit] = /^(actions\/[\w-]+)@([0-9a-f]{40})$/.exec(uses) ?? [];
  if (action === undefined || commit === undefined)
    return [`${uses} is not pinned to a commit of GitHub’s own`];
  const faults: string[] = [];
  if (!new RegExp(`uses: ${action}@${commit} # v\\d+\\.\\d+\\.\\d+$`, 'm').test(text))
    faults.push(`${action} does not say which version its commit is`);
  if (action === 'actions/checkout') {
    if (inputs['persist-credentials'] !== false) faults.push('the token stays behind after a checkout');
    if (!isUntrusted && !trustedRefs.includes(String(inputs['ref'])))
      faults.push(`a checkout of ${String(inputs['ref'] ?? 'nothing named')} with rights`);
  }
  return faults;
}
