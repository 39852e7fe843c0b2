/** Stands between the local server's webhooks and the service: what was sent can be kept back, repeated or disordered. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Postman {
  readonly address: string;
  /** Everything that was sent, in the order of arrival. */
  readonly deliveries: Delivery[];
  /** Where deliveries go on arrival; null keeps them. */
  route: string | null;
  stop(): Promise<void>;
}

/** Headers that make a delivery one. */
const kept = /^(content-type|user-agent|x-)/;

export async function openPostman(): Promise<Postman> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = Object.entries(request.headers).flatMap(([name, value]) =>
        kept.test(name) && typeof value === 'string' ? [[name, value] as const] : [],
      );
      const delivery = { headers: Object.fromEntries(headers), body: Buffer.concat(chunks).toString() };
      postman.deliveries.push(delivery);
      response.writeHead(202).end();
      if (postman.route !== null) bring(postman.route, delivery).catch(() => undefined);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const postman: Postman = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    deliveries: [],
    route: null,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return postman;
}

/** Brings a delivery to an address: status and text of the answer. */
export async function bring(
  address: string,
  { headers, body }: Delivery,
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(address, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

/** A delivery of a test's own, signed as GitHub would. */
export function signedDelivery(event: string, payload: unknown, id: string, secret: string): Delivery {
  const body = JSON.stringify(payload);
  return {
    body,
    headers: {
      'x-github-event': event,
      'x-github-delivery': id,
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
  };
}
