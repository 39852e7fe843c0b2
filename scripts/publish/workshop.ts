import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Git } from './git.ts';
import type { ItemEntry } from './index/publication.ts';
import type { Finding } from './on-main.ts';
import { indexIn } from './prepare.ts';
import type { PublishOptions } from './publish.ts';
import type { PageJob, PageMaker } from './render/page-maker.ts';

/** Where one publication is made, and with what. */
export interface Workshop {
  readonly git: Git;
  /** The index of what is published, with what was proven. */
  readonly index: DatabaseSync;
  /** Folder of everything in between. */
  readonly workDir: string;
  /** The exported tree. */
  readonly root: string;
  /** The day that the portal is to speak of. */
  readonly asOf: string;
  readonly pages: PageMaker;
  readonly options: PublishOptions & { readonly onProgress: (line: string) => void };
}

/** What is live after a publication. */
export interface Published {
  /** Name of the portal. */
  readonly hash: string;
  /** Number of live items. */
  readonly live: number;
  readonly findings: readonly Finding[];
  /** Live items of which somebody may not have been told: all of them, or those that came. */
  readonly news: readonly ItemEntry[];
}

/**
 * What pages are made of, and where they go.
 *
 * @param outDir where they go: a folder on the disk of the portals
 * @param sistem sidik of the system
 */
export function jobOf({ workDir, root, options }: Workshop, outDir: string, sistem: string): PageJob {
  const { modules, site, onProgress, signal } = options;
  return {
    root,
    index: indexIn(workDir),
    outDir,
    cacheDir: join(workDir, 'singgahan'),
    modules,
    sistem,
    site,
    onProgress,
    signal,
  };
}
