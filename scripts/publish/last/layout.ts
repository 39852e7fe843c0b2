import { join } from 'node:path';
import { treeDir } from '../deploy.ts';
import { exportedIn } from '../export.ts';
import { indexIn, workIn } from '../prepare.ts';
import { searchDir } from '../search/follow.ts';

/** What is kept of a publication in one file: also the name of the artifact. */
export const lastName = 'simpanan.tar.zst';

/** File in it that says what it is of. */
export const aboutName = 'simpanan.json';

/** Its folders, and its index. */
export const parts = { site: 'situs', search: 'cari', pictures: 'gambar', bundle: 'bundel' } as const;
export type Part = keyof typeof parts;
export const indexName = 'indeks.sqlite';

/** Where everything lies in a folder of publications. The exported tree is not kept: Git has it, and proves it. */
export function placesIn(dataDir: string) {
  const workDir = workIn(dataDir);
  return {
    index: indexIn(workDir),
    exported: exportedIn(workDir),
    site: treeDir(dataDir, 'portal-a'),
    search: searchDir(dataDir),
    pictures: join(workDir, 'singgahan', 'gambar'),
    bundle: join(workDir, 'singgahan', 'bundel'),
  };
}
