import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { adminPolicy, buildCms } from '../../cms/build.ts';
import type { AdminConfig } from '../../cms/config.ts';
import type { MejaConfig } from '../../site/src/meja/config.ts';
import { policyInto } from '../../site/src/meja/policy.ts';
import { contentConfig } from './admin-config.ts';
import { writeWhole } from './export.ts';
import type { Git } from './git.ts';
import { treeOf } from './tree-source.ts';

/** Where the office's desks work in production. */
export interface DeskPlace {
  /** `owner/name`. */
  readonly repo: string;
  /** Account of Paraf's app. */
  readonly app: number;
  /** Base address of the GitHub API. */
  readonly apiRoot: string;
  /** Bare origin of the sign-in server; null where there is none yet: nobody can sign in. */
  readonly signInOrigin: string | null;
}

/**
 * Puts the two desks of the office into a finished portal: Decap in `admin/`, and what Meja asks at its start. Both are
 * files, for a host such as Pages answers nothing by itself.
 *
 * @param outDir a copy of the portal
 * @param commit the recorded system: offices, SOPs and appointments are its
 */
export async function addDesks(outDir: string, git: Git, commit: string, place: DeskPlace): Promise<void> {
  const { repo, app, apiRoot, signInOrigin } = place;
  const where = { repo, app, apiRoot, ...(signInOrigin === null ? {} : { signInOrigin }) };
  const admin: AdminConfig = {
    ...where,
    ...(await contentConfig(treeOf(git, commit), treeOf(git, 'refs/heads/main'))),
  };
  await buildCms({
    outDir: join(outDir, 'admin'),
    admin,
    policy: adminPolicy({
      apiOrigin: new URL(apiRoot).origin,
      ...(signInOrigin === null ? {} : { signInOrigin }),
    }),
  });
  const meja: MejaConfig = where;
  await mkdir(join(outDir, 'meja'), { recursive: true });
  const page = join(outDir, 'meja', 'index.html');
  // Written anew: the file stands in the portal too.
  if (existsSync(page)) writeWhole(page, policyInto(await readFile(page, 'utf8'), meja));
  await writeFile(join(outDir, 'meja', 'config.json'), JSON.stringify(meja));
}
