import { createServer } from 'node:net';
import { join } from 'node:path';
import { adminPolicy, buildCms } from '../../cms/build.ts';
import { searchDir } from '../publish/search/follow.ts';
import { adminRoutes } from './admin.ts';
import { makeOffice } from './demo/first-start.ts';
import { lockFolder } from './lock.ts';
import { mejaRoutes } from './meja.ts';
import { createNewsroom, type Newsroom } from './newsroom.ts';
import { createLocalServer, type LocalServer } from './server.ts';
import { StartFault } from './start-fault.ts';
import { below, portalRoutes } from './portal.ts';
import { staticSite } from './static.ts';
import { mejaPolicy } from '../../site/src/meja/policy.ts';

export interface StartOptions {
  /** The checkout: its program, and on the first start its tracked files. */
  readonly checkout: string;
  readonly dataDir: string;
  readonly port: number;
  /** When the demo's clock starts, in ms; absent: where it stood, or the demo's own Monday. */
  readonly startAt: number | undefined;
  readonly log: (line: string) => void;
  /** Ends a build under way, so that stopping is quick. */
  readonly signal?: AbortSignal | undefined;
}

export interface Started {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts everything that `npm start` promises (design, section 6), and resolves when it is ready. */
export async function start(options: StartOptions): Promise<Started> {
  const { checkout, dataDir, log, signal } = options;
  const unlock = await lockFolder(dataDir);
  let ready = false;
  let server: LocalServer | undefined;
  let newsroom: Newsroom | undefined;
  const stop = async () => {
    ready = false;
    await newsroom?.stop();
    await server?.close();
    unlock();
  };
  try {
    // Asked first: nobody waits for an office that then cannot be reached.
    await requireFree(options.port);
    await makeOffice(options);
    server = await createLocalServer({ dataDir, startAt: options.startAt, ready: () => ready });
    newsroom = createNewsroom({ server, checkout, dataDir, log, signal });
    const admin = join(dataDir, 'admin');
    await buildCms({ outDir: admin });
    mount(server, admin, newsroom, dataDir);
    const origin = await server.listen(options.port).catch(explainListen(options.port));
    await newsroom.open(origin);
    ready = true;
    return { origin, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Portal, review desk and Decap beside the API. */
export function mount(
  server: LocalServer,
  admin: string,
  newsroom: Pick<Newsroom, 'routes' | 'site'>,
  dataDir: string,
): void {
  const { app } = server;
  app.get('/admin', (context) => context.redirect('/admin/', 301));
  app.route('/', adminRoutes(server.store));
  const cms = staticSite(() => admin, adminPolicy());
  app.get('/admin/*', (context) => cms.fetch(below(context.req.raw, '/admin')));
  app.route('/', newsroom.routes);
  app.get('/meja', (context) => context.redirect('/meja/', 301));
  app.route('/', mejaRoutes(server.store));
  const desk = staticSite(newsroom.site, `${mejaPolicy()}; frame-ancestors 'none'`);
  app.get('/meja/*', (context) => desk.fetch(context.req.raw));
  app.route('/', portalRoutes(newsroom.site, searchDir(dataDir)));
}

/** Takes the port for a moment. */
async function requireFree(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  }).catch(explainListen(port));
}

/** A port that cannot be had, in words. */
function explainListen(port: number): (error: NodeJS.ErrnoException) => never {
  const other = port < 65_535 ? port + 1 : port - 1;
  return (error) => {
    if (error.code === 'EADDRINUSE')
      throw new StartFault(
        `Port ${port} sedang dipakai program lain, mungkin Paraf yang masih berjalan. ` +
          `Hentikan program itu, atau pilih port lain: PORT=${other} npm start.`,
      );
    if (error.code === 'EACCES')
      throw new StartFault(
        `Port ${port} tidak boleh dipakai oleh akun ini; nomor di bawah 1024 biasanya milik sistem. ` +
          'Pilih port lain: PORT=4321 npm start.',
      );
    throw error;
  };
}
