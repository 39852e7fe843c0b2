import { currentSite } from '../../publish/deploy.ts';
import { openGit } from '../../publish/git.ts';
import { indexIn, workIn } from '../../publish/prepare.ts';
import { createPublisher } from '../../publish/publish.ts';
import type { PageMaker } from '../../publish/render/page-maker.ts';
import { createFollower } from '../../publish/search/follow.ts';
import { findingsNow } from '../../publish/since/findings.ts';
import { announce } from '../gate.ts';
import { lookAtMain } from '../main.ts';
import type { Client, Repository } from '../read/client.ts';
import { textOf } from './service.ts';

export interface PortalOptions {
  /** Speaks as Paraf's app. */
  readonly client: Client;
  readonly repository: Repository;
  /** Account of Paraf's app. */
  readonly app: number;
  /** Bare repository with `main` and `paraf`. */
  readonly repoDir: string;
  /** Brings the repository up to date, where it is a copy of another. */
  readonly sync: () => Promise<void>;
  /** Folder of the portals. */
  readonly dataDir: string;
  /** `node_modules` of the checkout. */
  readonly modules: string;
  readonly now: () => string;
  /** The portal's address, where it is another than `content/situs.yml` says. */
  readonly site?: string | undefined;
  readonly log: (line: string) => void;
  /** Called when a pull request was told that its item is live. */
  readonly onTold: (pull: number) => void;
  /** Ends a build under way: what it would have shown is built at the next start. */
  readonly signal: AbortSignal;
  /** How a tree becomes a portal, unless a test says otherwise. */
  readonly pages?: PageMaker | undefined;
}

/** The public side of the gate: publishes what was recorded, and watches over `main`. */
export interface Portal {
  /** Publishes once more, soon. A failure is told; the portal that is shown stays. */
  publish(): void;
  /** The first publication; rejects where it failed. */
  open(): Promise<void>;
  /** Compares `main` with the ledger, one comparison at a time, and reports what nobody approved. */
  watch(): Promise<void>;
  /** Resolves when nothing is being published or compared. */
  idle(): Promise<void>;
}

/** Makes the portal's publisher and watch; the same in production and on a laptop. */
export function createPortal(options: PortalOptions): Portal {
  const { client, repository, app, repoDir, dataDir, log, signal } = options;
  const publisher = createPublisher({
    repoDir,
    dataDir,
    modules: options.modules,
    now: options.now,
    site: options.site,
    onProgress: log,
    pages: options.pages,
    signal,
    onLive: async (entries) => {
      for (const { pull, path, sidik } of entries) {
        if (pull === null) continue;
        await announce(client, repository, app, { pull, path, sidik });
        options.onTold(pull);
      }
    },
  });
  const search = createFollower({ dataDir, signal });
  /** The search follows the portal; nobody waits for it, and without it the portal stands. */
  const publishNow = async () => {
    await options.sync();
    await publisher.request();
    search.request().catch((error: unknown) => {
      if (!signal.aborted) log(`Indeks pencarian masih yang lama: ${textOf(error)}`);
    });
  };
  let watching = Promise.resolve();
  const publishing = new Set<Promise<void>>();

  return {
    publish() {
      const mine = publishNow()
        .catch((error: unknown) => {
          if (signal.aborted) return;
          const shown = currentSite(dataDir) === null ? 'belum ada portal' : 'portal lama tetap tampil';
          log(`Penerbitan gagal, ${shown}: ${textOf(error)}`);
        })
        .finally(() => publishing.delete(mine));
      publishing.add(mine);
    },
    open: publishNow,
    watch() {
      watching = watching.then(async () => {
        try {
          await options.sync();
          const git = openGit(repoDir);
          const now = await findingsNow(git, indexIn(workIn(dataDir)));
          const { reported } = await lookAtMain(client, repository, app, git, now);
          for (const finding of reported) log(`main: ${finding.message}`);
        } catch (error) {
          if (!signal.aborted) log(`Cabang main belum dapat diperiksa: ${textOf(error)}`);
        }
      });
      return watching;
    },
    async idle() {
      while (publishing.size > 0) await Promise.allSettled(publishing);
      await publisher.idle();
      await watching;
      await search.idle();
    },
  };
}
