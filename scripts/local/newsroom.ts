import { join } from 'node:path';
import { formatIssue } from '../core/issue.ts';
import { createClient } from '../github/client.ts';
import { announce, look } from '../github/gate.ts';
import { lookAtMain } from '../github/main.ts';
import { createQueue, type Queue } from '../github/queue.ts';
import type { Client } from '../github/read/client.ts';
import { openPulls, recentlyClosed } from '../github/sweep.ts';
import { currentSite } from '../publish/deploy.ts';
import { openGit } from '../publish/git.ts';
import { createPublisher, type Publisher } from '../publish/publish.ts';
import { verify } from '../publish/verify.ts';
import { appAccount } from './accounts.ts';
import { repo } from './demo/editor.ts';
import type { LocalServer } from './server.ts';

export interface NewsroomOptions {
  readonly server: LocalServer;
  /** The checkout, for its `node_modules`. */
  readonly checkout: string;
  readonly dataDir: string;
  readonly log: (line: string) => void;
}

/** What turns changes into positions and publications: gate, publisher, and the watch over `main`. */
export interface Newsroom {
  /** The app's client of the API at an origin. */
  client(origin: string): Client;
  /** One look at a pull request, outside the queue. */
  look(origin: string, pull: number): Promise<void>;
  /** Folder of the portal that is shown; null before the first publication. */
  site(): string | null;
  /** Begins to follow changes: looks at everything once, publishes, and resolves when the portal stands. */
  open(origin: string): Promise<void>;
  stop(): Promise<void>;
}

/** How long a closed pull request is looked at again at each start: a crash between merge and ledger is mended. */
const lookBack = 7 * 86_400_000;

/** Makes the newsroom of a local server; `open` sets it to work. */
export function createNewsroom({ server, checkout, dataDir, log }: NewsroomOptions): Newsroom {
  const now = () => server.store.now();
  const options = { now, app: appAccount.id };
  const client = (origin: string) =>
    createClient({ baseUrl: `${origin}/api/v3`, token: server.appToken, isPaced: false });
  let queue: Queue | undefined;
  let publisher: Publisher | undefined;
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
      onLive: async (entries) => {
        for (const entry of entries) {
          const { pull, path, sidik } = entry;
          if (pull === null) continue;
          await announce(app, repo, appAccount.id, { pull, path, sidik });
          queue?.trigger(pull);
        }
      },
    });
    const publish = () => {
      publisher!
        .request()
        .catch((error: unknown) => log(`Penerbitan gagal, portal lama tetap tampil: ${textOf(error)}`));
    };
    queue = createQueue({
      look: async (number) => {
        const seen = await look(app, repo, number, options);
        for (const issue of seen.issues) log(`#${number}: ${formatIssue(issue)}`);
        if (seen.title !== '') log(`#${number}: ${seen.title}`);
        for (const other of seen.next) queue!.trigger(other);
        if (seen.recorded !== null || seen.isRestored) publish();
        return { again: seen.again };
      },
      onError: (number, error) => log(`#${number} belum dapat diperiksa, dicoba lagi: ${textOf(error)}`),
    });
    unsubscribe = server.onChange((change) => {
      // What the app does itself tells it nothing new.
      if (change.by === appAccount.id) return;
      if (change.kind === 'pull') queue!.trigger(change.number);
      else if (change.ref === 'refs/heads/main') void watch();
    });
    const since = new Date(server.clock.now() - lookBack).toISOString();
    for (const number of [...(await recentlyClosed(app, repo, since)), ...(await openPulls(app, repo))])
      queue.trigger(number);
    await queue.idle();
    await publisher.request();
    await watch();
  };

  return {
    client,
    open,
    look: async (origin, pull) => {
      const seen = await look(client(origin), repo, pull, options);
      const [issue] = seen.issues;
      if (issue !== undefined) throw new Error(`#${pull}: ${formatIssue(issue)}`);
    },
    site: () => currentSite(dataDir),
    stop: async () => {
      unsubscribe();
      await queue?.stop();
      await publisher?.idle();
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
