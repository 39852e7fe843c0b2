import type { Context, Hono } from 'hono';
import type { Account } from '../accounts.ts';

/** What every request carries once its token is known. */
export interface ApiEnv {
  Variables: { account: Account };
}

export type ApiApp = Hono<ApiEnv>;
export type ApiContext = Context<ApiEnv>;
