import { App } from 'octokit';
import { octokitFor } from './client.ts';
import type { Repository } from './read/client.ts';

/** Who signs in, and where. */
export interface AppSignIn {
  /** `https://api.github.com`, or the local server's `http://localhost:4321/api/v3`. */
  readonly baseUrl: string;
  /** Number of the app (or its client id). */
  readonly appId: string;
  /** Its private key, PEM. */
  readonly privateKey: string;
  readonly repository: Repository;
  /** What the token may do: less than the app, and in this repository alone. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
}

/** A token of the app for an hour. */
export interface AppToken {
  readonly token: string;
  /** Account under which the app acts: another number than the app's own. */
  readonly account: number;
  /** How far the server's clock is from this machine's, in ms: positions speak of the server's time. */
  readonly offset: number;
}

/** What looking, merging (changes of the workflows too), recording and telling need. */
export const gatePermissions = {
  checks: 'write',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  pull_requests: 'write',
  workflows: 'write',
} as const;

/**
 * Signs in as the app: its signature (JWT) finds the installation, which gives a token for this repository, narrowed
 * to the permissions asked for. Three calls, whatever follows.
 */
export async function signInAsApp(options: AppSignIn): Promise<AppToken> {
  const { baseUrl, appId, privateKey, repository, permissions } = options;
  // Three calls need no pace.
  const Client = octokitFor({ baseUrl, isPaced: false });
  const app = new App({ appId, privateKey, Octokit: Client });
  const installation = await app.octokit.request('GET /repos/{owner}/{repo}/installation', { ...repository });
  const offset = clockOffset(installation.headers.date);
  const { token } = (await app.octokit.auth({
    type: 'installation',
    installationId: installation.data.id,
    repositoryNames: [repository.repo],
    permissions,
  })) as { token: string };
  const { data } = await new Client({ auth: token }).request('GET /users/{username}', {
    username: `${installation.data.app_slug}[bot]`,
  });
  return { token, account: Number(data.id), offset };
}

/** Answers carry the server's time to the second; a server that says none has ours. */
function clockOffset(date: string | undefined): number {
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? 0 : at - Date.now();
}
