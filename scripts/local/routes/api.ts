import { Hono } from 'hono';
import { ApiError, notFound } from '../http/api-error.ts';
import { crossOrigin, gitHubHeaders, limitBody, requireAccount } from '../http/protocol.ts';
import type { ApiEnv } from '../http/routes.ts';
import type { Local } from '../local.ts';
import { repositorySettings } from '../store/repository-settings.ts';
import { mountActionsPermissions } from './actions-permissions.ts';
import { mountApp, mountInstallation } from './app.ts';
import { mountApplications } from './applications.ts';
import { mountConversions } from './app-manifest.ts';
import { mountChecks } from './checks.ts';
import { mountCodeowners } from './codeowners.ts';
import { mountCommits } from './commits.ts';
import { mountEnvironmentValues } from './environment-values.ts';
import { mountEnvironments } from './environments.ts';
import { mountGitObjects } from './git-objects.ts';
import { mountGraphql } from '../graphql/route.ts';
import { mountIssues } from './issues.ts';
import { mountLabels } from './labels.ts';
import { mountMerge } from './merge.ts';
import { mountOrganisation } from './organisation.ts';
import { mountPages } from './pages.ts';
import { mountPulls } from './pulls.ts';
import { mountRefs } from './refs.ts';
import { mountRepository } from './repository.ts';
import { mountRepositorySettings } from './repository-settings.ts';
import { mountReviews } from './reviews.ts';
import { mountRulesets } from './rulesets.ts';
import { mountUsers } from './users.ts';
import { mountWorkflowRuns } from './workflow-runs.ts';

const repositoryRoutes = [
  mountRepository,
  mountInstallation,
  mountGitObjects,
  mountRefs,
  mountCommits,
  mountChecks,
  mountPulls,
  mountMerge,
  mountReviews,
  mountLabels,
  mountIssues,
  mountRepositorySettings,
  mountActionsPermissions,
  mountWorkflowRuns,
  mountRulesets,
  mountEnvironments,
  mountEnvironmentValues,
  mountPages,
  mountCodeowners,
];

/** The API under `/api/v3`, with GraphQL. */
export function createApi(local: Local): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>();
  api.use(crossOrigin, gitHubHeaders(local), limitBody);
  // Asked with the client's secret, and by no account.
  mountApplications(api, local);
  mountConversions(api, local);
  api.use(requireAccount(local));
  mountUsers(api, local);
  mountOrganisation(api, local);
  mountApp(api, local);
  mountGraphql(api, local);
  const repository = new Hono<ApiEnv>();
  repository.use(async (_, next) => {
    if (!repositorySettings(local).exists) throw notFound();
    await next();
  });
  for (const mount of repositoryRoutes) mount(repository, local);
  const own = `/repos/${local.owner}/${local.name}`;
  api.route(own, repository);
  api.all('*', (c) => {
    const path = c.req.path.replace(/^\/api\/v3/, '');
    if (path.startsWith('/repos/') && path !== own && !path.startsWith(`${own}/`))
      return c.json({ message: 'Not Found' }, 404);
    return c.json(
      {
        message: `Local server: ${c.req.method} ${path} is not served. Served routes: scripts/local/DIFFERENCES.md.`,
      },
      501,
    );
  });
  api.onError((fault, c) => {
    if (fault instanceof ApiError) return c.json(faultJson(fault), fault.status);
    console.error(`${c.req.method} ${c.req.path} gagal:`, fault);
    return c.json(
      {
        message:
          'Server Error. Server lokal gagal mengerjakan permintaan ini; rinciannya ada di terminal tempat Paraf berjalan.',
      },
      500,
    );
  });
  return api;
}

const documentation = 'https://docs.github.com/rest';

function faultJson(fault: ApiError) {
  const { message, errors } = fault;
  return {
    message,
    documentation_url: documentation,
    ...(errors ? { errors } : {}),
    status: String(fault.status),
  };
}
