import type { AuthMemory } from './memory.ts';
import type { AuthSettings } from './settings.ts';

/** What the handler works with: no file, no process, no clock of its own. Runs in Node and in Workers. */
export interface AuthEnv {
  readonly settings: AuthSettings;
  readonly memory: AuthMemory;
  /** Network address of who asks. */
  readonly address: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Tells what happened; never a code, a state, a token or a cookie. */
  log(line: string): void;
}
