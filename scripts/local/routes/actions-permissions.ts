import { z } from 'zod';
import { ApiError } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import type { ApiApp } from '../http/routes.ts';
import { requireShape } from '../http/shape.ts';
import type { Local } from '../local.ts';
import { requireAdmin } from '../rules.ts';
import { addressesOf } from '../shape/addresses.ts';
import { readSetting, writeSetting } from '../store/settings.ts';

type Values = Readonly<Record<string, unknown>>;

interface Part {
  readonly shape: z.ZodType<Values>;
  /** As GitHub has it for a repository that nobody has set. */
  readonly fresh: Values;
}

const base = '/actions/permissions';

/** By path below `actions/permissions`. */
const parts: Readonly<Record<string, Part>> = {
  '': {
    shape: z.strictObject({
      enabled: z.boolean(),
      allowed_actions: z.enum(['all', 'local_only', 'selected']).optional(),
      sha_pinning_required: z.boolean().optional(),
    }),
    fresh: { enabled: true, allowed_actions: 'all', sha_pinning_required: false },
  },
  '/selected-actions': {
    shape: z.strictObject({
      github_owned_allowed: z.boolean().optional(),
      verified_allowed: z.boolean().optional(),
      patterns_allowed: z.array(z.string()).optional(),
    }),
    fresh: { github_owned_allowed: false, verified_allowed: false, patterns_allowed: [] },
  },
  '/workflow': {
    shape: z.strictObject({
      default_workflow_permissions: z.enum(['read', 'write']).optional(),
      can_approve_pull_request_reviews: z.boolean().optional(),
    }),
    fresh: { default_workflow_permissions: 'write', can_approve_pull_request_reviews: false },
  },
  '/fork-pr-contributor-approval': {
    shape: z.strictObject({
      approval_policy: z.enum([
        'first_time_contributors_new_to_github',
        'first_time_contributors',
        'all_external_contributors',
      ]),
    }),
    fresh: { approval_policy: 'first_time_contributors' },
  },
};

/** `actions/permissions`: kept and given back; no workflow runs here that they could bind. */
export function mountActionsPermissions(app: ApiApp, local: Local): void {
  for (const [path, { shape, fresh }] of Object.entries(parts)) {
    app.get(`${base}${path}`, (c) => {
      requireAdmin(c.get('account'));
      requireThere(local, path);
      const values = { ...fresh, ...stored(local)[path] };
      const url = `${addressesOf(c, local).repo}${base}/selected-actions`;
      return c.json(
        values['allowed_actions'] === 'selected' ? { ...values, selected_actions_url: url } : values,
      );
    });
    app.put(`${base}${path}`, async (c) => {
      requireAdmin(c.get('account'));
      requireThere(local, path);
      const wanted = requireShape(await readBody(c), shape, 'Actions');
      const before = stored(local);
      writeSetting(local, 'actions', { ...before, [path]: { ...fresh, ...before[path], ...wanted } });
      return c.body(null, 204);
    });
  }
}

function stored(local: Local): Readonly<Record<string, Values>> {
  return readSetting<Record<string, Values>>(local, 'actions') ?? {};
}

/** The list of selected actions is there only while actions are selected. */
function requireThere(local: Local, path: string): void {
  if (path === '/selected-actions' && stored(local)['']?.['allowed_actions'] !== 'selected')
    throw new ApiError(409, 'Conflict: allowed_actions of this repository is not "selected".');
}
