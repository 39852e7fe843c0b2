import { z } from 'zod';
import { statusOf, type Client, type Repository } from '../read/client.ts';
import { everyPage } from './read-call.ts';
import type { Installation } from './state.ts';

const answer = z.object({
  installations: z.array(
    z.object({
      app_id: z.number(),
      app_slug: z.string(),
      permissions: z.record(z.string(), z.string()),
      suspended_at: z.string().nullish(),
    }),
  ),
});

/**
 * The installation of the app with that id in the organisation. Only its owners are told of it; for everybody else,
 * and for a repository of a person, it is unknown.
 *
 * @param id what the gate's environment says; absent while nothing does
 */
export async function readInstallation(
  client: Client,
  { owner }: Repository,
  id: string | undefined,
): Promise<Installation | null | 'unknown'> {
  if (id === undefined) return null;
  try {
    const all = await everyPage(
      client,
      'GET /orgs/{org}/installations',
      { org: owner },
      (data) => answer.parse(data).installations,
    );
    const found = all.find(({ app_id }) => String(app_id) === id);
    if (found === undefined) return null;
    const { app_id: appId, app_slug: slug, permissions, suspended_at } = found;
    return { appId, slug, permissions, isSuspended: typeof suspended_at === 'string' };
  } catch (error) {
    const status = statusOf(error);
    if (status === 403 || status === 404) return 'unknown';
    throw error;
  }
}
