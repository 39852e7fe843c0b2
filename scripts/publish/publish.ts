import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { LedgerEntry } from '../core/ledger.ts';
import { build as astroBuild, type BuildOptions } from './build.ts';
import { currentHash, pruneSites, showBuilt, siteDir, stagingDir } from './deploy.ts';
import { exportTree, writeWhole } from './export.ts';
import { openGit, type Git } from './git.ts';
import { openIndex } from './index/database.ts';
import { settle } from './index/shown.ts';
import { takeLock } from './lock.ts';
import { writeManifest } from './manifest.ts';
import { oneAtATime, type OneAtATime } from './one-at-a-time.ts';
import { indexIn, portalName, prepareIndex, stateOf } from './prepare.ts';
import { prove } from './proof/prove.ts';
import { verify, VerifyError, type Finding, type Verification } from './verify.ts';

type ItemEntry = Extract<LedgerEntry, { jenis: 'item' }>;

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
  readonly onProgress?: (line: string) => void;
  /**
   * Called after the switch with what is live and was not told yet; what it rejects is told again next time. So a
   * crash between switch and telling loses nothing.
   */
  readonly onLive?: (entries: readonly ItemEntry[]) => Promise<void>;
  /** How a tree becomes a portal; `astro build` unless a test says otherwise. */
  readonly build?: (options: BuildOptions) => Promise<void>;
}

export interface PublishResult {
  /** Name of the portal that is shown now. */
  readonly hash: string;
  /** Whether another portal is shown than before. */
  readonly isSwitched: boolean;
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
 * Publishes what the ledger says, and nothing else: verify, export, build, one atomic switch. Running it again, also
 * after a crash at any point, gives the same portal.
 */
export async function publish(options: PublishOptions): Promise<PublishResult> {
  const { dataDir } = options;
  const progress = options.onProgress ?? (() => undefined);
  const release = takeLock(dataDir);
  try {
    const git = openGit(options.repoDir);
    progress('Memeriksa buku catatan dan main …');
    const verification = await verify(git);
    await mustBeProven(git, verification);
    const workDir = join(dataDir, 'terbit');
    mkdirSync(workDir, { recursive: true });
    progress(`Menyalin ${verification.live.length} butir yang disetujui …`);
    const asOf = dayOf(options.now());
    const { root } = await exportTree(git, verification, workDir);
    const state = await stateOf(git, verification.sistem.commit, asOf);
    const index = indexIn(workDir);
    const hash = withIndex(index, (database) => {
      prepareIndex(database, verification, { root, site: options.site, state });
      return portalName(database, options);
    });

    const before = currentHash(dataDir);
    if (before !== hash) {
      progress('Membangun portal …');
      mkdirSync(siteDir(dataDir), { recursive: true });
      await (options.build ?? astroBuild)({
        root,
        index,
        outDir: stagingDir(dataDir, hash),
        cacheDir: join(workDir, 'singgahan'),
        modules: options.modules,
        site: options.site,
        onProgress: options.onProgress,
      });
      await writeManifest(stagingDir(dataDir, hash), { sistem: verification.sistem.commit, asOf });
      await showBuilt(dataDir, hash);
    }
    withIndex(index, (database) => settle(database, hash));
    pruneSites(dataDir);
    const told = await tell(dataDir, verification.live, options.onLive);
    progress(before === hash ? 'Portal sudah mutakhir.' : 'Portal baru tayang.');
    const { live, findings } = verification;
    return { hash, isSwitched: before !== hash, live: live.length, told, findings };
  } finally {
    release();
  }
}

/** Publishes nothing that `paraf verify` would not prove: the old portal stays, and everything that is wrong is told. */
async function mustBeProven(git: Git, verification: Verification): Promise<void> {
  // Files and folders of items are hashed as they are written out.
  const issues = await prove(git, verification, { isDeep: false });
  const faults = issues.filter(({ level }) => level === undefined);
  if (faults.length > 0) throw new VerifyError(faults);
}

/** Works with the index of what is published. It is closed while a portal is built: another process reads it then. */
function withIndex<T>(file: string, work: (database: DatabaseSync) => T): T {
  const database = openIndex(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Tells of live items that were not told yet, and remembers it only once that worked. */
async function tell(
  dataDir: string,
  live: readonly ItemEntry[],
  onLive: PublishOptions['onLive'],
): Promise<readonly ItemEntry[]> {
  // Who cannot tell must not remember that it was told.
  if (onLive === undefined) return [];
  const file = join(dataDir, 'terbit', 'dikabarkan.json');
  const told = readTold(file);
  const news = live.filter(({ path, commit }) => told[path] !== commit);
  if (news.length > 0) await onLive(news);
  const now = Object.fromEntries(live.map(({ path, commit }) => [path, commit]));
  if (JSON.stringify(now) !== JSON.stringify(told)) writeWhole(file, JSON.stringify(now));
  return news;
}

function readTold(file: string): Readonly<Record<string, string>> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch {
    // Told twice does no harm.
    return {};
  }
}

/** A publisher of one process: requests during a publication lead to one more, however many they are. */
export type Publisher = OneAtATime<PublishResult>;

export function createPublisher(options: PublishOptions): Publisher {
  return oneAtATime(() => publish(options));
}
