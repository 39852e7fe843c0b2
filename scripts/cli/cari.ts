import { resolve } from 'node:path';
import type { Command } from 'commander';
import { currentSite } from '../publish/deploy.ts';
import { LockedError, takeLock } from '../publish/lock.ts';
import { exportedIn } from '../publish/export.ts';
import { indexIn, workIn } from '../publish/prepare.ts';
import { SearchError } from '../publish/search/engine.ts';
import { searchDir } from '../publish/search/follow.ts';
import { updateSearch } from '../publish/search/update.ts';
import { exitCodes } from './exit.ts';

interface Options {
  readonly data: string;
  readonly keluar?: string;
}

/** `paraf cari`: brings the index of the search to the portal that is shown. */
export function addCari(program: Command): void {
  program
    .command('cari')
    .description('memutakhirkan indeks pencarian menurut portal yang tayang')
    .option('--data <folder>', 'folder portal', process.env['PARAF_DATA'] ?? '.paraf')
    .option('--keluar <folder>', 'folder indeks, bila bukan <data>/cari')
    .action(run);
}

async function run({ data, keluar }: Options): Promise<void> {
  const dataDir = resolve(data);
  const site = currentSite(dataDir);
  const fail = (message: string) => {
    process.stderr.write(`${message}\n`);
    process.exitCode = exitCodes.ioFailed;
  };
  if (site === null)
    return fail(`Belum ada portal di ${dataDir}, jadi belum ada yang dicari. Jalankan paraf publish dahulu.`);
  try {
    const release = takeLock(dataDir, 'pencarian');
    try {
      const { made, kept, items } = await updateSearch({
        root: exportedIn(workIn(dataDir)),
        site,
        outDir: keluar === undefined ? searchDir(dataDir) : resolve(keluar),
        index: indexIn(workIn(dataDir)),
      });
      process.stdout.write(
        `Indeks pencarian mutakhir: ${items} butir, ${made.length} bagian dibuat, ${kept} bagian tetap.\n`,
      );
    } finally {
      release();
    }
  } catch (error) {
    if (!(error instanceof SearchError || error instanceof LockedError)) throw error;
    fail(error.message);
  }
}
