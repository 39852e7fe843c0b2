import { createHmac, randomUUID } from 'node:crypto';
import type { Change, Local } from './local.ts';
import { addressesAt } from './shape/addresses.ts';
import { payloadOf } from './shape/webhooks.ts';

/** Where deliveries go. */
export interface HookOptions {
  readonly address: string;
  readonly secret: string;
  /** This server's own origin, for the addresses within a payload. */
  readonly origin: string;
}

export interface Hook {
  /** Sends a delivery, soon. */
  deliver(change: Change): void;
  /** Ends what is under way, and sends no more. */
  close(): void;
}

/** GitHub waits ten seconds for an answer, and never tries again by itself. */
const patience = 10_000;

/**
 * A webhook as GitHub's: a signed POST for everything that happens, in no certain order. One that does not arrive is
 * lost: whoever listens must look by itself from time to time.
 */
export function openHook(local: Local, { address, secret, origin }: HookOptions): Hook {
  const closing = new AbortController();
  const at = addressesAt(origin, local);

  const send = async (change: Change) => {
    const payload = await payloadOf(local, at, change);
    if (payload === null) return;
    const body = JSON.stringify(payload);
    const mac = (algorithm: string) => createHmac(algorithm, secret).update(body).digest('hex');
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'GitHub-Hookshot/paraf',
        'X-GitHub-Delivery': randomUUID(),
        'X-GitHub-Event': change.event,
        'X-GitHub-Hook-ID': '1',
        'X-GitHub-Hook-Installation-Target-ID': String(local.app.id),
        'X-GitHub-Hook-Installation-Target-Type': 'integration',
        'X-Hub-Signature': `sha1=${mac('sha1')}`,
        'X-Hub-Signature-256': `sha256=${mac('sha256')}`,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.any([closing.signal, AbortSignal.timeout(patience)]),
    });
    await response.body?.cancel();
    if (!response.ok)
      console.error(`Kiriman webhook ${change.event} ditolak ${new URL(address).host} (${response.status}).`);
  };

  return {
    deliver(change) {
      if (closing.signal.aborted) return;
      send(change).catch((fault: unknown) => {
        if (closing.signal.aborted) return;
        const why =
          fault instanceof Error ? ((fault.cause as Error | undefined)?.message ?? fault.message) : '';
        console.error(`Kiriman webhook ${change.event} tidak sampai ke ${new URL(address).host}: ${why}`);
      });
    },
    close: () => closing.abort(),
  };
}
