import { Octokit } from 'octokit';
import type { Client } from './read/client.ts';

/** Pinned: a later one leaves out fields that are read here, and octokit names none. */
const apiVersion = '2022-11-28';

export interface ServerOptions {
  /** `https://api.github.com`, or the local server's `http://localhost:4321/api/v3`. */
  readonly baseUrl: string;
  /** Whether to keep GitHub's pace (one write a second); the local server has no limits. */
  readonly isPaced: boolean;
  /** Base of the waits before a failed request is sent again, in ms. Default 1000. */
  readonly retryAfter?: number;
  /** How long an answer is waited for, to its last byte, in ms. Default 30,000. */
  readonly patience?: number;
}

export interface ClientOptions extends ServerOptions {
  readonly token: string;
}

/** Whether to wait out a rate limit: twice, and not for long; a later look begins anew. */
function mayWait(seconds: number, _options: unknown, _octokit: unknown, count: number): boolean {
  return seconds <= 60 && count < 2;
}

/**
 * A fetch that gives up: an answer that never comes would hold the one queue of looks for good. What is given up counts
 * as a fault of the server, and is sent again like one.
 */
function fetchWithin(patience: number): typeof fetch {
  return async (input, init) => {
    const timeout = AbortSignal.timeout(patience);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    try {
      const answer = await fetch(input, { ...init, signal });
      const body = await answer.arrayBuffer();
      return new Response(body.byteLength === 0 ? null : body, answer);
    } catch (error) {
      if (!timeout.aborted) throw error;
      const { host } = new URL(input instanceof Request ? input.url : input);
      throw new Error(`${host} tidak menjawab dalam ${patience / 1000} detik.`, { cause: error });
    }
  };
}

/** The API's version on every request: octokit sends none. */
function pinned(octokit: { readonly hook: Octokit['hook'] }): void {
  octokit.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = apiVersion;
  });
}

/**
 * An octokit that knows the server, with the API's version pinned and without its retry of 405 and 409, which are
 * answers that we must see.
 */
export function octokitFor({
  baseUrl,
  isPaced,
  retryAfter = 1000,
  patience = 30_000,
}: ServerOptions): typeof Octokit {
  return Octokit.plugin(pinned).defaults({
    baseUrl,
    userAgent: 'paraf',
    request: { fetch: fetchWithin(patience) },
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
  }) as typeof Octokit;
}

/** What reader and applier use of an octokit. */
export function clientOf(octokit: Octokit): Client {
  return {
    graphql: (query, variables) => octokit.graphql(query, variables),
    request: (route, parameters) => octokit.request(route, parameters),
  };
}

/** A client with a token that is there already. */
export function createClient({ token, ...server }: ClientOptions): Client {
  return clientOf(new (octokitFor(server))({ auth: token }));
}
