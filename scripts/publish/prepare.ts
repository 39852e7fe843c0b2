import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { parse } from 'yaml';
import { tunggakanDari } from '../core/tunggakan.ts';
import { antreanFile, antreanFrom } from '../github/read/antrean.ts';
import type { Git } from './git.ts';
import { buildIndex } from './index/build-index.ts';
import { fromDirectory } from './index/from-directory.ts';
import { measureBy } from './index/measure.ts';
import { fingerprint, readBase, readState, type State } from './index/state.ts';
import { treeOf } from './tree-source.ts';
import type { Verification } from './verify.ts';

/** Index of what is published, in the folder of everything in between. */
export const indexIn = (workDir: string) => join(workDir, 'indeks.sqlite');

/** What pages are told beside the items: the day, the system, and what waits in the office (branch `paraf`). */
export async function stateOf(git: Git, sistem: string, asOf: string): Promise<State> {
  const queue = await treeOf(git, 'refs/heads/paraf').file(antreanFile);
  return { asOf, sistem, tunggakan: tunggakanDari(antreanFrom(queue?.text ?? null), asOf) };
}

/**
 * Brings the whole index to what is published. Nothing in it depends on when it was made.
 *
 * @param root the exported tree
 */
export function prepareIndex(
  database: DatabaseSync,
  { ledger, live }: Verification,
  { root, site, state }: { readonly root: string; readonly site: string | undefined; readonly state: State },
): void {
  buildIndex(database, {
    ledger,
    live,
    state,
    readTree: fromDirectory(root),
    base: basePath(root, site),
    measure: measureBy(root),
  });
}

/** Name of a portal: a function of the approved items, the system's commit, the day, its address, and the libraries. */
export function portalName(
  database: DatabaseSync,
  { site, modules }: { readonly site?: string | undefined; readonly modules: string },
): string {
  const lock = join(modules, '..', 'package-lock.json');
  const libraries = existsSync(lock) ? readFileSync(lock, 'utf8') : '';
  return createHash('sha256')
    .update(
      JSON.stringify([
        fingerprint(database),
        readBase(database),
        readState(database),
        site ?? null,
        libraries,
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
