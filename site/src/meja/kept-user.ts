import type { User } from './client.ts';

const key = 'paraf-meja-akun';

/**
 * Who is signed in in this tab, as it was last heard: a page that is opened again without a connection then still
 * shows what of theirs waits to be sent. Only the token opens anything.
 */
export function keptUser(storage: Storage): User | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    if (typeof value !== 'object' || value === null || !('id' in value) || !('login' in value)) return null;
    const { id, login } = value;
    return typeof id === 'number' && typeof login === 'string' ? { id, login } : null;
  } catch {
    return null;
  }
}

export function keepUser(storage: Storage, user: User | null): void {
  if (user === null) storage.removeItem(key);
  else storage.setItem(key, JSON.stringify(user));
}
