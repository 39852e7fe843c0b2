import { Octokit } from '@octokit/core';
import { throttling } from '@octokit/plugin-throttling';
import { statusOf, type Client } from '../../../scripts/github/read/client.ts';
import type { Desk } from './config.ts';

const Paced = Octokit.plugin(throttling);

/** Waits out a rate limit once, and not for long: a person is looking. */
function mayWait(seconds: number, _options: unknown, _octokit: unknown, count: number): boolean {
  return seconds <= 10 && count < 1;
}

/**
 * GitHub's API as a person: the same client interface as the gate's, over a small octokit that runs in browsers.
 *
 * @param token asked for at each request: it is renewed now and then
 */
export function createDeskClient(desk: Desk, token: () => string): Client {
  const octokit = new Paced({
    baseUrl: desk.apiRoot,
    userAgent: 'paraf-meja',
    throttle: desk.isPaced ? { onRateLimit: mayWait, onSecondaryRateLimit: mayWait } : { enabled: false },
    // Browsers would answer from their own cache for a minute; whoever signs must see what stands there now.
    request: { fetch: (url: string, options: RequestInit) => fetch(url, { ...options, cache: 'no-store' }) },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  octokit.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = '2022-11-28';
    options.headers.authorization = `token ${token()}`;
  });
  return {
    graphql: (query, variables) => octokit.graphql(query, variables),
    request: (route, parameters) => octokit.request(route, parameters),
  };
}

/** A file of the repository as it stands now, or null if it is the one that was read before. */
export interface FileRead {
  readonly text: string;
  readonly etag: string | null;
}

/**
 * Reads a text file of a branch; costs nothing of GitHub's allowance while it is the same.
 *
 * @param etag of the last read
 * @returns null where nothing changed; an absent file is empty text
 */
export async function readIfChanged(
  client: Client,
  desk: Desk,
  branch: string,
  path: string,
  etag: string | null,
): Promise<FileRead | null> {
  try {
    const { data, headers } = await client.request('GET /repos/{owner}/{repo}/contents/{path}', {
      owner: desk.owner,
      repo: desk.repo,
      path,
      ref: `refs/heads/${branch}`,
      mediaType: { format: 'raw' },
      ...(etag === null ? {} : { headers: { 'if-none-match': etag } }),
    });
    const tag = headers['etag'];
    return { text: textOf(data), etag: typeof tag === 'string' ? tag : null };
  } catch (error) {
    const status = statusOf(error);
    if (status === 304) return null;
    if (status === 404) return { text: '', etag: null };
    throw error;
  }
}

function textOf(data: unknown): string {
  if (typeof data === 'string') return data;
  return data instanceof ArrayBuffer ? new TextDecoder().decode(data) : JSON.stringify(data);
}

/** Who a token belongs to. */
export interface User {
  readonly id: number;
  readonly login: string;
}

export async function readUser(client: Client): Promise<User> {
  const { data } = await client.request('GET /user', {});
  const { id, login } = data as User;
  return { id, login };
}

/** Whether nothing was heard from the server. Octokit gives such a failure the status 500, but no response. */
export function isUnreachable(error: unknown): boolean {
  const { response } = (error ?? {}) as { response?: unknown };
  return response === undefined && [undefined, 500].includes(statusOf(error));
}

/** GraphQL answers 200 whatever happened, and says in the answer what did. */
function graphqlStatus(error: unknown): number {
  const { errors } = (error ?? {}) as { errors?: readonly { type?: string }[] };
  const [first] = errors ?? [];
  return first?.type === 'NOT_FOUND' || first?.type === 'FORBIDDEN' ? 404 : 422;
}

/** What went wrong, for a person: what happened, why, what to do. */
export function faultWords(error: unknown): string {
  const status = isUnreachable(error) ? undefined : (statusOf(error) ?? graphqlStatus(error));
  switch (status) {
    case undefined:
      return 'Server tidak terjangkau. Periksa sambungan internet, lalu coba lagi.';
    case 401:
      return 'Masa masuk Anda sudah berakhir. Masuk lagi; yang sedang Anda lihat tidak hilang.';
    case 403:
    case 404:
      return 'Akun ini tidak boleh membukanya, atau butirnya sudah tidak ada. Minta hak akses kepada pengelola sistem.';
    case 429:
      return 'GitHub meminta jeda sebentar. Coba lagi satu menit lagi.';
    default:
      return status >= 500
        ? `GitHub sedang bermasalah (${status}). Coba lagi sebentar lagi.`
        : `GitHub menolak (${status}): ${error instanceof Error ? error.message.slice(0, 200) : ''}`;
  }
}
