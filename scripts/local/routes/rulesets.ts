import { z } from 'zod';
import type { Ruleset } from '../../github/setup/rulesets.ts';
import { ApiError, notFound } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import { pageOfList } from '../http/paging.ts';
import type { ApiApp, ApiContext } from '../http/routes.ts';
import { requireShape } from '../http/shape.ts';
import type { Local } from '../local.ts';
import { requireAdmin } from '../rules.ts';
import { addressesOf } from '../shape/addresses.ts';
import { nodeId } from '../shape/addresses.ts';
import { isLimited } from '../store/repository-settings.ts';
import { addRuleset, replaceRuleset, rulesets, type StoredRuleset } from '../store/rulesets.ts';
import { numberOf } from './revisions.ts';

const bare = (type: string) => z.strictObject({ type: z.literal(type) });

/** Only rules that this server keeps; one that it would not keep is refused. */
const rule = z.discriminatedUnion('type', [
  bare('deletion'),
  bare('creation'),
  bare('non_fast_forward'),
  z.strictObject({
    type: z.literal('update'),
    parameters: z.strictObject({ update_allows_fetch_and_merge: z.boolean() }).optional(),
  }),
  z.strictObject({
    type: z.literal('pull_request'),
    parameters: z.strictObject({
      required_approving_review_count: z.int().min(0).max(10),
      dismiss_stale_reviews_on_push: z.boolean(),
      require_code_owner_review: z.boolean(),
      require_last_push_approval: z.boolean(),
      required_review_thread_resolution: z.boolean(),
      allowed_merge_methods: z.array(z.enum(['merge', 'squash', 'rebase'])).optional(),
    }),
  }),
  z.strictObject({
    type: z.literal('required_status_checks'),
    parameters: z.strictObject({
      strict_required_status_checks_policy: z.boolean(),
      do_not_enforce_on_create: z.boolean().optional(),
      required_status_checks: z.array(
        z.strictObject({ context: z.string(), integration_id: z.int().optional() }),
      ),
    }),
  }),
]);

const ruleset = z.strictObject({
  name: z.string().min(1),
  target: z.literal('branch').default('branch'),
  enforcement: z.enum(['disabled', 'active', 'evaluate']),
  bypass_actors: z
    .array(
      z.strictObject({
        actor_type: z.enum([
          'Integration',
          'OrganizationAdmin',
          'RepositoryRole',
          'Team',
          'DeployKey',
          'User',
        ]),
        actor_id: z.int().nullish(),
        bypass_mode: z.enum(['always', 'pull_request', 'exempt']).default('always'),
      }),
    )
    .default([]),
  conditions: z
    .strictObject({
      ref_name: z.strictObject({
        include: z.array(z.string()).default([]),
        exclude: z.array(z.string()).default([]),
      }),
    })
    .default({ ref_name: { include: [], exclude: [] } }),
  rules: z.array(rule).default([]),
});

/** `rulesets`: what stands here is what `rules.ts` keeps. */
export function mountRulesets(app: ApiApp, local: Local): void {
  app.get('/rulesets', (c) => {
    requirePlan(local);
    const list = pageOfList(c, rulesets(local), (one) => {
      const { rules: _, conditions: __, bypass_actors: ___, ...rest } = rulesetJson(local, c, one);
      return rest;
    });
    return c.json(list);
  });

  app.post('/rulesets', async (c) => {
    const wanted = await wantedRuleset(c, local);
    requireOwnName(local, wanted.name, undefined);
    return c.json(rulesetJson(local, c, addRuleset(local, wanted)), 201);
  });

  app.get('/rulesets/:id', (c) => {
    requirePlan(local);
    const found = rulesets(local).find(({ id }) => id === numberOf(c.req.param('id')));
    if (!found) throw notFound();
    return c.json(rulesetJson(local, c, found));
  });

  app.put('/rulesets/:id', async (c) => {
    const wanted = await wantedRuleset(c, local);
    const id = numberOf(c.req.param('id'));
    requireOwnName(local, wanted.name, id);
    const changed = replaceRuleset(local, id, wanted);
    if (!changed) throw notFound();
    return c.json(rulesetJson(local, c, changed));
  });

  app.delete('/rulesets/:id', (c) => {
    requireAdmin(c.get('account'));
    if (!replaceRuleset(local, numberOf(c.req.param('id')), null)) throw notFound();
    return c.body(null, 204);
  });
}

async function wantedRuleset(c: ApiContext, local: Local): Promise<Ruleset> {
  requireAdmin(c.get('account'));
  requirePlan(local);
  return requireShape(await readBody(c), ruleset, 'RepositoryRuleset');
}

/** GitHub's own words; a private repository of a free organisation has no rulesets. */
function requirePlan(local: Local): void {
  if (isLimited(local))
    throw new ApiError(403, 'Upgrade to GitHub Pro or make this repository public to enable this feature.');
}

function requireOwnName(local: Local, name: string, id: number | undefined): void {
  if (rulesets(local).some((one) => one.name === name && one.id !== id))
    throw new ApiError(422, 'Validation Failed: Name must be unique');
}

function rulesetJson(local: Local, c: ApiContext, one: StoredRuleset) {
  const at = addressesOf(c, local);
  // Who may not administer is not shown who may pass.
  const { bypass_actors, ...rest } = one;
  return {
    ...rest,
    ...(c.get('account').permission === 'admin' ? { bypass_actors } : {}),
    source_type: 'Repository',
    source: `${local.owner}/${local.name}`,
    node_id: nodeId('RepositoryRuleset', one.id),
    _links: {
      self: { href: `${at.repo}/rulesets/${one.id}` },
      html: { href: `${at.html}/rules/${one.id}` },
    },
  };
}
