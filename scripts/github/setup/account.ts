import { z } from 'zod';
import type { Client, Repository } from '../read/client.ts';
import { optional } from './read-call.ts';
import { kindOf, type TokenFacts } from './token.ts';

const user = z.object({ login: z.string() });
const repositoryAnswer = z.object({ permissions: z.object({ admin: z.boolean() }).optional() });

/** Whose token it is, of what kind, and what it may do with the repository. */
export async function readToken(client: Client, repository: Repository, token: string): Promise<TokenFacts> {
  const { data, headers } = await client.request('GET /user', {});
  const scopes = headers['x-oauth-scopes'];
  const found = await optional(client, 'GET /repos/{owner}/{repo}', { ...repository });
  return {
    kind: kindOf(token),
    scopes:
      typeof scopes === 'string'
        ? scopes
            .split(',')
            .map((scope) => scope.trim())
            .filter(Boolean)
        : null,
    login: user.parse(data).login,
    isAdmin: found === null ? null : (repositoryAnswer.parse(found).permissions?.admin ?? false),
  };
}
