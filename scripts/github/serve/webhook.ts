import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { plain } from '../../core/text.ts';
import type { Repository } from '../read/client.ts';
import type { Deliveries } from './deliveries.ts';
import { isSigned } from './signature.ts';
import { workOf, type Work } from './work.ts';

export interface WebhookOptions {
  /** As it is set at the GitHub App. */
  readonly secret: string;
  readonly repository: Repository;
  /** Account of Paraf's app. */
  readonly app: number;
  readonly deliveries: Deliveries;
  /** Begins the work and returns at once: GitHub waits ten seconds for an answer. */
  readonly begin: (work: Work) => void;
  readonly log: (line: string) => void;
}

/** What our events weigh at most is a tenth of it; nobody unsigned may fill the memory. */
const largestBody = 4 * 1024 * 1024;

/** Refusals are told once in this time, with how many there were: whoever floods the address does not fill the log. */
const quietFor = 60_000;

/** `POST /webhook`: takes GitHub's deliveries, each once, and only those that GitHub signed with our secret. */
export function webhookRoutes(options: WebhookOptions): Hono {
  const { secret, repository, app, deliveries, begin, log } = options;
  const routes = new Hono();
  let refused = 0;
  let toldAt = -Infinity;
  const tell = (why: string) => {
    refused += 1;
    if (performance.now() - toldAt < quietFor) return;
    log(`Kiriman webhook ditolak: ${why} (${refused} sejak catatan terakhir).`);
    toldAt = performance.now();
    refused = 0;
  };

  routes.use(
    '/webhook',
    bodyLimit({
      maxSize: largestBody,
      onError: (c) => {
        tell('terlalu besar');
        return c.text('Kiriman terlalu besar. Batasnya 4 MB.', 413);
      },
    }),
  );
  routes.post('/webhook', async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    // Before anything else of it is read.
    if (!isSigned(body, c.req.header('X-Hub-Signature-256'), secret)) {
      tell('tanda tangannya tidak cocok');
      return c.text(
        'Tanda tangan X-Hub-Signature-256 tidak ada atau tidak cocok. Samakan rahasia webhook di GitHub App dengan PARAF_WEBHOOK_SECRET.',
        401,
      );
    }
    const id = c.req.header('X-GitHub-Delivery') ?? '';
    const event = c.req.header('X-GitHub-Event') ?? '';
    if (!/^[0-9A-Za-z-]{1,64}$/.test(id) || !/^[a-z0-9_]{1,64}$/.test(event)) {
      tell('tanpa nama peristiwa atau nomor kiriman');
      return c.text('Tajuk X-GitHub-Delivery atau X-GitHub-Event tidak ada atau tidak terbaca.', 400);
    }
    const payload = read(body);
    if (payload === undefined) {
      tell('isinya bukan JSON');
      return c.text('Isi bukan JSON. Pilih jenis isi application/json di pengaturan webhook.', 400);
    }
    if (!take(id)) return c.text('Kiriman ini sudah diterima.', 202);
    const work = workOf(event, payload, repository, app);
    for (const one of work) begin(one);
    return c.text(work.length === 0 ? 'Diterima; tidak ada yang perlu dilihat.' : 'Diterima.', 202);
  });
  routes.all('/webhook', (c) =>
    c.text('Alamat ini hanya menerima POST dari GitHub.', 405, { Allow: 'POST' }),
  );

  /** A full disk must not keep us from looking: the delivery counts as new. */
  function take(id: string): boolean {
    try {
      return deliveries.take(id);
    } catch (error) {
      log(`Nomor kiriman tidak dapat dicatat: ${plain(error instanceof Error ? error.message : '')}`);
      return true;
    }
  }
  return routes;
}

function read(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    return undefined;
  }
}
