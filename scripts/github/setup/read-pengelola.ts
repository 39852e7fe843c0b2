import { z } from 'zod';
import { pelaksanaSchema, pengelolaSistem } from '../../../content/schema/pelaksana.ts';
import { holdersOfAny, rosterOf } from '../../core/peran.ts';
import { readWith } from '../../core/schema-issues.ts';
import { parseYaml } from '../../markdown/front-matter.ts';
import { tipOf } from '../branch.ts';
import { statusOf, type Client, type Repository } from '../read/client.ts';
import { everyPage } from './read-call.ts';

const file = 'content/pelaksana.yml';
const collaborators = z.array(
  z.object({
    id: z.number(),
    role_name: z.string().optional(),
    permissions: z.object({ push: z.boolean() }).optional(),
  }),
);
const writing = new Set(['write', 'maintain', 'admin']);

/**
 * Accounts that hold `pengelola-sistem` now and may write to the repository. None where the file cannot be read; null
 * where GitHub does not say who may write.
 */
export async function readPengelola(
  client: Client,
  repository: Repository,
  now: number,
): Promise<readonly number[] | null> {
  const text = await (await tipOf(client, repository, 'main')).read(file);
  const parsed = text === null ? null : parseYaml(file, '', text);
  const read = parsed?.ok === true ? readWith(pelaksanaSchema, parsed.value) : null;
  if (read?.ok !== true) return [];
  const holders = holdersOfAny(rosterOf(read.value), [pengelolaSistem], now);
  try {
    const all = await everyPage(
      client,
      'GET /repos/{owner}/{repo}/collaborators',
      { ...repository },
      (data) => collaborators.parse(data),
    );
    const writers = all.filter(
      ({ role_name, permissions }) => permissions?.push ?? writing.has(role_name ?? ''),
    );
    return holders.filter((holder) => writers.some(({ id }) => id === holder));
  } catch (error) {
    if (statusOf(error) === 403) return null;
    throw error;
  }
}
