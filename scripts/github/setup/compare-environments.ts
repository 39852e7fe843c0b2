import type { Environment } from './description.ts';
import type { Difference, Step } from './difference.ts';
import type { EnvironmentState } from './state.ts';

const at = '/repos/{owner}/{repo}/environments/{environment_name}';
const main = 'main';

/** Environments that are missing, open to other branches than `main`, or bound to further conditions. */
export function compareEnvironments(
  wanted: readonly Environment[],
  state: readonly EnvironmentState[],
): readonly Difference[] {
  return wanted.flatMap(({ name }) => compareOne(name, state.find((one) => one.name === name) ?? null));
}

function compareOne(name: string, state: EnvironmentState | null): readonly Difference[] {
  const found: Difference[] = [];
  const add = (what: string, is: string, should: string, does: string, step: Step) =>
    found.push({ area: 'Environment', name: `${name}: ${what}`, is, should, does, step });

  const set = {
    kind: 'request',
    route: `PUT ${at}`,
    parameters: {
      environment_name: name,
      wait_timer: 0,
      reviewers: null,
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    },
  } as const;
  const limits = { any: 'semua cabang', protected: 'cabang yang dijaga', custom: 'cabang yang disebut' };
  if (state === null)
    add('environment', 'belum ada', 'ada, hanya untuk cabang yang disebut', 'Membuatnya.', set);
  else if (state.limit !== 'custom')
    add(
      'pembatasan',
      limits[state.limit],
      limits.custom,
      'Membatasi environment pada cabang yang disebut.',
      set,
    );
  if (state !== null && state.conditions.length > 0)
    add(
      'syarat lain',
      state.conditions.join(', '),
      'tidak ada',
      'Mencabutnya: Paraf tidak boleh menunggu.',
      set,
    );

  const branches = state?.limit === 'custom' ? state.branches : [];
  const isMain = (one: { name: string; type: string }) => one.name === main && one.type === 'branch';
  if (!branches.some(isMain))
    add('cabang main', 'tidak disebut', 'boleh memakainya', 'Menambahkan main.', {
      kind: 'request',
      route: `POST ${at}/deployment-branch-policies`,
      parameters: { environment_name: name, name: main, type: 'branch' },
    });
  for (const { id, name: other } of branches.filter((one) => !isMain(one)))
    add(`cabang ${other}`, 'boleh memakainya', 'tidak boleh', 'Mencabutnya.', {
      kind: 'request',
      route: `DELETE ${at}/deployment-branch-policies/{branch_policy_id}`,
      parameters: { environment_name: name, branch_policy_id: id },
    });
  return found;
}
