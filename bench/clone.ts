/**
 * What the workflows fetch of the repository at each of their `actions/checkout`, and how long that takes on this
 * machine: the same commands that the action runs, as the workflow files say it today.
 * Usage: node scripts/run.mjs bench/clone.ts [sizes]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openArchive, type Archive } from './corpus/archive.ts';
import { repository } from './corpus/article.ts';
import { workFolder } from './folders.ts';
import { bytesText, seconds } from './measure.ts';
import { sizesOf, tell } from './rows.ts';

/** What a step gives to the action, by the action's own names. */
type Inputs = Readonly<Record<string, string | number | boolean>>;

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps?: readonly { readonly uses?: string; readonly with?: Inputs }[] }>
  >;
}

for (const size of sizesOf(process.argv[2])) {
  const folder = workFolder();
  const archive = await openArchive(size, folder);
  for (const name of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant'])
    git(archive.repoDir, 'config', name, 'true');
  for (const [inputs, where] of checkouts()) {
    const { bytes, took } = checkout(archive, inputs, folder);
    tell({ what: `fetch ${where}`, size, value: `${bytesText(bytes)}, ${seconds(took)}` });
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Every different checkout of the workflows that an office runs, with where it stands. */
function checkouts(): (readonly [Inputs, string])[] {
  const found = new Map<string, { readonly inputs: Inputs; readonly files: Set<string> }>();
  for (const file of ['gate.yml', 'sweep.yml', 'publish.yml']) {
    const text = readFileSync(join(repository, '.github/workflows', file), 'utf8');
    for (const { steps = [] } of Object.values((parse(text) as Workflow).jobs))
      for (const { uses, with: inputs = {} } of steps) {
        if (uses?.startsWith('actions/checkout@') !== true) continue;
        const key = JSON.stringify(inputs);
        const one = found.get(key) ?? { inputs, files: new Set<string>() };
        found.set(key, { ...one, files: one.files.add(file) });
      }
  }
  return [...found.values()].map(({ inputs, files }) => [
    inputs,
    `\`${String(inputs['path'])}\`, ${String(inputs['sparse-checkout'] ?? 'whole')} (${[...files].join(', ')})`,
  ]);
}

/** Does what the action does (its version 7), and tells how large the objects became that came over. */
function checkout({ repoDir }: Archive, inputs: Inputs, folder: string): { bytes: number; took: number } {
  const place = mkdtempSync(join(folder, 'salinan-'));
  const sparse = inputs['sparse-checkout'];
  const filter = inputs['filter'] ?? (sparse === undefined ? undefined : 'blob:none');
  const depth = Number(inputs['fetch-depth'] ?? 1);
  const ref = String(inputs['ref'] ?? 'refs/heads/main').replace(/^\$\{\{.*\}\}$/, 'refs/heads/main');
  const begin = performance.now();
  git(folder, 'init', '--quiet', place);
  git(place, 'remote', 'add', 'origin', `file://${repoDir}`);
  git(
    place,
    ...['fetch', '--quiet', '--prune', '--no-recurse-submodules'],
    ...(filter === undefined ? [] : [`--filter=${filter}`]),
    ...(depth === 0 ? [] : ['--no-tags', `--depth=${depth}`]),
    'origin',
    ...(depth === 0 ? ['+refs/heads/*:refs/remotes/origin/*'] : [`+${ref}:refs/remotes/origin/kerja`]),
  );
  if (sparse !== undefined) {
    const cone = inputs['sparse-checkout-cone-mode'] === false ? '--no-cone' : '--cone';
    git(place, 'sparse-checkout', 'set', cone, ...String(sparse).trim().split('\n'));
  }
  const start =
    depth === 0 ? ref.replace('refs/heads/', 'refs/remotes/origin/') : 'refs/remotes/origin/kerja';
  git(place, 'checkout', '--quiet', '--force', '-B', 'kerja', start);
  const took = (performance.now() - begin) / 1000;
  const packs = join(place, '.git/objects/pack');
  const bytes = readdirSync(packs)
    .filter((name) => name.endsWith('.pack'))
    .reduce((sum, name) => sum + statSync(join(packs, name)).size, 0);
  rmSync(place, { recursive: true, force: true });
  return { bytes, took };
}

function git(folder: string, ...args: readonly string[]): void {
  const done = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
}
