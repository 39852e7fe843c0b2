import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { formatIssue } from '../core/issue.ts';
import type { LedgerEntry } from '../core/ledger.ts';
import { createClient } from '../github/client.ts';
import { announce, look } from '../github/gate.ts';
import { lookAtMain } from '../github/main.ts';
import { createQueue, type Queue } from '../github/queue.ts';
import type { Client } from '../github/read/client.ts';
import { openPulls, recentlyClosed } from '../github/sweep.ts';
import { build } from '../publish/build.ts';
import { currentSite } from '../publish/deploy.ts';
import { openGit } from '../publish/git.ts';
import { createPublisher, type Publisher } from '../publish/publish.ts';
import { createFollower } from '../publish/search/follow.ts';
import { verify, VerifyError } from '../publish/verify.ts';
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

/** What turns changes into positions and publications: gate, publisher, and the watch over `main`. */
export interface Newsroom {
  /** The app's client of the API at an origin. */
  client(origin: string): Client;
  /** One look at a pull request, outside the queue: what it wrote to the ledger, if anything. */
  look(origin: string, pull: number): Promise<LedgerEntry | null>;
  /** Folder of the portal that is shown; null before the first publication. */
  site(): string | null;
  /** Begins to follow changes: looks at everything once, publishes, and resolves when the portal stands. */
  open(origin: string): Promise<void>;
  stop(): Promise<void>;
}

/** How long a closed pull request is looked at again at each start: a crash between merge and ledger is mended. */
const lookBack = 7 * 86_400_000;

/** How long a start waits for the first looks, in ms. */
const patience = 8000;

/** Makes the newsroom of a local server; `open` sets it to work. */
export function createNewsroom({ server, checkout, dataDir, log, signal }: NewsroomOptions): Newsroom {
  const stopping = new AbortController();
  const ended = signal === undefined ? stopping.signal : AbortSignal.any([signal, stopping.signal]);
  /** What was told last of each: a look that finds nothing new is not told. */
  const told = new Map<number, string>();
  const now = () => server.store.now();
  const options = { now, app: appAccount.id };
  const client = (origin: string) =>
    createClient({ baseUrl: `${origin}/api/v3`, token: server.appToken, isPaced: false });
  let queue: Queue | undefined;
  let publisher: Publisher | undefined;
  const search = createFollower({ dataDir, signal: ended });
  let unsubscribe: () => void = () => undefined;

  const open = async (origin: string) => {
    const app = client(origin);
    const watch = createWatch(app, server.repository, log);
    publisher = createPublisher({
      repoDir: server.repository,
      dataDir,
      modules: join(checkout, 'node_modules'),
      now,
      site: origin,
      onProgress: log,
      build: (options) => build({ ...options, signal: ended }),
      onLive: async (entries) => {
        for (const entry of entries) {
          const { pull, path, sidik } = entry;
          if (pull === null) continue;
          await announce(app, repo, appAccount.id, { pull, path, sidik });
          queue?.trigger(pull);
        }
      },
    });
    /** Without a portal to go on showing, a failure is the end. */
    const failed = (error: unknown) => {
      if (ended.aborted) return;
      if (currentSite(dataDir) !== null) log(`Penerbitan gagal, portal lama tetap tampil: ${textOf(error)}`);
      else throw error instanceof VerifyError ? new StartFault(error.message) : error;
    };
    /** The search follows the portal; nobody waits for it, and without it the portal stands. */
    const followed = () =>
      void search.request().catch((error: unknown) => {
        if (!ended.aborted) log(`Indeks pencarian masih yang lama: ${textOf(error)}`);
      });
    const publish = () => publisher!.request().then(followed, failed);
    queue = createQueue({
      look: async (number) => {
        const seen = await look(app, repo, number, options);
        const lines = [...seen.issues.map(formatIssue), seen.title].filter((line) => line !== '');
        const news = lines.map((line) => `#${number}: ${line}`).join('\n');
        if (news !== '' && told.get(number) !== news) log(news);
        told.set(number, news);
        for (const other of seen.next) queue!.trigger(other);
        if (seen.recorded !== null || seen.isRestored) void publish();
        return { again: seen.again };
      },
      onError: (number, error) => {
        if (!ended.aborted) log(`#${number} belum dapat diperiksa, dicoba lagi: ${textOf(error)}`);
      },
    });
    unsubscribe = server.onChange((change) => {
      // What the app does itself tells it nothing new.
      if (change.by === appAccount.id) return;
      if (change.kind === 'pull') queue!.trigger(change.number);
      else if (change.kind === 'branch' && change.ref === 'refs/heads/main') void watch();
    });
    const since = new Date(server.clock.now() - lookBack).toISOString();
    for (const number of [...(await recentlyClosed(app, repo, since)), ...(await openPulls(app, repo))])
      queue.trigger(number);
    // What cannot be looked at now is tried again later; the portal does not wait for it.
    await Promise.race([queue.idle(), sleep(patience, undefined, { ref: false })]);
    await publish();
    await watch();
  };

  return {
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
      unsubscribe();
      stopping.abort();
      await queue?.stop();
      await publisher?.idle();
      await search.idle();
    },
  };
}

/** Compares `main` with the ledger, one comparison at a time, and tells what nobody approved. */
function createWatch(app: Client, repoDir: string, log: (line: string) => void): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(async () => {
      try {
        const git = openGit(repoDir);
        const { reported } = await lookAtMain(app, repo, appAccount.id, git, await verify(git));
        for (const finding of reported) log(`main: ${finding.message}`);
      } catch (error) {
        log(`Cabang main belum dapat diperiksa: ${textOf(error)}`);
      }
    });
    return last;
  };
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
