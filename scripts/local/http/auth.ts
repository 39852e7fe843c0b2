import { timingSafeEqual } from 'node:crypto';
import type { Account } from '../accounts.ts';
import type { Local } from '../local.ts';
import { ApiError } from './api-error.ts';

/** A demo account's token is no secret: the demo is for one laptop. The app's token is. */
export function tokenOf(account: Account): string {
  return `demo-${account.login}`;
}

/** The account of an `Authorization` header, or 401. */
export function authenticate(local: Local, header: string | undefined): Account {
  if (!header) throw new ApiError(401, 'Requires authentication');
  const token = /^(?:token|bearer) +(\S+)$/i.exec(header)?.[1] ?? '';
  if (sameText(token, local.appToken)) return local.app;
  // The app's tokens end by the world's time, people's by the office's.
  if (local.tokens.accountOf(token, Date.now()) === local.app.id) return local.app;
  const id = local.tokens.accountOf(token, local.clock.now());
  const account = local.accounts.find((one) =>
    token.startsWith('ghu_') ? one.id === id : tokenOf(one) === token,
  );
  if (!account) throw new ApiError(401, 'Bad credentials');
  return account;
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
