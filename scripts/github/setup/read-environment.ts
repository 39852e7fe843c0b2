import { z } from 'zod';
import type { Client, Repository } from '../read/client.ts';
import { everyPage, optional } from './read-call.ts';
import type { EnvironmentState } from './state.ts';

const at = '/repos/{owner}/{repo}/environments/{environment_name}';

const environmentAnswer = z.object({
  protection_rules: z.array(z.object({ type: z.string() })).default([]),
  deployment_branch_policy: z.object({ custom_branch_policies: z.boolean() }).nullish(),
});
const policies = z.object({
  branch_policies: z
    .array(z.object({ id: z.number(), name: z.string(), type: z.string().default('branch') }))
    .default([]),
});
const secrets = z.object({ secrets: z.array(z.object({ name: z.string() })) });
const variables = z.object({ variables: z.array(z.object({ name: z.string(), value: z.string() })) });

/** An environment with who may use it, the names of its secrets and its variables; null where it is not there. */
export async function readEnvironment(
  client: Client,
  repository: Repository,
  name: string,
): Promise<EnvironmentState | null> {
  const where = { ...repository, environment_name: name };
  const data = await optional(client, `GET ${at}`, where);
  if (data === null) return null;
  const { protection_rules, deployment_branch_policy: policy } = environmentAnswer.parse(data);
  const list = <Item>(path: string, itemsOf: (data: unknown) => readonly Item[]) =>
    everyPage(client, `GET ${at}/${path}`, where, itemsOf);
  const isCustom = policy?.custom_branch_policies === true;
  const [branches, hidden, kept] = await Promise.all([
    isCustom ? list('deployment-branch-policies', (answer) => policies.parse(answer).branch_policies) : [],
    list('secrets', (answer) => secrets.parse(answer).secrets),
    list('variables', (answer) => variables.parse(answer).variables),
  ]);
  return {
    name,
    limit: isCustom ? 'custom' : policy ? 'protected' : 'any',
    branches,
    conditions: protection_rules.map(({ type }) => type).filter((type) => type !== 'branch_policy'),
    secrets: hidden.map((secret) => secret.name),
    variables: Object.fromEntries(kept.map((variable) => [variable.name, variable.value])),
  };
}
