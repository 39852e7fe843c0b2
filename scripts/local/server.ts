import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { appAccount, demoAccounts, type Account } from './accounts.ts';
import { openAppKey } from './app/key.ts';
import { InstallationTokens } from './app/tokens.ts';
import { openClock, timestamp, type Clock } from './clock.ts';
import { mountDev } from './dev.ts';
import { createAnnouncer } from './announcer.ts';
import { createFaults, type Faults } from './faults.ts';
import { openRepository } from './git/open-repository.ts';
import { knownHostOnly } from './http/protocol.ts';
import { refOf, type Change, type Local } from './local.ts';
import { createApi } from './routes/api.ts';
import { OAuthApp } from './sign-in/oauth-app.ts';
import { mountManifest } from './routes/app-manifest.ts';
import { mountArtifacts } from './routes/workflow-runs.ts';
import { mountSignIn } from './sign-in/route.ts';
import { StartFault } from './start-fault.ts';
import { openDatabase } from './store/database.ts';
import { KeyedLocks } from './store/locks.ts';
import { followAll, followHeld, moveRef } from './store/moves.ts';
import { recover } from './store/recovery.ts';
import { Tokens } from './store/tokens.ts';
import { WorkflowRuns } from './store/workflow-runs.ts';
import { openHook, type Hook } from './webhooks.ts';
import { changeRepository, freshRepository } from './store/repository-settings.ts';
import { noRulesets } from './store/rulesets.ts';
import { readSetting, writeSetting } from './store/settings.ts';

export interface LocalServerOptions {
  /** Folder of all state: `portal.git`, `github.db`, `app-token`, and `app-key.pem` once it was asked for. */
  readonly dataDir: string;
  /** Time to start from (`PARAF_CLOCK`); otherwise it runs on from where it stood. */
  readonly startAt?: number | undefined;
  /** A clock of the caller's own, for tests. */
  readonly clock?: Clock | undefined;
  /** Demo accounts, `/paraf/dev/…`. Default true. */
  readonly demo?: boolean | undefined;
  /** What `/paraf/health` says. Default: always ready. */
  readonly ready?: (() => boolean) | undefined;
  /** Names besides those of this machine under which the server may be reached. */
  readonly hosts?: readonly string[] | undefined;
  readonly accounts?: readonly Account[] | undefined;
  /**
   * An organisation without a repository, at the first start: nothing is set that the demo has set. `paraf setup` is
   * tried on it.
   */
  readonly empty?: { readonly plan: 'free' | 'team' } | undefined;
}

export interface LocalServer {
  /** API, GraphQL, sign-in and dev routes. Add the portal's own before listening. */
  readonly app: Hono;
  /** Everything that is stored, for programs in the same process. */
  readonly store: Local;
  readonly clock: Clock;
  readonly appToken: string;
  /** GitHub's bad days, to be switched on. */
  readonly faults: Faults;
  /** Path of the bare repository. */
  readonly repository: string;
  /** Calls back after each change. Returns what ends that. */
  onChange(listener: (change: Change) => void): () => void;
  /** Looks now for what git did behind the server's back, as it does every two seconds. */
  look(): Promise<void>;
  /**
   * Delivers everything that happens to an address, signed with a secret, as GitHub's webhooks do. Returns what ends
   * that. Only while the server is served.
   */
  deliverTo(address: string, secret: string): () => void;
  /** Moves a branch as the app does, recorded as its doing: for the first content. False if it stood elsewhere. */
  writeBranch(branch: string, to: string): Promise<boolean>;
  /** Serves on a port (0: any free one) of this machine; gives the address. */
  listen(port: number, hostname?: string): Promise<string>;
  close(): Promise<void>;
}

const lookEvery = 2000;

