import { z } from 'zod';
import { recordBranch, tipOf } from '../branch.ts';
import type { Client, Repository } from '../read/client.ts';
import { sistemFile } from '../read/record.ts';
import { gateEnvironment, idVariable, type Description } from './description.ts';
import { everyPage, optional } from './read-call.ts';
import { readEnvironment } from './read-environment.ts';
import { readInstallation } from './read-installation.ts';
import { readPengelola } from './read-pengelola.ts';
import { readRulesets } from './read-rulesets.ts';
import { nothing, type CodeownersState, type State } from './state.ts';

const repo = '/repos/{owner}/{repo}';
const fields = z.record(z.string(), z.unknown());
const labelsAnswer = z.array(
  z.object({ name: z.string(), color: z.string(), description: z.string().nullable() }),
);
const codeownersErrors = z.object({
  errors: z.array(z.object({ line: z.number(), kind: z.string(), source: z.string().default('') })),
});

/** What GitHub has now of what the description speaks of. `now` in ms: who holds which role then. */
export async function readState(
  client: Client,
  repository: Repository,
  description: Description,
  now: number,
): Promise<State> {
  const get = async (path: string, absent: readonly number[] = [404]) => {
    const data = await optional(client, `GET ${repo}${path}`, { ...repository }, absent);
    return data === null ? null : fields.parse(data);
  };
  const settings = await get('');
  if (settings === null) return nothing;
  // Of a repository without a commit GitHub's routes about references say 409, this one 404.
  const hasMain = (await get('/branches/main')) !== null;
  const [rulesets, actions, environments, labels, pages, codeowners, pengelola, record] = await Promise.all([
    readRulesets(client, repository),
    // 409 and 422: GitHub has no such setting while another one stands as it does.
    Promise.all(
      Object.keys(description.actions).map(
        async (path) => [path, await get(`/actions/permissions${path}`, [404, 409, 422])] as const,
      ),
    ),
    Promise.all(description.environments.map(({ name }) => readEnvironment(client, repository, name))),
    readLabels(client, repository),
    get('/pages'),
    hasMain ? readCodeowners(client, repository) : null,
    hasMain ? readPengelola(client, repository, now) : null,
    hasMain ? tipOf(client, repository, recordBranch).then((tip) => tip.read(sistemFile)) : null,
  ]);
  const kept = environments.filter((environment) => environment !== null);
  const gate = kept.find(({ name }) => name === gateEnvironment);
  return {
    repository: settings,
    isPrivate: settings['private'] === true,
    hasMain,
    isLimited: rulesets === null,
    actions: Object.fromEntries(actions),
    labels,
    environments: kept,
    pages,
    rulesets: rulesets ?? [],
    codeowners,
    pengelola,
    installation: await readInstallation(client, repository, gate?.variables[idVariable]),
    hasRecord: record !== null,
  };
}

async function readLabels(client: Client, repository: Repository): Promise<State['labels']> {
  return everyPage(client, `GET ${repo}/labels`, { ...repository }, (data) => labelsAnswer.parse(data));
}

async function readCodeowners(client: Client, repository: Repository): Promise<CodeownersState | null> {
  const text = await (await tipOf(client, repository, 'main')).read('.github/CODEOWNERS');
  if (text === null) return null;
  const data = await optional(client, `GET ${repo}/codeowners/errors`, { ...repository });
  return { text, errors: data === null ? [] : codeownersErrors.parse(data).errors };
}
