import { timingSafeEqual } from 'node:crypto';
import { appNumber, type Account } from '../accounts.ts';
import { isSignedByApp } from '../app/jwt.ts';
import type { Permissions } from '../app/permissions.ts';
import type { Local } from '../local.ts';
import { ApiError } from './api-error.ts';

/** Whose request it is, and what limits it besides the account's own rights. */
export interface Caller {
  readonly account: Account;
  /** `jwt`: the app itself, which may only ask for tokens; permissions: a token of an installation. */
  readonly as: 'account' | 'jwt' | Permissions;
}

/** A demo account's token is no secret: the demo is for one laptop. The app's token is. */
export function tokenOf(account: Account): string {
  return `demo-${account.login}`;
}

/** Whose `Authorization` header it is, or 401. */
export function authenticate(local: Local, header: string | undefined): Caller {
  if (!header) throw new ApiError(401, 'Requires authentication');
  const token = /^(?:token|bearer) +(\S+)$/i.exec(header)?.[1] ?? '';
  if (sameText(token, local.appToken)) return { account: local.app, as: 'account' };
  // What renews a token opens nothing.
  const person = token.startsWith('ghu_') ? local.tokens.accountOf(token, local.clock.now()) : undefined;
  const account = local.accounts.find((one) => one.id === person || tokenOf(one) === token);
  if (account !== undefined) return { account, as: 'account' };
  const permissions = local.installationTokens.find(token);
  if (permissions !== null) return { account: local.app, as: permissions };
  if (isSignedByApp(token, local.appKey.open(), appNumber, Math.floor(Date.now() / 1000)))
    return { account: local.app, as: 'jwt' };
  throw new ApiError(401, 'Bad credentials');
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
