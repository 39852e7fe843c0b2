import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import { formatIssue } from '../core/issue.ts';
import type { LedgerEntry } from '../core/ledger.ts';
import { createClient } from '../github/client.ts';
import { look } from '../github/gate.ts';
import type { Client } from '../github/read/client.ts';
import { openDeliveries } from '../github/serve/deliveries.ts';
import { createPortal, type Portal } from '../github/serve/portal.ts';
import { createService, textOf, type Service } from '../github/serve/service.ts';
import { webhookRoutes } from '../github/serve/webhook.ts';
import { currentSite } from '../publish/deploy.ts';
import { VerifyError } from '../publish/verify.ts';
import { appAccount } from './accounts.ts';
import { repo } from './demo/editor.ts';
import type { LocalServer } from './server.ts';
import { StartFault } from './start-fault.ts';

export interface NewsroomOptions {
  readonly server: LocalServer;
  /** The checkout, for its `node_modules`. */
  readonly checkout: string;
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Ends a build under way: what it would have shown is built at the next start. */
  readonly signal?: AbortSignal | undefined;
}

/** `paraf serve` within the local server: gate, publisher, and the watch over `main`, set off by its webhooks. */
export interface Newsroom {
  /** `/webhook`, to be served beside the API. */
  readonly routes: Hono;
  /** The app's client of the API at an origin. */
  client(origin: string): Client;
  /** One look at a pull request, outside the queue: what it wrote to the ledger, if anything. */
  look(origin: string, pull: number): Promise<LedgerEntry | null>;
  /** Folder of the portal that is shown; null before the first publication. */
  site(): string | null;
  /** Begins to follow deliveries: looks at everything once, publishes, and resolves when the portal stands. */
  open(origin: string): Promise<void>;
  stop(): Promise<void>;
}

/** How long a start waits for the first looks, in ms. */
const patience = 8000;

const sweepEvery = 10 * 60_000;

/** Makes the newsroom of a local server; `open` sets it to work. */
export function createNewsroom({ server, checkout, dataDir, log, signal }: NewsroomOptions): Newsroom {
  const stopping = new AbortController();
  const ended = signal === undefined ? stopping.signal : AbortSignal.any([signal, stopping.signal]);
  const now = () => server.store.now();
  const options = { now, app: appAccount.id };
  const client = (origin: string) =>
    createClient({ baseUrl: `${origin}/api/v3`, token: server.appToken, isPaced: false });
  const logged = (line: string) => {
    if (!ended.aborted) log(line);
  };
  // Server and newsroom live and end together: nobody else needs to know it, and no delivery outlives them.
  const secret = randomBytes(32).toString('hex');
  let service: Service | undefined;
  let portal: Portal | undefined;
  let silence: () => void = () => undefined;

  const open = async (origin: string) => {
    const app = client(origin);
    portal = createPortal({
      client: app,
      repository: repo,
      app: appAccount.id,
      repoDir: server.repository,
      sync: async () => undefined,
      dataDir,
      modules: join(checkout, 'node_modules'),
      now,
      site: origin,
      log,
      onTold: (number) => service?.begin({ kind: 'pull', number }),
      signal: ended,
    });
    service = createService({
      ...options,
      client: app,
      repository: repo,
      log: logged,
      onRecorded: () => portal?.publish(),
      onMain: () => void portal?.watch(),
      sweepEvery,
    });
    silence = server.deliverTo(`${origin}/webhook`, secret);
    await service.open();
    // What cannot be looked at now is tried again later; the portal does not wait for it.
    await Promise.race([service.idle(), sleep(patience, undefined, { ref: false })]);
    try {
      await portal.open();
    } catch (error) {
      // Without a portal to go on showing, a failure is the end.
      if (!ended.aborted && currentSite(dataDir) === null)
        throw error instanceof VerifyError ? new StartFault(error.message) : error;
      logged(`Penerbitan gagal, portal lama tetap tampil: ${textOf(error)}`);
    }
    await portal.watch();
  };

  return {
    routes: webhookRoutes({
      secret,
      repository: repo,
      app: appAccount.id,
      deliveries: openDeliveries(null),
      begin: (work) => service?.begin(work),
      log: logged,
    }),
    client,
    open,
    look: async (origin, pull) => {
      const seen = await look(client(origin), repo, pull, options);
      const [issue] = seen.issues;
      if (issue !== undefined) throw new Error(`#${pull}: ${formatIssue(issue)}`);
      return seen.recorded?.entry ?? null;
    },
    site: () => currentSite(dataDir),
    stop: async () => {
      silence();
      stopping.abort();
      await service?.stop();
      await portal?.idle();
    },
  };
}
