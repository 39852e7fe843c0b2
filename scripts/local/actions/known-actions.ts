import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { devNull } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { WorkflowRun } from '../store/workflow-runs.ts';
import type { Contexts } from './expression.ts';
import type { Runner } from './runner.ts';

/** What an action works with. */
export interface ActionWork {
  readonly runner: Runner;
  readonly run: WorkflowRun;
  readonly workspace: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly contexts: Contexts;
  tell(line: string): void;
}

type Action = (work: ActionWork) => Promise<Readonly<Record<string, string>>>;

const git = (cwd: string, ...args: readonly string[]) =>
  execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

/** A folder for what was handed over: it lasts as long as the server's state. */
const placeFor = ({ repository }: Runner) => mkdtempSync(join(dirname(repository), 'artefak-'));

/**
 * What stands in for GitHub's own actions, which need its servers: each does what a workflow sees of it. An action that
 * is not listed here is an error.
 */
const actions: Readonly<Record<string, Action>> = {
  /** The branches that it asks for, from the bare repository; a commit, a reference, or what the run is of. */
  'actions/checkout': async ({ runner, workspace, inputs, contexts }) => {
    const folder = resolve(workspace, inputs['path'] ?? '.');
    mkdirSync(folder, { recursive: true });
    const { ref, sha } = contexts['github'] as { readonly ref: string; readonly sha: string };
    // What a pull request would be merged to is its own commit here: the server makes no merge in advance.
    const wanted = inputs['ref'] || (ref.startsWith('refs/pull/') ? sha : ref);
    git(folder, 'init', '--quiet');
    git(folder, 'fetch', '--quiet', runner.repository, '+refs/heads/*:refs/remotes/origin/*');
    const branch = /^refs\/heads\/(.+)$/.exec(wanted)?.[1];
    if (branch === undefined) git(folder, 'checkout', '--quiet', '--detach', wanted);
    else git(folder, 'checkout', '--quiet', '-B', branch, `refs/remotes/origin/${branch}`);
    return { ref: wanted, commit: git(folder, 'rev-parse', 'HEAD') };
  },
  /** The Node that runs this runner is on the path already. */
  'actions/setup-node': async () => ({}),
  'actions/upload-pages-artifact': async ({ runner, run, workspace, inputs }) => {
    const tar = join(placeFor(runner), 'artifact.tar');
    const hidden = inputs['include-hidden-files'] === 'true' ? [] : ['--exclude=.[^/]*'];
    const folder = resolve(workspace, inputs['path'] ?? '');
    execFileSync('tar', ['--directory', folder, '-cf', tar, '--exclude=.git', ...hidden, '.']);
    runner.workflowRuns.keep(run, { name: 'github-pages', file: tar, isPlain: false, days: 1 });
    return {};
  },
  /** One file. As it is, without being packed, it has its own name. */
  'actions/upload-artifact': async ({ runner, run, workspace, inputs }) => {
    const path = inputs['path'] ?? '';
    const file = join(placeFor(runner), basename(path));
    copyFileSync(resolve(workspace, path), file);
    const isPlain = inputs['archive'] === 'false';
    const name = isPlain ? basename(path) : (inputs['name'] ?? 'artifact');
    runner.workflowRuns.keep(run, { name, file, isPlain, days: Number(inputs['retention-days'] ?? 90) });
    return {};
  },
  /** Of this run alone. */
  'actions/download-artifact': async ({ run, workspace, inputs }) => {
    const kept = run.artifacts.get(inputs['name'] ?? '')?.file;
    if (kept === undefined) throw new Error(`Artifact ${inputs['name'] ?? ''} is not there.`);
    const to = join(workspace, inputs['path'] ?? '', basename(kept));
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(kept, to);
    return {};
  },
  'actions/attest': async ({ runner, workspace, inputs }) => {
    for (const path of (inputs['subject-path'] ?? '').split('\n').filter((line) => line !== '')) {
      if (!existsSync(join(workspace, path))) throw new Error(`${path} cannot be attested: it is not there.`);
      runner.attested.push(path);
    }
    return {};
  },
  'actions/deploy-pages': async ({ runner, run }) => {
    const tar = run.artifacts.get('github-pages')?.file;
    if (tar === undefined) throw new Error('Nothing was uploaded for Pages.');
    runner.deployed.push(tar);
    return { page_url: 'https://diskominfo.github.io/portal/' };
  },
};

/** The stand-in for `owner/name@commit`. */
export function knownActions(uses: string): Action {
  const action = actions[uses.split('@')[0] ?? ''];
  if (action === undefined) throw new Error(`${uses}: the local runner does not know this action.`);
  return action;
}
