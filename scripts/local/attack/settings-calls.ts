import type { Call } from './calls.ts';

const env = '/environments/gerbang';

/** Calls that change what the repository itself is set to; each is made possible by the ones before it. */
const settings: readonly (readonly [what: string, route: string, path: string, body?: unknown])[] = [
  ['let branches of anybody be merged by merge commits', 'PATCH /', '', { allow_merge_commit: true }],
  [
    'let workflows write',
    'PUT /actions/permissions/workflow',
    '/actions/permissions/workflow',
    { default_workflow_permissions: 'write' },
  ],
  [
    'let every action run',
    'PUT /actions/permissions',
    '/actions/permissions',
    { enabled: true, allowed_actions: 'selected' },
  ],
  [
    'choose which actions run',
    'PUT /actions/permissions/selected-actions',
    '/actions/permissions/selected-actions',
    { patterns_allowed: ['*/*'] },
  ],
  [
    'let forks run without asking',
    'PUT /actions/permissions/fork-pr-contributor-approval',
    '/actions/permissions/fork-pr-contributor-approval',
    { approval_policy: 'first_time_contributors_new_to_github' },
  ],
  [
    'make an environment',
    'PUT /environments/:environment',
    env,
    { deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } },
  ],
  [
    'open the environment to all branches',
    'POST /environments/:environment/deployment-branch-policies',
    `${env}/deployment-branch-policies`,
    { name: '*' },
  ],
  [
    'close the environment to main',
    'DELETE /environments/:environment/deployment-branch-policies/:id',
    `${env}/deployment-branch-policies/1`,
  ],
  [
    'put a secret sealed for another key',
    'PUT /environments/:environment/secrets/:name',
    `${env}/secrets/PARAF_APP_KEY`,
    { encrypted_value: 'eA==', key_id: '1' },
  ],
  [
    'set a variable',
    'POST /environments/:environment/variables',
    `${env}/variables`,
    { name: 'PARAF_APP_ID', value: '7' },
  ],
  [
    'change a variable',
    'PATCH /environments/:environment/variables/:name',
    `${env}/variables/PARAF_APP_ID`,
    { value: '8' },
  ],
  ['turn Pages on', 'POST /pages', '/pages', { build_type: 'workflow' }],
  ['publish Pages from a branch', 'PUT /pages', '/pages', { build_type: 'legacy' }],
  ["rename Decap's label", 'PATCH /labels/:name', '/labels/decap-cms%2Fdraft', { new_name: 'lain' }],
  ['delete a label', 'DELETE /labels/:name', '/labels/lain'],
  ['set off a publication', 'POST /dispatches', '/dispatches', { event_type: 'paraf-terbit' }],
  ['make a ruleset', 'POST /rulesets', '/rulesets', { name: 'Longgar', enforcement: 'active' }],
  ['weaken a ruleset', 'PUT /rulesets/:id', '/rulesets/2', { name: 'Lemah', enforcement: 'disabled' }],
  ['delete a ruleset', 'DELETE /rulesets/:id', '/rulesets/1'],
];

export const settingsCalls: readonly Call[] = settings.map(([what, route, path, body]) => ({
  what,
  route,
  on: null,
  send: () => ({ path, body }),
}));
