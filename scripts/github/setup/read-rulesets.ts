import { z } from 'zod';
import { statusOf, type Client, type Repository } from '../read/client.ts';
import { everyPage } from './read-call.ts';
import type { State } from './state.ts';

const rulesets = '/repos/{owner}/{repo}/rulesets';

const listed = z.array(
  z.object({ id: z.number(), source_type: z.string().optional(), target: z.string().optional() }),
);
const whole = z.object({
  id: z.number(),
  name: z.string(),
  target: z.literal('branch').default('branch'),
  enforcement: z.enum(['active', 'disabled', 'evaluate']),
  bypass_actors: z
    .array(
      z.object({
        actor_type: z.string(),
        actor_id: z.number().nullish(),
        bypass_mode: z.enum(['always', 'pull_request', 'exempt']).optional(),
      }),
    )
    .default([]),
  conditions: z
    .object({
      ref_name: z.object({
        include: z.array(z.string()).default([]),
        exclude: z.array(z.string()).default([]),
      }),
    })
    .nullish()
    .transform((value) => value ?? { ref_name: { include: [], exclude: [] } }),
  rules: z
    .array(z.object({ type: z.string(), parameters: z.record(z.string(), z.unknown()).optional() }))
    .default([]),
});

/** The repository's own branch rulesets, whole; null where GitHub's plan has none for it. */
export async function readRulesets(
  client: Client,
  repository: Repository,
): Promise<State['rulesets'] | null> {
  try {
    const all = await everyPage(
      client,
      `GET ${rulesets}`,
      { ...repository, includes_parents: false },
      (data) => listed.parse(data),
    );
    const own = all.filter(
      ({ source_type, target }) =>
        (source_type ?? 'Repository') === 'Repository' && (target ?? 'branch') === 'branch',
    );
    const found = [];
    for (const { id } of own) {
      const { data } = await client.request(`GET ${rulesets}/{ruleset_id}`, {
        ...repository,
        ruleset_id: id,
      });
      found.push(whole.parse(data));
    }
    return found;
  } catch (error) {
    if (statusOf(error) === 403 && error instanceof Error && /upgrade/i.test(error.message)) return null;
    throw error;
  }
}
