import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isLoopback } from '../http/protocol.ts';
import type { Clock } from '../clock.ts';
import type { Tokens } from '../store/tokens.ts';

/**
 * The demo's app as sign-in servers know it. No secrets: as every account of the demo, they are for one laptop, and
 * codes go to this machine alone.
 */
export const demoClient = { id: 'Iv23liContohParaf', secret: 'contoh-bukan-rahasia' } as const;

/** As GitHub's: a code is good for ten minutes, a person's token for eight hours, and to renew it for six months. */
const codeFor = 600_000;
const tokenFor = 28_800;
const renewalFor = 15_897_600;

/** What a sign-in server asks the person's browser to bring. */
export interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly state: string | null;
  readonly challenge: string | null;
}

interface Code extends AuthorizeRequest {
  readonly account: number;
  readonly until: number;
}

/** What the token address answers: always 200, with an `error` where it refuses. */
export type Answer = Readonly<Record<string, string | number>>;

const refuse = (error: string, error_description: string): Answer => ({ error, error_description });

/** GitHub's web flow for the one app of the demo. */
export class OAuthApp {
  readonly #given: Tokens;
  readonly #clock: Clock;
  readonly #codes = new Map<string, Code>();
  /** Token that a renewal belongs to: renewing ends both. */
  readonly #pairs = new Map<string, string>();

  constructor(tokens: Tokens, clock: Clock) {
    this.#given = tokens;
    this.#clock = clock;
  }

  /** Reads the parameters of the authorize page; a string says why they are refused, as GitHub's page would. */
  read(query: URLSearchParams): AuthorizeRequest | string {
    if (query.get('client_id') !== demoClient.id) return 'Aplikasi dengan client_id itu tidak ada di sini.';
    const redirectUri = query.get('redirect_uri') ?? '';
    if (!URL.canParse(redirectUri) || !isLoopback(new URL(redirectUri).hostname))
      return 'redirect_uri tidak terdaftar pada aplikasi contoh: hanya alamat di komputer ini.';
    const challenge = query.get('code_challenge');
    if (challenge !== null && query.get('code_challenge_method') !== 'S256')
      return 'code_challenge_method harus S256.';
    return { redirectUri, state: query.get('state'), challenge };
  }

  /** The address to which the browser brings the code of an account that agreed. */
  grant({ redirectUri, state, challenge }: AuthorizeRequest, account: number): string {
    const code = randomBytes(10).toString('hex');
    const until = this.#clock.now() + codeFor;
    this.#codes.set(code, { redirectUri, state, challenge, account, until });
    const address = new URL(redirectUri);
    address.searchParams.set('code', code);
    if (state !== null) address.searchParams.set('state', state);
    return address.href;
  }

  /** `POST /login/oauth/access_token`. */
  exchange(fields: URLSearchParams): Answer {
    if (!this.isClient(fields.get('client_id'), fields.get('client_secret')))
      return refuse(
        'incorrect_client_credentials',
        'The client_id and/or client_secret passed are incorrect.',
      );
    if (fields.get('grant_type') === 'refresh_token') return this.#renew(fields.get('refresh_token') ?? '');
    const code = fields.get('code') ?? '';
    const found = this.#codes.get(code);
    // Used up by asking, whatever comes of it.
    this.#codes.delete(code);
    const isGood =
      found !== undefined &&
      found.until > this.#clock.now() &&
      (found.challenge === null || found.challenge === challengeOf(fields.get('code_verifier') ?? ''));
    if (!isGood) return refuse('bad_verification_code', 'The code passed is incorrect or expired.');
    if (fields.has('redirect_uri') && fields.get('redirect_uri') !== found.redirectUri)
      return refuse(
        'redirect_uri_mismatch',
        'The redirect_uri MUST match the registered callback URL for this application.',
      );
    return this.#tokens(found.account);
  }

  /** Ends a person's token, and the renewal that goes with it. False where it was none. */
  revoke(token: string): boolean {
    for (const [renewal, mine] of this.#pairs)
      if (mine === token) {
        this.#pairs.delete(renewal);
        this.#given.end(renewal);
      }
    return token.startsWith('ghu_') && this.#given.end(token);
  }

  isClient(id: string | null, secret: string | null): boolean {
    const [given, right] = [Buffer.from(secret ?? ''), Buffer.from(demoClient.secret)];
    return id === demoClient.id && given.length === right.length && timingSafeEqual(given, right);
  }

  #renew(renewal: string): Answer {
    const account = renewal.startsWith('ghr_')
      ? this.#given.accountOf(renewal, this.#clock.now())
      : undefined;
    if (account === undefined)
      return refuse('bad_refresh_token', 'The refresh token passed is incorrect or expired.');
    this.revoke(this.#pairs.get(renewal) ?? '');
    this.#given.end(renewal);
    return this.#tokens(account);
  }

  #tokens(account: number): Answer {
    const now = this.#clock.now();
    const access_token = this.#given.give('ghu_', account, now + tokenFor * 1000);
    const refresh_token = this.#given.give('ghr_', account, now + renewalFor * 1000);
    this.#pairs.set(refresh_token, access_token);
    return {
      access_token,
      expires_in: tokenFor,
      refresh_token,
      refresh_token_expires_in: renewalFor,
      scope: '',
      token_type: 'bearer',
    };
  }
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
