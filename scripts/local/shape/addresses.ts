import type { Context } from 'hono';
import type { Local } from '../local.ts';

/** Where things stand, on the origin that was asked: whoever comes by another name of this machine stays there. */
export interface Addresses {
  readonly api: string;
  readonly repo: string;
  readonly html: string;
}

export function addressesOf(c: Context, local: Local): Addresses {
  return addressesAt(new URL(c.req.url).origin, local);
}

export function addressesAt(origin: string, local: Local): Addresses {
  const path = `${local.owner}/${local.name}`;
  return { api: `${origin}/api/v3`, repo: `${origin}/api/v3/repos/${path}`, html: `${origin}/${path}` };
}

/** An id as GraphQL knows it: opaque to clients. */
export function nodeId(kind: string, id: string | number): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url');
}
