import type { Context, Hono } from 'hono';
import type { Account } from '../accounts.ts';
import type { Caller } from './auth.ts';

/** What every request carries once its token is known. */
export interface ApiEnv {
  Variables: { account: Account; as: Caller['as'] };
}

export type ApiApp = Hono<ApiEnv>;
export type ApiContext = Context<ApiEnv>;
