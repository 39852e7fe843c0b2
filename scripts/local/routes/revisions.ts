import type { Local } from '../local.ts';
import { refOf } from '../local.ts';
import { ApiError, notFound } from '../http/api-error.ts';
import { currentOid } from '../store/moves.ts';

/** Commit id of what a client names: a full id, a branch, a reference. 404 when there is none. */
export async function resolveCommit(local: Local, name: string): Promise<string> {
  // A branch is read through its record, so that a move behind the server's back is seen at once.
  const branch = name.replace(/^refs\/heads\/|^heads\//, '');
  if (!/^[0-9a-f]{40}$/.test(name)) await currentOid(local, refOf(branch === 'HEAD' ? 'main' : branch));
  const oid = await local.repository.commitOid(name);
  if (!oid) throw notFound();
  return oid;
}

/** Branch of `owner:branch` or `branch`. */
export function branchOfLabel(local: Local, label: string): string {
  const colon = label.indexOf(':');
  if (colon < 0) return label;
  if (label.slice(0, colon) !== local.owner)
    throw new ApiError(
      422,
      `Validation Failed: ${label.slice(0, 200)} belongs to a fork, and the local server has none.`,
    );
  return label.slice(colon + 1);
}

/** The number in an address, or 404. */
export function numberOf(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw notFound();
  return Number(text);
}
