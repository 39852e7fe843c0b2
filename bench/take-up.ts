/** One taking up of what was kept, for `bench/publish.ts`: bare repository, file, folder. */
import { join } from 'node:path';
import { openGit } from '../scripts/publish/git.ts';
import { restore } from '../scripts/publish/last/restore.ts';

const [, , repoDir = '', file = '', folder = ''] = process.argv;
await restore(openGit(repoDir), file, { dataDir: join(folder, 'diambil'), onlyPictures: false });