/** Opens or makes the state in `dataDir`, puts right what a crash left, and answers as GitHub would. */
export async function createLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { dataDir } = options;
  makeFolder(dataDir);
  const directory = join(dataDir, 'portal.git');
  const file = join(dataDir, 'github.db');
  const repository = await openRepository(directory, !existsSync(file));
  let db;
  try {
    db = openDatabase(file, (await repository.refs('refs/heads')).length === 0);
  } catch (fault) {
    repository.close();
    throw fault;
  }
  const clock = options.clock ?? openClock(db, options.startAt);
  const announcer = createAnnouncer();
  const tokens = new Tokens();
  const local: Local = {
    repository,
    db,
    locks: new KeyedLocks(),
    clock,
    accounts: options.accounts ?? demoAccounts,
    app: appAccount,
    appToken: readAppToken(join(dataDir, 'app-token')),
    appKey: openAppKey(join(dataDir, 'app-key.pem')),
    installationTokens: new InstallationTokens(),
    tokens,
    workflowRuns: new WorkflowRuns(clock),
    oauth: new OAuthApp(tokens, clock),
    owner: 'diskominfo',
    name: 'portal',
    announce: (change) => db.afterCommit(() => announcer.add(change)),
    now: () => timestamp(clock.now()),
  };
  await recover(local);
  if (options.empty && readSetting(local, 'organisation') === undefined) emptyOffice(local, options.empty);

  const app = new Hono();
  app.use(knownHostOnly(options.hosts ?? []));
  const api = createApi(local);
  const faults = createFaults();
  app.use('/api/*', faults.middleware);
  app.route('/api/v3', api);
  // GitHub Enterprise has GraphQL beside `v3`; octokit asks there.
  app.all('/api/graphql', (c) => api.fetch(new Request(new URL('/graphql', c.req.url), c.req.raw)));
  mountManifest(app, local);
  mountArtifacts(app, local);
  mountSignIn(app, local);
  mountDev(app, local, { demo: options.demo ?? true, ready: options.ready ?? (() => true) });

  let looking: Promise<void> | undefined;
  const look = () =>
    (looking ??= followAll(local).finally(() => {
      looking = undefined;
    }));
  const timer = setInterval(() => {
    look().catch((fault: unknown) => console.error('Repositori tidak dapat dilihat:', fault));
  }, lookEvery);
  timer.unref();

  let http: ServerType | undefined;
  let origin = '';
  const hooks = new Set<Hook>();
  return {
    app,
    store: local,
    clock,
    appToken: local.appToken,
    faults,
    repository: directory,
    onChange: announcer.listen,
    look,
    deliverTo: (address, secret) => {
      const hook = openHook(local, { address, secret, origin });
      const silence = announcer.listen((change) => hook.deliver(change));
      hooks.add(hook);
      return () => {
        silence();
        hook.close();
        hooks.delete(hook);
      };
    },
    writeBranch: (branch, to) => {
      const ref = refOf(branch);
      return local.locks.hold(ref, async () => {
        const before = await followHeld(local, ref);
        return before === to || moveRef(local, { ref, before, after: to, actor: local.app.id });
      });
    },
    listen: (port, hostname = '127.0.0.1') =>
      new Promise((resolve, reject) => {
        http = serve({ fetch: app.fetch, port, hostname });
        http.once('error', reject);
        http.once('listening', () => {
          const { port: actual } = http!.address() as AddressInfo;
          origin = `http://localhost:${actual}`;
          resolve(origin);
        });
      }),
    close: async () => {
      clearInterval(timer);
      for (const hook of hooks) hook.close();
      if (http) await closeHttp(http);
      await looking?.catch(() => undefined);
      await repository.historyNoted();
      repository.close();
      db.close();
    },
  };
}

/** What GitHub has of an organisation before anybody did anything. */
function emptyOffice(local: Local, organisation: { readonly plan: 'free' | 'team' }): void {
  local.db.transaction(() => {
    writeSetting(local, 'organisation', organisation);
    changeRepository(local, { ...freshRepository, exists: false });
    noRulesets(local);
  });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (fault) {
    throw new StartFault(
      `Folder data ${folder} tidak dapat dibuat: ${(fault as Error).message}. ` +
        'Beri hak tulis pada folder itu, atau pakai folder lain lewat PARAF_DATA.',
    );
  }
}

/** The app's token: random, made once, readable by its owner alone. */
function readAppToken(file: string): string {
  if (existsSync(file)) {
    const token = readFileSync(file, 'utf8').trim();
    if (/^paraf-[0-9a-f]{64}$/.test(token)) return token;
    throw new StartFault(
      `Berkas ${file} rusak: isinya bukan token Paraf. Tidak ada yang diubah. ` +
        'Pindahkan berkas itu, lalu jalankan lagi; token baru akan dibuat.',
    );
  }
  const token = `paraf-${randomBytes(32).toString('hex')}`;
  writeFileSync(`${file}.baru`, `${token}\n`, { mode: 0o600 });
  renameSync(`${file}.baru`, file);
  return token;
}

/** Requests under way are answered; whoever stays connected longer is cut off. */
async function closeHttp(http: ServerType): Promise<void> {
  const cut = setTimeout(() => 'closeAllConnections' in http && http.closeAllConnections(), 3000);
  await new Promise((resolve) => http.close(resolve));
  clearTimeout(cut);
}
