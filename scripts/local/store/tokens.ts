import { randomBytes } from 'node:crypto';

interface Grant {
  readonly account: number;
  /** When it ends, in ms of the clock it is asked by. */
  readonly until: number;
}

/** People's tokens that this server gave out, and will know until it stops. */
export class Tokens {
  readonly #grants = new Map<string, Grant>();

  /**
   * Gives a token.
   *
   * @param prefix GitHub's sign of its kind: `ghu_` a person's by way of the app, `ghr_` to renew it
   */
  give(prefix: 'ghu_' | 'ghr_', account: number, until: number): string {
    const token = `${prefix}${randomBytes(24).toString('hex')}`;
    this.#grants.set(token, { account, until });
    return token;
  }

  /** Whose it is; undefined where it is none, or its time is over. */
  accountOf(token: string, now: number): number | undefined {
    const grant = this.#grants.get(token);
    return grant !== undefined && grant.until > now ? grant.account : undefined;
  }

  /** Ends a token. False where it was none. */
  end(token: string): boolean {
    return this.#grants.delete(token);
  }
}
