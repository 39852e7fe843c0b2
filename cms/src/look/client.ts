import type { Client } from '../../../scripts/github/read/client.ts';

/** An answer that is none: with the status by which the reader tells what it means. */
class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * The few reads that the panel makes, with the token that Decap holds. Decap brings its own GitHub client, which
 * writes as well and speaks no GraphQL; octokit would be a second one.
 */
export function readingClient(apiRoot: string, token: string): Client {
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/vnd.github+json',
    'content-type': 'application/json',
  };
  const call = async (address: string, init: RequestInit) => {
    const response = await fetch(address, { ...init, headers, cache: 'no-store' });
    const data: unknown = await response.json().catch(() => null);
    if (!response.ok) throw new Refused(response.status, `${response.status} ${address}`);
    return { status: response.status, data, headers: Object.fromEntries(response.headers) };
  };
  return {
    async graphql(query, variables) {
      const body = JSON.stringify({ query, variables });
      const { data } = await call(graphqlAddress(apiRoot), { method: 'POST', body });
      const { data: answer, errors } = data as { data?: unknown; errors?: readonly { message: string }[] };
      if (errors !== undefined && errors.length > 0)
        throw new Error(errors.map(({ message }) => message).join('; '));
      return answer;
    },
    request(route, parameters) {
      const { path, rest } = filledIn(route.replace(/^GET /, ''), parameters);
      const query = new URLSearchParams(rest).toString();
      return call(`${apiRoot}${path}${query === '' ? '' : `?${query}`}`, { method: 'GET' });
    },
  };
}

/** `https://api.github.com` → `…/graphql`; GitHub Enterprise and ours keep it beside `/api/v3`, under `/api`. */
function graphqlAddress(apiRoot: string): string {
  return `${apiRoot.replace(/\/v3$/, '')}/graphql`;
}

/** Puts parameters into a route's `{…}`; the others are for the query. */
function filledIn(
  route: string,
  parameters: Readonly<Record<string, unknown>>,
): { path: string; rest: Record<string, string> } {
  const rest = { ...parameters };
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return {
    path,
    rest: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
  };
}
