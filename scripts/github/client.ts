import { Octokit } from 'octokit';
import type { Client } from './read/client.ts';

/** Pinned: a later one leaves out fields that are read here, and octokit names none. */
export const apiVersion = '2022-11-28';

export interface ClientOptions {
  /** `https://api.github.com`, or the local server's `http://localhost:4321/api/v3`. */
  readonly baseUrl: string;
  readonly token: string;
  /** Whether to keep GitHub's pace (one write a second); the local server has no limits. */
  readonly isPaced: boolean;
  /** Base of the waits before a failed request is sent again, in ms. Default 1000. */
  readonly retryAfter?: number;
}

/** Whether to wait out a rate limit: twice, and not for long; a later look begins anew. */
function mayWait(seconds: number, _options: unknown, _octokit: unknown, count: number): boolean {
  return seconds <= 60 && count < 2;
}

/**
 * The app's client: octokit with the API's version pinned (octokit sends none), and without its retry of 405 and
 * 409, which are answers that we must see.
 */
export function createClient({ baseUrl, token, isPaced, retryAfter = 1000 }: ClientOptions): Client {
  const octokit = new Octokit({
    auth: token,
    baseUrl,
    userAgent: 'paraf',
    retry: {
      doNotRetry: [400, 401, 403, 404, 405, 409, 410, 422, 451],
      retryAfterBaseValue: retryAfter,
    },
    throttle: isPaced
      ? {
          onRateLimit: mayWait,
          onSecondaryRateLimit: mayWait,
        }
      : { enabled: false },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  octokit.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = apiVersion;
  });
  return {
    graphql: (query, variables) => octokit.graphql(query, variables),
    request: (route, parameters) => octokit.request(route, parameters),
  };
}
