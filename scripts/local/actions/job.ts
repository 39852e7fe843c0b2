import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { filled, holds, type Contexts, type Standing } from './expression.ts';
import { knownActions, type ActionWork } from './known-actions.ts';
import type { WorkflowRun } from '../store/workflow-runs.ts';
import type { Runner } from './runner.ts';
import type { Job, Step } from './workflow.ts';

/** What a job came to. */
export interface JobResult {
  readonly result: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
  /** What its steps said, and what they wrote into the summary. */
  readonly log: string;
}

interface Place {
  readonly workspace: string;
  readonly temp: string;
  /** When the job is over at the latest, in ms of `Date.now()`. */
  readonly until: number;
  /** Of the whole job: what a runner gives, and what steps wrote into GITHUB_ENV and GITHUB_PATH. */
  env: Record<string, string>;
}

interface StepResult {
  readonly code: number;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the steps of a job one after the other in an empty workspace, with the environment of a runner alone. */
export async function runJob(
  runner: Runner,
  run: WorkflowRun,
  job: Job,
  contexts: Contexts,
  env: Readonly<Record<string, string>>,
): Promise<JobResult> {
  const home = mkdtempSync(join(tmpdir(), 'paraf-job-'));
  const [workspace, temp] = [join(home, 'work'), join(home, 'temp')];
  for (const folder of [workspace, temp]) mkdirSync(folder);
  const place: Place = {
    workspace,
    temp,
    until: Date.now() + (job['timeout-minutes'] ?? 360) * 60_000,
    env: {
      ...env,
      HOME: home,
      PATH: [...runner.paths, process.env['PATH'] ?? ''].join(':'),
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temp,
      RUNNER_OS: 'Linux',
      GITHUB_EVENT_PATH: join(temp, 'event.json'),
    },
  };
  const github = contexts['github'] as { readonly event: unknown };
  writeFileSync(place.env['GITHUB_EVENT_PATH']!, JSON.stringify(github.event));
  const log: string[] = [];
  const steps: Record<string, { readonly outputs: StepResult['outputs'] }> = {};
  let standing: Standing = 'success';
  try {
    for (const [index, step] of job.steps.entries()) {
      const known = { ...contexts, steps, runner: { temp, os: 'Linux' }, env: place.env };
      if (!holds(step.if, known, standing)) continue;
      const told = (line: string) => log.push(line);
      const { code, outputs } = await runStep({ runner, run }, place, step, known, told);
      if (step.id !== undefined) steps[step.id] = { outputs };
      if (code === 0) continue;
      log.push(`step ${index + 1} ended with ${code}`);
      if (step['continue-on-error'] !== true) standing = 'failure';
    }
    const known = { ...contexts, steps };
    const outputs = Object.entries(job.outputs ?? {}).map(([name, text]) => [name, filled(text, known)]);
    return {
      result: standing,
      outputs: Object.fromEntries(outputs) as Record<string, string>,
      log: log.join('\n'),
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function runStep(
  who: Pick<ActionWork, 'runner' | 'run'>,
  place: Place,
  step: Step,
  contexts: Contexts,
  tell: (line: string) => void,
): Promise<StepResult> {
  const env: Record<string, string> = { ...place.env };
  for (const [name, text] of Object.entries(step.env ?? {})) env[name] = filled(text, contexts);
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'].map((name) => [
      name,
      join(place.temp, name.toLowerCase()),
    ]),
  );
  for (const file of Object.values(files)) writeFileSync(file, '');
  Object.assign(env, files);
  const inputs = Object.fromEntries(
    Object.entries(step.with ?? {}).map(([name, text]) => [name, filled(text, contexts)]),
  );
  let code: number;
  if (step.run !== undefined) {
    const script = join(place.temp, 'script.sh');
    writeFileSync(script, step.run);
    const cwd = resolve(place.workspace, step['working-directory'] ?? '.');
    code = await execute('bash', ['-e', script], { cwd, env, until: place.until }, tell);
  } else if (step.uses?.startsWith('./') === true) {
    code = await runLocal(place, step.uses, inputs, env, tell);
  } else {
    const work: ActionWork = { ...who, workspace: place.workspace, inputs, contexts, tell };
    return { code: 0, outputs: await knownActions(step.uses ?? '')(work) };
  }
  const summary = readFileSync(files['GITHUB_STEP_SUMMARY']!, 'utf8');
  if (summary !== '') tell(summary);
  place.env = { ...place.env, ...pairsIn(files['GITHUB_ENV']!) };
  return { code, outputs: pairsIn(files['GITHUB_OUTPUT']!) };
}

/** A JavaScript action of the repository: its inputs, with their defaults, as `INPUT_…`. */
async function runLocal(
  { workspace, until }: Place,
  uses: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
  tell: (line: string) => void,
): Promise<number> {
  const folder = resolve(workspace, uses);
  const action = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
    readonly runs: { readonly using: string; readonly main: string };
  };
  if (action.runs.using !== 'node24') throw new Error(`${uses}: the local runner knows node24 alone.`);
  const given = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: usual }]) => [
      `INPUT_${name.toUpperCase()}`,
      inputs[name] ?? usual ?? '',
    ]),
  );
  const main = join(folder, action.runs.main);
  return execute(process.execPath, [main], { cwd: dirname(main), env: { ...env, ...given }, until }, tell);
}

function execute(
  program: string,
  args: readonly string[],
  { until, ...options }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly until: number },
  tell: (line: string) => void,
): Promise<number> {
  const child = spawn(program, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: Math.max(1, until - Date.now()),
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => tell(bytes.toString('utf8').trimEnd()));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done(code ?? 1));
  });
}

/** `name=value`, a line each. */
function pairsIn(file: string): Record<string, string> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('='));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}
