import { z } from 'zod';
import { ApiError, invalid, notFound } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import type { ApiApp, ApiContext } from '../http/routes.ts';
import { requireShape } from '../http/shape.ts';
import type { Local } from '../local.ts';
import { requireAdmin } from '../rules.ts';
import { addressesOf, nodeId } from '../shape/addresses.ts';
import {
  changeEnvironment,
  findEnvironment,
  listEnvironments,
  type BranchPolicy,
  type Environment,
} from '../store/environments.ts';
import { isLimited } from '../store/repository-settings.ts';
import { numberOf } from './revisions.ts';

const wantedEnvironment = z.strictObject({
  wait_timer: z.int().min(0).max(43_200).optional(),
  prevent_self_review: z.literal(false).optional(),
  reviewers: z.array(z.never()).nullish(),
  deployment_branch_policy: z
    .strictObject({ protected_branches: z.boolean(), custom_branch_policies: z.boolean() })
    .nullish(),
});

const wantedPolicy = z.strictObject({
  name: z.string().min(1),
  type: z.enum(['branch', 'tag']).default('branch'),
});

/** `environments` and which branches may use them. */
export function mountEnvironments(app: ApiApp, local: Local): void {
  app.get('/environments', (c) => {
    const environments = listEnvironments(local).map((one) => environmentJson(c, local, one));
    return c.json({ total_count: environments.length, environments });
  });

  app.get('/environments/:environment', (c) =>
    c.json(environmentJson(c, local, mustEnvironment(local, c.req.param('environment')))),
  );

  app.put('/environments/:environment', async (c) => {
    requireAdmin(c.get('account'));
    const wanted = requireShape(await readBody(c), wantedEnvironment, 'Environment');
    const policy = wanted.deployment_branch_policy ?? null;
    if (policy !== null && policy.protected_branches === policy.custom_branch_policies)
      throw invalid('Environment', 'deployment_branch_policy', 'exactly one of the two must be true');
    if (isLimited(local) && (policy !== null || (wanted.wait_timer ?? 0) > 0))
      throw new ApiError(
        422,
        'Failed to create the environment protection rule. Please ensure the billing plan supports it.',
      );
    const changed = changeEnvironment(local, c.req.param('environment'), () => ({
      wait_timer: wanted.wait_timer ?? 0,
      deployment_branch_policy: policy,
    }));
    return c.json(environmentJson(c, local, changed));
  });

  const policies = '/environments/:environment/deployment-branch-policies';
  app.get(policies, (c) => {
    const { branches } = mustEnvironment(local, c.req.param('environment'));
    return c.json({ total_count: branches.length, branch_policies: branches.map(policyJson) });
  });

  app.post(policies, async (c) => {
    requireAdmin(c.get('account'));
    const before = mustEnvironment(local, c.req.param('environment'));
    if (before.deployment_branch_policy?.custom_branch_policies !== true) throw notFound();
    const { name, type } = requireShape(await readBody(c), wantedPolicy, 'DeploymentBranchPolicy');
    if (before.branches.some((one) => one.name === name && one.type === type)) return c.body(null, 303);
    const { branches } = changeEnvironment(local, before.name, (_, takeId) => ({
      branches: [...before.branches, { id: takeId(), name, type }],
    }));
    return c.json(policyJson(branches.at(-1)!));
  });

  app.delete(`${policies}/:id`, (c) => {
    requireAdmin(c.get('account'));
    const before = mustEnvironment(local, c.req.param('environment'));
    const branches = before.branches.filter(({ id }) => id !== numberOf(c.req.param('id')));
    if (branches.length === before.branches.length) throw notFound();
    changeEnvironment(local, before.name, () => ({ branches }));
    return c.body(null, 204);
  });
}

export function mustEnvironment(local: Local, name: string): Environment {
  const found = findEnvironment(local, name);
  if (!found) throw notFound();
  return found;
}

function policyJson({ id, name, type }: BranchPolicy) {
  return { id, node_id: nodeId('DeploymentBranchPolicy', id), name, type };
}

function environmentJson(c: ApiContext, local: Local, one: Environment) {
  const at = addressesOf(c, local);
  const { id, name, wait_timer, deployment_branch_policy, created_at, updated_at } = one;
  const protection = (type: string, more: object = {}) => ({
    id: id * 10 + type.length,
    node_id: nodeId('GateRule', `${id}:${type}`),
    type,
    ...more,
  });
  return {
    id,
    node_id: nodeId('Environment', id),
    name,
    url: `${at.repo}/environments/${encodeURIComponent(name)}`,
    html_url: `${at.html}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
    created_at,
    updated_at,
    protection_rules: [
      ...(wait_timer > 0 ? [protection('wait_timer', { wait_timer })] : []),
      ...(deployment_branch_policy === null ? [] : [protection('branch_policy')]),
    ],
    deployment_branch_policy,
  };
}
