import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Octokit } from 'octokit';
import { adminPolicy, buildCms } from '../../cms/build.ts';
import { sampleBerita, sampleCount } from '../example/berita.ts';
import { bootstrap } from '../github/bootstrap.ts';
import { adminRoutes } from './admin.ts';
import { demoStart } from './clock.ts';
import { repo } from './demo/editor.ts';
import { importTree } from './demo/import.ts';
import { seedItems, seedLead } from './demo/seed.ts';
import { lockFolder } from './lock.ts';
import { createNewsroom, type Newsroom } from './newsroom.ts';
import { createLocalServer, type LocalServer } from './server.ts';
import { StartFault } from './start-fault.ts';
import { portalPolicy, staticSite } from './static.ts';

export interface StartOptions {
  /** The checkout: its program, and on the first start its tracked files. */
  readonly checkout: string;
  readonly dataDir: string;
  readonly port: number;
  /** When the demo's clock starts, in ms; absent: where it stood, or the demo's own Monday. */
  readonly startAt: number | undefined;
  readonly log: (line: string) => void;
}

export interface Started {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts everything that `npm start` promises (design, section 6), and resolves when it is ready. */
export async function start(options: StartOptions): Promise<Started> {
  const { dataDir, log } = options;
  mkdirSync(dataDir, { recursive: true });
  const unlock = lockFolder(dataDir);
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
    if (!existsSync(join(dataDir, 'portal.git'))) await seed(options);
    server = await createLocalServer({ dataDir, startAt: options.startAt, ready: () => ready });
    newsroom = createNewsroom({ server, checkout: options.checkout, dataDir, log });
    const admin = join(dataDir, 'admin');
    await buildCms({ outDir: admin });
    mount(server, admin, newsroom);
    const origin = await listen(server, options.port);
    await newsroom.open(origin);
    ready = true;
    return { origin, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Portal, review desk and Decap beside the API. */
function mount(server: LocalServer, admin: string, newsroom: Newsroom): void {
  const { app } = server;
  app.get('/admin', (context) => context.redirect('/admin/', 301));
  app.route('/', adminRoutes(server.store));
  const cms = staticSite(() => admin, adminPolicy());
  app.get('/admin/*', (context) => {
    const address = new URL(context.req.url);
    address.pathname = address.pathname.slice('/admin'.length);
    return cms.fetch(new Request(address, context.req.raw));
  });
  app.route('/', staticSite(newsroom.site, portalPolicy));
}

async function listen(server: LocalServer, port: number): Promise<string> {
  try {
    return await server.listen(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new StartFault(
      `Port ${port} sedang dipakai program lain, mungkin Paraf yang masih berjalan. ` +
        `Hentikan program itu, atau pilih port lain: PORT=${port + 1} npm start.`,
    );
  }
}

/**
 * The first start: the checkout's tracked files become `main`, recorded as the first `sistem`, and the demo office
 * lives its first week. Made in a folder of its own that is put in place when it is whole, so that an interrupted
 * first start is simply begun again.
 */
async function seed({ checkout, dataDir, startAt = demoStart, log }: StartOptions): Promise<void> {
  const scratch = join(dataDir, 'benih');
  rmSync(scratch, { recursive: true, force: true });
  log('Menyiapkan kantor contoh …');
  const server = await createLocalServer({ dataDir: scratch, startAt: startAt - seedLead });
  const quiet = () => undefined;
  const newsroom = createNewsroom({ server, checkout, dataDir: scratch, log: quiet });
  try {
    const tree = importTree(checkout, server.repository);
    const who = {
      name: 'Paraf',
      email: 'paraf@localhost',
      seconds: Math.floor(server.clock.now() / 1000),
      zone: '+0000',
    };
    const message = 'Isi pertama';
    const root = await server.store.repository.writeCommit({
      tree,
      parents: [],
      author: who,
      committer: who,
      message,
    });
    await server.writeBranch('main', root);
    const origin = await server.listen(0);
    await bootstrap(newsroom.client(origin), repo, server.store.now());
    const samples = Array.from({ length: sampleCount }, (_, index) => sampleBerita(index));
    await seedItems(
      {
        clock: server.clock,
        as: (login) => clientOf(origin, login),
        look: (pull) => newsroom.look(origin, pull),
        progress: (done, all) => log(`Menyiapkan kantor contoh: ${done} dari ${all} kejadian`),
      },
      samples,
      startAt,
    );
  } finally {
    await newsroom.stop();
    await server.close();
  }
  for (const name of ['app-token', 'github.db', 'portal.git'])
    renameSync(join(scratch, name), join(dataDir, name));
  rmSync(scratch, { recursive: true, force: true });
}

/** An API client that speaks as a demo account. */
function clientOf(origin: string, login: string): Octokit {
  return new Octokit({
    auth: `demo-${login}`,
    baseUrl: `${origin}/api/v3`,
    retry: { enabled: false },
    throttle: { enabled: false },
  });
}
