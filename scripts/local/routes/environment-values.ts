import { z } from 'zod';
import { ApiError, notFound } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import { pageOfList } from '../http/paging.ts';
import type { ApiApp } from '../http/routes.ts';
import { requireShape } from '../http/shape.ts';
import type { Local } from '../local.ts';
import { requireAdmin } from '../rules.ts';
import { changeEnvironment } from '../store/environments.ts';
import { openSealed, sealingKey } from '../store/sealing.ts';
import { mustEnvironment } from './environments.ts';

const secret = z.strictObject({ encrypted_value: z.string().min(1), key_id: z.string() });
const newVariable = z.strictObject({ name: z.string(), value: z.string() });
const changedVariable = z.strictObject({ name: z.string().optional(), value: z.string().optional() });

/** Secrets (only their names are ever given back) and variables of an environment. */
export function mountEnvironmentValues(app: ApiApp, local: Local): void {
  const secrets = '/environments/:environment/secrets';
  app.get(secrets, (c) => {
    requireAdmin(c.get('account'));
    const all = Object.entries(mustEnvironment(local, c.req.param('environment')).secrets);
    const shown = pageOfList(c, all, ([name, { created_at, updated_at }]) => ({
      name,
      created_at,
      updated_at,
    }));
    return c.json({ total_count: all.length, secrets: shown });
  });

  app.get(`${secrets}/public-key`, async (c) => {
    requireAdmin(c.get('account'));
    mustEnvironment(local, c.req.param('environment'));
    const { id, publicKey } = await sealingKey(local);
    return c.json({ key_id: id, key: publicKey });
  });

  app.put(`${secrets}/:name`, async (c) => {
    requireAdmin(c.get('account'));
    const { name: environment } = mustEnvironment(local, c.req.param('environment'));
    const name = requireName(c.req.param('name'));
    const { encrypted_value: sealed, key_id } = requireShape(await readBody(c), secret, 'Secret');
    const { id } = await sealingKey(local);
    // GitHub takes what it cannot open, and the workflow finds an empty secret; here it is told at once.
    if (key_id !== id || (await openSealed(local, sealed)) === undefined)
      throw new ApiError(422, 'The secret was not sealed for the public key of this repository.');
    let isNew = false;
    changeEnvironment(local, environment, ({ secrets: before }) => {
      const at = local.now();
      isNew = before[name] === undefined;
      const created_at = before[name]?.created_at ?? at;
      return { secrets: { ...before, [name]: { sealed, created_at, updated_at: at } } };
    });
    return isNew ? c.json({}, 201) : c.body(null, 204);
  });

  const variables = '/environments/:environment/variables';
  app.get(variables, (c) => {
    requireAdmin(c.get('account'));
    const all = Object.entries(mustEnvironment(local, c.req.param('environment')).variables);
    const shown = pageOfList(c, all, ([name, variable]) => ({ name, ...variable }));
    return c.json({ total_count: all.length, variables: shown });
  });

  app.post(variables, async (c) => {
    requireAdmin(c.get('account'));
    const environment = mustEnvironment(local, c.req.param('environment'));
    const { name: given, value } = requireShape(await readBody(c), newVariable, 'Variable');
    const name = requireName(given);
    if (environment.variables[name]) throw new ApiError(409, 'Already exists - Variable already exists');
    changeEnvironment(local, environment.name, ({ variables: before }) => {
      const at = local.now();
      return { variables: { ...before, [name]: { value, created_at: at, updated_at: at } } };
    });
    return c.json({}, 201);
  });

  app.patch(`${variables}/:name`, async (c) => {
    requireAdmin(c.get('account'));
    const environment = mustEnvironment(local, c.req.param('environment'));
    const name = requireName(c.req.param('name'));
    const before = environment.variables[name];
    if (!before) throw notFound();
    const wanted = requireShape(await readBody(c), changedVariable, 'Variable');
    const { [name]: _, ...others } = environment.variables;
    const renamed = requireName(wanted.name ?? name);
    const after = { ...before, value: wanted.value ?? before.value, updated_at: local.now() };
    changeEnvironment(local, environment.name, () => ({ variables: { ...others, [renamed]: after } }));
    return c.body(null, 204);
  });
}

/** GitHub keeps these names in capitals. */
function requireName(given: string): string {
  const name = given.toUpperCase();
  if (!/^[A-Z_][A-Z0-9_]*$/.test(name) || name.startsWith('GITHUB_'))
    throw new ApiError(422, `Validation Failed: ${given.slice(0, 100)} is not a valid name`);
  return name;
}
