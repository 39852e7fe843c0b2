import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeEnvironment } from '../../local/store/environments.ts';
import { place, type Office as LocalOffice } from '../../local/testing/office.ts';
import { writeSetting } from '../../local/store/settings.ts';
import { describeOffice } from './description.ts';
import type { Difference } from './difference.ts';
import { readRulesets } from './read-rulesets.ts';
import type { Rule, Ruleset } from './rulesets.ts';
import { admin, openFreshOffice, readOnly, type FreshOffice } from './testing/fresh-office.ts';

let office: FreshOffice;
let back: () => void;
beforeAll(async () => {
  office = await openFreshOffice();
  await office.setUp();
  back = office.remember();
});
afterAll(() => office.stop());

const gerbang = { ...place, environment_name: 'gerbang' };
const rest = (local: LocalOffice) => local.as(admin).rest;

/** Changes one ruleset as an administrator does on GitHub's page. */
async function alter(name: string, change: (ruleset: Ruleset) => Partial<Ruleset>): Promise<void> {
  const found = (await readRulesets(office.client, place))!.find((one) => one.name === name)!;
  const { id, ...ruleset } = found;
  await office.client.request('PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}', {
    ...place,
    ruleset_id: id,
    ...ruleset,
    ...change(ruleset),
  });
}

const without = (type: string) => (ruleset: Ruleset) => ({
  rules: ruleset.rules.filter((rule) => rule.type !== type),
});
const changed = (type: string, parameters: object) => (ruleset: Ruleset) => ({
  rules: ruleset.rules.map((rule): Rule =>
    rule.type === type ? { type, parameters: { ...rule.parameters, ...parameters } } : rule,
  ),
});
const passing = (actor_type: string, actor_id: number | null) => (ruleset: Ruleset) => ({
  bypass_actors: [...ruleset.bypass_actors, { actor_type, actor_id }],
});

const history = 'Paraf: riwayat hanya bertambah';
const throughPull = 'Paraf: main lewat pull request';
const onlyApp = 'Paraf: hanya aplikasi yang menulis';
const drafts = 'Paraf: draf tidak dihapus';

/** Each switch of the repository and of Actions, turned to something else. */
const { repository, actions, pages } = describeOffice(null, []);
const other = (value: unknown): unknown => {
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return ['actions/*'];
  const words: Record<string, string> = {
    PR_TITLE: 'COMMIT_OR_PR_TITLE',
    BLANK: 'PR_BODY',
    selected: 'all',
    read: 'write',
    all_external_contributors: 'first_time_contributors',
    workflow: 'legacy',
  };
  return words[String(value)];
};

type Drift = readonly [name: string, drift: () => Promise<unknown>, message: RegExp];

const switches: readonly Drift[] = [
  ...repository.map(({ field, label, value }): Drift => [
    `${label} (${field})`,
    () => office.client.request('PATCH /repos/{owner}/{repo}', { ...place, [field]: other(value) }),
    new RegExp(`^Repositori: ${label}: .+ → .+$`),
  ]),
  ...Object.entries(actions).flatMap(([path, settings]) =>
    settings.map(({ field, label, value }): Drift => [
      `${label} (${field})`,
      () =>
        office.client.request(`PUT /repos/{owner}/{repo}/actions/permissions${path}`, {
          ...place,
          ...Object.fromEntries(settings.map((one) => [one.field, one.value])),
          [field]: other(value),
        }),
      new RegExp(`^Actions: ${label}: .+ → .+$`),
    ]),
  ),
  ...pages.map(({ field, label, value }): Drift => [
    `${label} (${field})`,
    () => office.client.request('PUT /repos/{owner}/{repo}/pages', { ...place, [field]: other(value) }),
    new RegExp(`^Pages: ${label}: .+ → .+$`),
  ]),
];

