import { mkdirSync } from 'node:fs';
import { currentHash, pruneSites, siteDir } from './deploy.ts';
import { catchUp } from './apply.ts';
import { exportedIn } from './export.ts';
import { openGit } from './git.ts';
import { openIndex } from './index/database.ts';
import { settle } from './index/shown.ts';
import type { ItemEntry } from './index/publication.ts';
import { takeLock } from './lock.ts';
import { oneAtATime, type OneAtATime } from './one-at-a-time.ts';
import type { Finding } from './on-main.ts';
import { indexIn, workIn } from './prepare.ts';
import { publishChange } from './publish-change.ts';
import { publishWhole } from './publish-whole.ts';
import { pageMaker, type PageMaker } from './render/page-maker.ts';
import { openTelling } from './tell.ts';
import type { Published, Workshop } from './workshop.ts';

export interface PublishOptions {
  /** Bare repository, or a checkout's `.git`. */
  readonly repoDir: string;
  /** Folder of the portals and of everything in between. */
  readonly dataDir: string;
  /** `node_modules` of the checkout. */
  readonly modules: string;
  /** ISO 8601 with zone; the portal speaks of its day in Asia/Pontianak. */
  readonly now: () => string;
  readonly site?: string | undefined;
  /** Makes everything anew, whatever is known of what is live. */
  readonly isWhole?: boolean | undefined;
  readonly onProgress?: ((line: string) => void) | undefined;
  /**
   * Called after the switch with what is live and was not told yet; what it rejects is told again next time. So a
   * crash between switch and telling loses nothing.
   */
  readonly onLive?: (entries: readonly ItemEntry[]) => Promise<void>;
  /** How a tree becomes a portal, unless a test says otherwise. */
  readonly pages?: PageMaker | undefined;
  /** Ends the making of pages: the old portal stays. */
  readonly signal?: AbortSignal | undefined;
}

export interface PublishResult {
  /** Name of the portal that is shown now. */
  readonly hash: string;
  /** Whether another portal is shown than before. */
  readonly isSwitched: boolean;
  /** Whether everything was made anew, and not only what changed. */
  readonly isWhole: boolean;
  /** Number of live items. */
  readonly live: number;
  /** What went live and was told by this publication. */
  readonly told: readonly ItemEntry[];
  /** What lies on `main` and was left out, and why. */
  readonly findings: readonly Finding[];
}

/** The day in Asia/Pontianak (UTC+7 the whole year). */
function dayOf(now: string): string {
  return new Date(Date.parse(now) + 7 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * Publishes what the ledger says, and nothing else: verify, export, make the pages, one atomic switch. It costs what
 * came since the last publication; where that cannot be told for certain, everything is verified and made anew, and the
 * reason is told. Running it again, also after a crash at any point, gives the same portal.
 */
export async function publish(options: PublishOptions): Promise<PublishResult> {
  const release = takeLock(options.dataDir);
  try {
    return await publishAlone(options);
  } finally {
    release();
  }
}

/** The same, by whoever holds the lock. */
async function publishAlone(options: PublishOptions): Promise<PublishResult> {
  const { dataDir, onProgress = () => undefined } = options;
  const workDir = workIn(dataDir);
  for (const folder of [workDir, siteDir(dataDir)]) mkdirSync(folder, { recursive: true });
  using index = openIndex(indexIn(workDir));
  using telling = openTelling(dataDir);
  const before = currentHash(dataDir);
  const { hash, isWhole, live, findings, news } = await publishWith({
    git: openGit(options.repoDir),
    index,
    workDir,
    root: exportedIn(workDir),
    asOf: dayOf(options.now()),
    pages: options.pages ?? pageMaker,
    options: { ...options, onProgress },
  });
  telling.note(news);
  settle(index, hash);
  const told = await telling.tell(options.onLive);
  await catchUp(dataDir);
  pruneSites(dataDir);
  const isSwitched = before !== hash;
  onProgress(isSwitched ? 'Portal baru tayang.' : 'Portal sudah mutakhir.');
  return { hash, isSwitched, isWhole, live, told, findings };
}

async function publishWith(workshop: Workshop): Promise<Published & { readonly isWhole: boolean }> {
  const { isWhole = false, onProgress } = workshop.options;
  const done = isWhole ? { reason: 'Diminta membuat semuanya lagi.' } : await publishChange(workshop);
  if (!('reason' in done)) return { ...done, isWhole: false };
  onProgress(`${done.reason} Seluruh portal diperiksa dan dibuat lagi.`);
  return { ...(await publishWhole(workshop)), isWhole: true };
}

/** A publisher of one process: requests during a publication lead to one more, however many they are. */
export type Publisher = OneAtATime<PublishResult>;

export function createPublisher(options: PublishOptions): Publisher {
  return oneAtATime(() => publish(options));
}
