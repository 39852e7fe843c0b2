import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { signInAsApp } from '../app.ts';
import { openDeliveries } from './deliveries.ts';
import { createMirror } from './mirror.ts';
import { createPortal, type Portal, type PortalOptions } from './portal.ts';
import { createService, textOf } from './service.ts';
import type { ServeSettings } from './settings.ts';
import { webhookRoutes } from './webhook.ts';

export interface ServeOptions extends ServeSettings {
  /** Folder of what is kept: delivery numbers, and copy and portals where this machine publishes too. */
  readonly dataDir: string;
  /** Where to publish from, where this machine publishes too. */
  readonly portal: (Pick<PortalOptions, 'modules' | 'pages'> & { readonly source: string | null }) | null;
  readonly now: () => string;
  readonly log: (line: string) => void;
}

export interface Served {
  readonly address: string;
  /** Takes no more requests, ends what runs, and resolves. */
  stop(): Promise<void>;
}

/** Starts `paraf serve`; resolves once it takes deliveries. Rejects where app, repository or port cannot be had. */
export async function startServing(options: ServeOptions): Promise<Served> {
  const { repository, dataDir, now, log } = options;
  const stopping = new AbortController();
  const app = await signInAsApp(options);
  let portal: Portal | null = null;
  const service = createService({
    client: app.client,
    repository,
    app: app.account,
    now,
    log,
    onRecorded: () => portal?.publish(),
    onMain: () => void portal?.watch(),
    sweepEvery: options.sweepEvery,
  });
  if (options.portal !== null) {
    const repoDir = join(dataDir, 'salinan.git');
    const source = options.portal.source ?? (await cloneAddress());
    portal = createPortal({
      client: app.client,
      repository,
      app: app.account,
      repoDir,
      sync: createMirror({
        repoDir,
        source,
        token: () => (existsSync(source) ? Promise.resolve(null) : app.token()),
      }),
      dataDir,
      ...options.portal,
      now,
      log,
      onTold: (number) => service.begin({ kind: 'pull', number }),
      signal: stopping.signal,
    });
  }
  async function cloneAddress(): Promise<string> {
    const { data } = await app.client.request('GET /repos/{owner}/{repo}', { ...repository });
    return (data as { clone_url: string }).clone_url;
  }

  const routes = new Hono();
  routes.route(
    '/',
    webhookRoutes({
      secret: options.webhookSecret,
      repository,
      app: app.account,
      deliveries: openDeliveries(join(dataDir, 'kiriman.txt')),
      begin: (work) => service.begin(work),
      log,
    }),
  );
  routes.get('/paraf/health', (c) => {
    const { isWell, sweptAt } = service.state();
    const ready = isWell && !stopping.signal.aborted;
    return c.json({ ready, sapuanTerakhir: sweptAt }, ready ? 200 : 503);
  });
  routes.all('*', (c) => c.text('Tidak ada apa-apa di alamat ini.', 404));

  const http = serve({ fetch: routes.fetch, port: options.port, hostname: options.host });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.once('listening', resolve);
  });
  // The first sweep is not waited for: while GitHub is away, deliveries are taken all the same.
  service.open().catch((error: unknown) => log(`Sapuan gagal, dicoba lagi nanti: ${textOf(error)}`));
  portal?.publish();
  const { port } = http.address() as AddressInfo;
  return {
    address: `http://${options.host}:${port}`,
    async stop() {
      stopping.abort();
      await Promise.all([closeHttp(http), service.stop()]);
      await portal?.idle();
    },
  };
}

/** Answers what was asked; whoever stays connected longer is cut off. */
async function closeHttp(http: ServerType): Promise<void> {
  const cut = setTimeout(() => 'closeAllConnections' in http && http.closeAllConnections(), 3000);
  await new Promise((resolve) => http.close(resolve));
  clearTimeout(cut);
}
