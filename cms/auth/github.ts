import type { AuthEnv } from './env.ts';

/** What GitHub gives for a code or a renewal. */
export interface Grant {
  readonly token: string;
  /** Seconds until the token ends; null where the app's tokens do not. */
  readonly seconds: number | null;
  /** Renews the token, once; null where it does not end. */
  readonly refresh: string | null;
}

/** GitHub gives no token. */
export class GrantRefused extends Error {
  /** GitHub's own word for why, such as `bad_verification_code`. */
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

const patience = 10_000;

/** Turns a code into a token; rejects with `GrantRefused`, or where GitHub cannot be reached. */
export function exchangeCode(env: AuthEnv, code: string, verifier: string): Promise<Grant> {
  const redirect_uri = callbackOf(env);
  return ask(env, { code, code_verifier: verifier, redirect_uri });
}

/** Turns a renewal into a new token; the old one and the renewal end by that. */
export function refreshToken(env: AuthEnv, refresh: string): Promise<Grant> {
  return ask(env, { grant_type: 'refresh_token', refresh_token: refresh });
}

/** Ends a token. One that has ended already is as good. */
export async function revokeToken(env: AuthEnv, token: string): Promise<void> {
  const { api, clientId, clientSecret } = env.settings;
  const response = await fetch(`${api}/applications/${encodeURIComponent(clientId)}/token`, {
    method: 'DELETE',
    headers: {
      Accept: 'application/vnd.github+json',
      Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
      'Content-Type': 'application/json',
      'User-Agent': 'paraf',
      'X-GitHub-Api-Version': '2022-11-28',
    },
    body: JSON.stringify({ access_token: token }),
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  });
  await response.body?.cancel();
  if (![204, 404, 422].includes(response.status)) throw new GrantRefused(`status ${response.status}`);
}

/** The one address to which GitHub may send a code. */
export function callbackOf({ settings }: AuthEnv): string {
  return `${settings.self}/callback`;
}

/** Where the person agrees. */
export function authorizeAddress(env: AuthEnv, state: string, challenge: string): string {
  const address = new URL(`${env.settings.server}/login/oauth/authorize`);
  address.search = new URLSearchParams({
    client_id: env.settings.clientId,
    redirect_uri: callbackOf(env),
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }).toString();
  return address.href;
}

async function ask(env: AuthEnv, fields: Readonly<Record<string, string>>): Promise<Grant> {
  const { server, clientId, clientSecret } = env.settings;
  const response = await fetch(`${server}/login/oauth/access_token`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'User-Agent': 'paraf' },
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...fields }),
    // Secrets go to this address and to no other.
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new GrantRefused(`status ${response.status}`);
  }
  const answer = (await response.json()) as Readonly<Record<string, unknown>>;
  const { access_token: token, expires_in: seconds, refresh_token: refresh, error } = answer;
  if (typeof token !== 'string' || !isToken(token))
    throw new GrantRefused(typeof error === 'string' && /^[a-z_]{1,60}$/.test(error) ? error : 'tanpa token');
  return {
    token,
    seconds: typeof seconds === 'number' ? seconds : null,
    refresh: typeof refresh === 'string' && isToken(refresh) ? refresh : null,
  };
}

/** Whether a text can be one of GitHub's tokens. */
export function isToken(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9_]{1,255}$/.test(text);
}
