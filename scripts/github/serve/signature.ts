import { createHmac, timingSafeEqual } from 'node:crypto';

const prefix = 'sha256=';

/**
 * Whether GitHub's `X-Hub-Signature-256` is that of these bytes. Nothing else is taken for a signature: no other
 * algorithm, no other writing of the number.
 *
 * @param body as it was received; parsed and written again it would be other bytes
 */
export function isSigned(body: Uint8Array, header: string | undefined, secret: string): boolean {
  if (header === undefined || !/^sha256=[0-9a-f]{64}$/.test(header)) return false;
  const expected = createHmac('sha256', secret).update(body).digest();
  return timingSafeEqual(Buffer.from(header.slice(prefix.length), 'hex'), expected);
}
