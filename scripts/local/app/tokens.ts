import { createHash, randomBytes } from 'node:crypto';
import { timestamp } from '../clock.ts';
import type { Permissions } from './permissions.ts';

const lifetime = 3_600_000;

/** The app's tokens of an hour, as GitHub gives them for an installation. They end with the process. */
export class InstallationTokens {
  /** By hash: what is kept is no token. */
  readonly #given = new Map<string, { readonly permissions: Permissions; readonly until: number }>();

  make(permissions: Permissions): { readonly token: string; readonly expiresAt: string } {
    const now = Date.now();
    for (const [key, { until }] of this.#given) if (until <= now) this.#given.delete(key);
    const token = `ghs_${randomBytes(24).toString('base64url')}`;
    this.#given.set(hashOf(token), { permissions, until: now + lifetime });
    return { token, expiresAt: timestamp(now + lifetime) };
  }

  /** What a token may do; null where it is none, or too old. */
  find(token: string): Permissions | null {
    const found = this.#given.get(hashOf(token));
    return found !== undefined && found.until > Date.now() ? found.permissions : null;
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
