import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { parse } from 'yaml';
import { tunggakanDari } from '../core/tunggakan.ts';
import { antreanFile, antreanFrom } from '../github/read/antrean.ts';
import type { Git } from './git.ts';
import type { Addition } from './index/apply-entries.ts';
import { buildIndex } from './index/build-index.ts';
import { onlyRowsBy } from './index/database.ts';
import { fromDirectory } from './index/from-directory.ts';
import { measureBy } from './index/measure.ts';
import type { Shown } from './index/shown.ts';
import { fingerprint, readBase, readState, type State } from './index/state.ts';
import { programId } from './since/program.ts';
import { librariesOf } from './libraries.ts';
import { treeOf } from './tree-source.ts';
import type { Verification } from './verify.ts';

/** Folder of everything in between, in the folder of the portals. */
export const workIn = (dataDir: string) => join(dataDir, 'terbit');

/** Index of what is published, in the folder of everything in between. */
export const indexIn = (workDir: string) => join(workDir, 'indeks.sqlite');

/** What pages are told beside the items: the day, the system, and what waits in the office (branch `paraf`). */
export async function stateOf(git: Git, sistem: string, asOf: string): Promise<State> {
  const queue = await treeOf(git, 'refs/heads/paraf').file(antreanFile);
  return { asOf, sistem, tunggakan: tunggakanDari(antreanFrom(queue?.text ?? null), asOf) };
}

/** What the index is made from, beside the ledger. */
interface Preparation {
  /** The exported tree. */
  readonly root: string;
  readonly site: string | undefined;
  readonly state: State;
  readonly onProgress: (line: string) => void;
}

/** Brings the whole index to what is published. Nothing in it depends on when it was made. */
export function prepareIndex(
  database: DatabaseSync,
  { ledger, live }: Verification,
  { root, site, state, onProgress }: Preparation,
): void {
  onlyRowsBy(database, programId());
  buildIndex(database, {
    ledger,
    live,
    state,
    root,
    readTree: fromDirectory(root),
    base: basePath(root, site),
    measure: measureBy(root),
    onProgress,
  });
}

/** What came since the index was brought up to date, as `applyEntries` takes it. */
export function additionTo(
  database: DatabaseSync,
  { root, state }: { readonly root: string; readonly state: State },
  came: Pick<Addition, 'entries' | 'changes'>,
): Addition {
  const base = readBase(database);
  if (base === null) throw new Error('an index that was never made whole');
  return { ...came, state, base, readTree: fromDirectory(root), measure: measureBy(root) };
}

/** What decides the bytes of a portal beside what the index holds. */
interface Making {
  /** Public address, where it is another than the settings say. */
  readonly site?: string | undefined;
  /** `node_modules` of the checkout. */
  readonly modules: string;
}

/**
 * Name of a portal: a function of the approved items, the system's commit, the day, its address, the libraries, and the
 * version of Node, whose texts of days and numbers are on the pages.
 *
 * @param of what it shows: what the index holds now, or what it held for a portal that is live
 */
export function portalName(
  database: DatabaseSync,
  { site, modules }: Making,
  of: Pick<Shown, 'state' | 'fingerprint'> | null = null,
): string {
  const shows = of ?? { state: readState(database), fingerprint: fingerprint(database) };
  return createHash('sha256')
    .update(
      JSON.stringify([
        shows.fingerprint,
        readBase(database),
        shows.state,
        site ?? null,
        librariesOf(modules),
        process.version,
      ]),
    )
    .digest('hex')
    .slice(0, 16);
}

/** The folder of its host in which a portal stands, as `site/astro.config.ts` has it: `/`, `/portal/`. */
function basePath(root: string, site: string | undefined): string {
  const file = join(root, 'content/situs.yml');
  const settings: unknown = existsSync(file) ? parse(readFileSync(file, 'utf8')) : null;
  const url = settings !== null && typeof settings === 'object' && 'url' in settings ? settings.url : null;
  return new URL(site ?? (typeof url === 'string' ? url : 'http://localhost:4321')).pathname;
}
