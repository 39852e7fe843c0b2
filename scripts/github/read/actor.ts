import type { Actor } from './facts.ts';

/** Stands on github.com for every account that was deleted. */
const ghost = 10137;

/** An account as GitHub names it; null for one that is gone, whatever GitHub shows in its place. */
export function actorFrom(
  raw:
    | { readonly id: number | null | undefined; readonly login: string; readonly type: string }
    | null
    | undefined,
): Actor | null {
  if (!raw || typeof raw.id !== 'number' || raw.id === ghost) return null;
  return { id: raw.id, login: raw.login, type: raw.type };
}