const drifts: readonly Drift[] = [
  [
    'a label is gone',
    () => rest(office.local).issues.deleteLabel({ ...place, name: 'decap-cms/draft' }),
    /^Label: decap-cms\/draft: belum ada → warna d4c5f9, “Draf: belum diajukan”$/,
  ],
  [
    'a label has another colour',
    () => rest(office.local).issues.updateLabel({ ...place, name: 'paraf-temuan', color: '000000' }),
    /^Label: paraf-temuan: warna 000000, .+ → warna d93f0b, .+$/,
  ],
  [
    'a label is spelt otherwise',
    () => rest(office.local).issues.updateLabel({ ...place, name: 'paraf-temuan', new_name: 'Paraf-Temuan' }),
    /^Label: paraf-temuan: bernama Paraf-Temuan → .+$/,
  ],
  [
    'a ruleset is switched off',
    () => alter(onlyApp, () => ({ enforcement: 'disabled' })),
    /^Aturan cabang: Paraf: hanya aplikasi yang menulis: keadaan: dimatikan → aktif$/,
  ],
  [
    'a ruleset is only tried',
    () => alter(history, () => ({ enforcement: 'evaluate' })),
    /^Aturan cabang: .+: keadaan: hanya dicoba → aktif$/,
  ],
  [
    'a ruleset is gone',
    async () => {
      const { id } = (await readRulesets(office.client, place))!.find(({ name }) => name === drafts)!;
      await rest(office.local).repos.deleteRepoRuleset({ ...place, ruleset_id: id });
    },
    /^Aturan cabang: Paraf: draf tidak dihapus: belum ada → aktif untuk cms\/\*\*\/\*$/,
  ],
  [
    'an administrator may pass',
    () => alter(onlyApp, passing('OrganizationAdmin', null)),
    /yang boleh melewati: administrator organisasi, aplikasi 300 → aplikasi 300$/,
  ],
  [
    'a team may pass where nobody may',
    () => alter(throughPull, passing('Team', 7)),
    /yang boleh melewati: tim 7 → tidak ada$/,
  ],
  [
    'another app is the source of the check',
    () =>
      alter(
        throughPull,
        changed('required_status_checks', {
          required_status_checks: [{ context: 'paraf', integration_id: 15368 }],
        }),
      ),
    /required_status_checks: paraf dari aplikasi 15368 → paraf dari aplikasi 300$/,
  ],
  [
    'anybody may be the source of the check',
    () =>
      alter(
        throughPull,
        changed('required_status_checks', { required_status_checks: [{ context: 'paraf' }] }),
      ),
    /required_status_checks: paraf dari siapa pun → paraf dari aplikasi 300$/,
  ],
  ...(
    [
      ['required_approving_review_count', 1, '1 → 0'],
      ['dismiss_stale_reviews_on_push', true, 'ya → tidak'],
      ['require_code_owner_review', true, 'ya → tidak'],
      ['require_last_push_approval', true, 'ya → tidak'],
      ['required_review_thread_resolution', true, 'ya → tidak'],
      ['allowed_merge_methods', ['merge', 'squash'], 'merge, squash → squash'],
    ] as const
  ).map(([field, value, words]): Drift => [
    `pull_request.${field}`,
    () => alter(throughPull, changed('pull_request', { [field]: value })),
    new RegExp(`^Aturan cabang: ${throughPull}: pull_request\\.${field}: ${words}$`),
  ]),
  ...(
    [
      [history, 'deletion'],
      [history, 'non_fast_forward'],
      [throughPull, 'pull_request'],
      [throughPull, 'required_status_checks'],
      [onlyApp, 'creation'],
      [onlyApp, 'update'],
      [drafts, 'deletion'],
    ] as const
  ).map(([name, type]): Drift => [
    `${name} without ${type}`,
    () => alter(name, without(type)),
    new RegExp(`^Aturan cabang: ${name}: aturan ${type}: tidak ada → ada$`),
  ]),
  [
    'a rule is added',
    () => alter(drafts, (ruleset) => ({ rules: [...ruleset.rules, { type: 'update' }] })),
    /draf tidak dihapus: aturan update: ada → tidak ada$/,
  ],
  [
    'a branch is taken out of a ruleset',
    () => alter(onlyApp, () => ({ conditions: { ref_name: { include: ['refs/heads/main'], exclude: [] } } })),
    /cabang: main → main, paraf$/,
  ],
  [
    'a branch is excepted from a ruleset',
    () =>
      alter(onlyApp, (ruleset) => ({
        conditions: { ref_name: { ...ruleset.conditions.ref_name, exclude: ['refs/heads/main'] } },
      })),
    /cabang yang dikecualikan: main → tidak ada$/,
  ],
  [
    'an environment is open to every branch',
    () => rest(office.local).repos.createOrUpdateEnvironment({ ...gerbang, deployment_branch_policy: null }),
    /^Environment: gerbang: pembatasan: semua cabang → cabang yang disebut$/,
  ],
  [
    'an environment is open to guarded branches',
    () =>
      rest(office.local).repos.createOrUpdateEnvironment({
        ...gerbang,
        deployment_branch_policy: { protected_branches: true, custom_branch_policies: false },
      }),
    /^Environment: gerbang: pembatasan: cabang yang dijaga → cabang yang disebut$/,
  ],
  [
    'an environment is open to another branch',
    () => rest(office.local).repos.createDeploymentBranchPolicy({ ...gerbang, name: 'cms/*' }),
    /^Environment: gerbang: cabang cms\/\*: boleh memakainya → tidak boleh$/,
  ],
  [
    'an environment waits',
    () =>
      rest(office.local).repos.createOrUpdateEnvironment({
        ...gerbang,
        wait_timer: 30,
        deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
      }),
    /^Environment: gerbang: syarat lain: wait_timer → tidak ada$/,
  ],
  [
    'the environment of publishing is gone',
    async () => {
      const { store } = office.local.server;
      const list = ['gerbang'].map((name) => changeEnvironment(store, name, () => ({})));
      writeSetting(store, 'environments', { next: 100, list });
    },
    /^Environment: github-pages: environment: belum ada → ada, hanya untuk cabang yang disebut$/,
  ],
  [
    'the secret is gone',
    async () => changeEnvironment(office.local.server.store, 'gerbang', () => ({ secrets: {} })),
    /^Aplikasi: gerbang: rahasia PARAF_APP_KEY: belum ada → kunci aplikasi$/,
  ],
  [
    'the variable is no number',
    () =>
      rest(office.local).actions.updateEnvironmentVariable({
        ...gerbang,
        name: 'PARAF_APP_ID',
        value: 'dua',
      }),
    /^Aplikasi: gerbang: variabel PARAF_APP_ID: dua → nomor aplikasi$/,
  ],
];

const lineOf = ({ area, name, is, should }: Difference) => `${area}: ${name}: ${is} → ${should}`;

test.each([...switches, ...drifts])('%s: it is named', async (_name, drift, message) => {
  await drift();
  const { differences } = await office.look(readOnly(office.client));
  back();
  expect(differences.map(lineOf).filter((line) => message.test(line))).toHaveLength(1);
});

test('all of it is set right in one run', async () => {
  const together = [
    'a label is gone',
    'a label has another colour',
    'a ruleset is only tried',
    'an administrator may pass',
    'another app is the source of the check',
    'a ruleset is gone',
    'an environment is open to another branch',
    'the secret is gone',
  ];
  const chosen = drifts.filter(([name]) => together.includes(name));
  expect(chosen).toHaveLength(together.length);
  for (const [, drift] of chosen) await drift();
  // Switches of one call are sent with their siblings as they should be, so that the last drift of each call stands.
  for (const [, drift] of switches) await drift();
  const first = await office.look();
  expect(first.differences.length).toBeGreaterThan(switches.length);
  expect(await office.setUp(first)).toEqual([]);
}, 120_000);
